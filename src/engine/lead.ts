import type { MailKind } from '../ir/plan/operators.ts'
import type { Account } from '../ir/results/account.ts'
import type { Value } from '../ir/values/value.ts'
import { wordForm } from '../ir/values/words.ts'
import type { LeadEvent } from './events/lead-events.ts'

/** The state of a field's cell. `range` counts as filled: a cell such as `51-200`, read at its lower end. */
export type CellState = 'filled' | 'empty' | 'invalid' | 'range'

/** A field of a lead, read from its cell. */
export interface Reading {
  readonly value: Value | undefined
  /** The trimmed text behind the value, empty where there is none. */
  readonly text: string
  readonly state: CellState
  /** Cached for its cell and shared by many leads. */
  isShared?: boolean
  /** The word form of the value, made when first asked for. */
  words?: string
  /** What the value is as a mail address, found when first asked for. */
  mail?: ReadonlySet<MailKind>
  /** The elements of a list as readings of their own, made when first asked for. */
  elements?: readonly Reading[]
}

/** A record whose cells have been read; the readings run parallel to the bound plan's fields. */
export interface Lead {
  readonly cells: readonly string[]
  readonly readings: readonly Reading[]
  /** The figures of its account, known after all leads were read. */
  readonly account?: Account
  /** Newest first; absent where there is no event input. */
  readonly events?: readonly LeadEvent[]
}

/** What is known of a lead from outside its record. */
export type Background = Omit<Lead, 'cells' | 'readings'>

/** The reading of a field that the input has no column for. */
export const NOTHING: Reading = { value: undefined, text: '', state: 'empty' }

/**
 * The words of a reading, for `has_word`. Readings of common cells are shared between leads, so this is mostly done
 * once.
 */
export function wordsOf(reading: Reading): string {
  reading.words ??= wordForm(String(reading.value))
  return reading.words
}

/** The elements of a list, each with the folded text it was compared by. */
export function elementsOf(reading: Reading, values: readonly string[]): readonly Reading[] {
  reading.elements ??= values.map(value => ({ value, text: value, state: 'filled' }))
  return reading.elements
}
