import type { Plan } from '../../ir/plan/plan.ts'
import type { Thresholds } from './calibrate.ts'
import type { Draft } from './draft.ts'
import type { Profile } from './probe.ts'

/** The findings from which a rulebook is written. */
export interface Findings {
  /** The export, and how many of its leads were looked at. */
  readonly source: string
  readonly leads: number
  /** The formats of cells that could not be detected. */
  readonly locale: Pick<Plan['locale'], 'dates' | 'nulls'>
  /** Fields of the file; those that a person or the file named are declared in the rulebook. */
  readonly profiles: readonly Profile[]
  /** Fields that leadq does not know and no rule uses. */
  readonly unused: readonly Profile[]
  readonly draft: Draft
  readonly lines: Thresholds
  /** How many of these leads are in each stage, once that was counted. */
  readonly stages: ReadonlyMap<string, number> | undefined
  /** Whether a lead that asks to be contacted becomes SQL at once. */
  readonly handRaise: boolean
}
