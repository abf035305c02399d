import type { Plan } from '../../ir/plan/plan.ts'
import type { Thresholds } from './calibrate.ts'
import type { Draft } from './draft.ts'
import type { Profile } from './probe.ts'

/** Everything that a rulebook is written from. */
export interface Findings {
  /** The export, and how many of its leads were looked at. */
  readonly source: string
  readonly leads: number
  /** How cells are written, as far as looking at them does not say it. */
  readonly locale: Pick<Plan['locale'], 'dates' | 'nulls'>
  /** Fields of the file; those that a person or the file had to name are written down. */
  readonly profiles: readonly Profile[]
  /** Fields that leadq does not know and no rule uses. */
  readonly unused: readonly Profile[]
  readonly draft: Draft
  readonly lines: Thresholds
  /** How many of these leads are in each stage, once that was counted. */
  readonly stages: ReadonlyMap<string, number> | undefined
  /** Whether who asks to be called is SQL at once. */
  readonly handRaise: boolean
}
