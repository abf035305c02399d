import type { LeadEvent } from '../../engine/events/lead-events.ts'
import type { Facts } from '../solve/solve.ts'
import type { Judged } from './judged.ts'

/** An example that illustrates a finding; shown only if the engine confirms it. */
export interface Sight {
  /** Leads to try, the best first. */
  readonly leads: readonly Facts[]
  /** Their events, newest first; absent: the input has no events. */
  readonly events?: readonly LeadEvent[]
  readonly isSeen: (seen: Judged) => boolean
  readonly shows: (seen: Judged) => string
}
