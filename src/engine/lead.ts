import type { Account } from '../ir/account.ts'
import type { Value } from '../ir/value.ts'
import { wordForm } from '../ir/words.ts'

/** What became of a field's cell. `range` is filled too: a cell such as `51-200`, of which the lower end was taken. */
export type CellState = 'filled' | 'empty' | 'invalid' | 'range'

/** A field of a lead, read from its cell. */
export interface Reading {
  readonly value: Value | undefined
  /** The trimmed text behind the value, empty where there is none. */
  readonly text: string
  readonly state: CellState
  /** The word forms of the value (of each element of a list), made when first asked for. */
  words?: readonly string[]
}

/** A record whose cells have been read; the readings run parallel to the bound plan's fields. */
export interface Lead {
  readonly cells: readonly string[]
  readonly readings: readonly Reading[]
  /** What is known of its account, once all leads of it were seen. */
  readonly account?: Account
}

/** The reading of a field that the input has no column for. */
export const NOTHING: Reading = { value: undefined, text: '', state: 'empty' }

/** The words of a reading, for `has_word`. Readings of common cells are shared between leads, so this is mostly done once. */
export function wordsOf(reading: Reading): readonly string[] {
  reading.words ??= wordForms(reading.value)
  return reading.words
}

function wordForms(value: Value | undefined): string[] {
  if (typeof value === 'object') return value.map(wordForm)
  return value === undefined ? [] : [wordForm(String(value))]
}
