import type { DateFormat } from '../values/date.ts'
import { fold } from '../values/fold.ts'
import { NULLS } from '../values/nulls.ts'
import type { NumberFormat } from '../values/number.ts'
import type { Field } from './field.ts'

export interface BoundField extends Field {
  /** Positions in a record's cells, first filled one wins; empty: the input has no such column. */
  readonly columns: readonly number[]
  /** Folded texts that win over a filled column before theirs: whoever objects in one column has objected. */
  readonly winning?: readonly string[]
  /** Whether the rulebook reads it; other fields (id, e-mail) are bound to identify and to assign leads. */
  readonly read: boolean
  readonly number: NumberFormat
  readonly date: DateFormat
  /** A boolean column of marks, where a blank cell means no. */
  readonly blankIsNo: boolean
  /** Folded spellings of "nothing there" for this field. */
  readonly nulls: readonly string[]
}

/** The nulls of a text field that are never its value: neither the map nor an empty cell makes them one. */
export function impossibleTexts({ type, nulls, map, empty }: BoundField): ReadonlySet<string> {
  if (type !== 'text') return new Set()
  const values = new Set([...map.map(({ to }) => to), empty].map(value => fold(String(value))))
  return new Set(nulls.filter(text => !values.has(text)))
}

/** The folded spellings of "nothing there" for a field: those of any file and further ones, but for what it keeps. */
export function nullsOf({ keep = [] }: Field, further: readonly string[]): string[] {
  return [...NULLS, ...further].filter(spelling => !keep.includes(spelling))
}
