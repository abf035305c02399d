import type { DateFormat } from '../values/date.ts'
import type { NumberFormat } from '../values/number.ts'
import type { Zone } from '../values/zone.ts'
import type { BoundEvents } from './events.ts'
import type { Field, Plan, Score } from './plan.ts'

/**
 * A plan bound to one input: which columns are which fields and how they are spelled. Plain frozen JSON, and all that
 * an engine or a dialect gets. What the input cannot say has been taken out of the conditions.
 */
export interface BoundPlan extends Omit<Plan, 'fields' | 'scores' | 'locale' | 'events'> {
  readonly fields: readonly BoundField[]
  /** Absent where there is no event input: rules that read events are then not judged. */
  readonly events?: BoundEvents
  readonly scores: readonly BoundScore[]
  readonly zone: Zone
}

export interface BoundField extends Field {
  /** Positions in a record's cells, first filled one wins; empty: the input has no such column. */
  readonly columns: readonly number[]
  /** Whether the rulebook reads it; others (id, e-mail) are bound to find and to share out leads. */
  readonly read: boolean
  readonly number: NumberFormat
  readonly date: DateFormat
  /** A boolean column of marks, where a blank cell means no. */
  readonly blankIsNo: boolean
  /** Folded spellings of "nothing there" for this field. */
  readonly nulls: readonly string[]
}

export interface BoundScore extends Score {
  /** False if none of its rules can read anything in this input: the score is then not known. */
  readonly known: boolean
}

/** Text that says "nothing" in any file. */
export const NULLS: readonly string[] = ['null', 'n/a', '(not set)', '[[unknown]]']

/** Further ones, for fields that are not text. */
export const NULLS_UNLESS_TEXT: readonly string[] = ['-', '.', 'none']
