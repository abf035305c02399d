import type { Zone } from '../values/zone.ts'
import type { BoundEvents } from './bound-events.ts'
import type { BoundField } from './bound-field.ts'
import type { Plan, Score } from './plan.ts'

/**
 * A plan bound to one input: which columns are which fields and how they are spelled. Plain frozen JSON, and all that
 * an engine or a dialect gets. Comparisons on missing columns have been taken out of the conditions.
 */
export interface BoundPlan extends Omit<Plan, 'fields' | 'scores' | 'locale' | 'events'> {
  readonly fields: readonly BoundField[]
  /** Absent where there is no event input: rules that read events are then not judged. */
  readonly events?: BoundEvents
  readonly scores: readonly BoundScore[]
  readonly zone: Zone
  /** Positions of columns that leadq wrote in an earlier run: they are no part of the record. */
  readonly ownColumns?: readonly number[]
}

export interface BoundScore extends Score {
  /** False if none of its rules can read anything in this input: the score is then not known. */
  readonly known: boolean
}
