import type { LeadEvent } from '../../engine/events/lead-events.ts'
import type { Facts } from '../solve/solve.ts'
import type { Judged } from './judged.ts'

/** What may be seen on a lead; it is shown only if the engine agrees. */
export interface Sight {
  /** Leads to try, the best first. */
  readonly leads: readonly Facts[]
  /** What they did, newest first; absent: the input has no events. */
  readonly events?: readonly LeadEvent[]
  readonly isSeen: (seen: Judged) => boolean
  readonly shows: (seen: Judged) => string
}
