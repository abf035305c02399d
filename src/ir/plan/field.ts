import type { Place } from '../../base/place.ts'
import type { Constant, FieldType } from '../values/value.ts'

export interface Field {
  readonly name: string
  readonly type: FieldType
  /**
   * The columns the rulebook names; empty: those of the catalogue. Of several, the first filled one counts, row by row.
   */
  readonly from: readonly string[]
  /** Folded cell text -> value (`null` empties the cell), before the type is read. */
  readonly map: readonly { readonly from: string; readonly to: Constant | null }[]
  /** The value of an empty cell. */
  readonly empty?: Constant
  /** What separates the elements of a list. */
  readonly split?: string
  /** Folded spellings of "nothing there" that are values of this field. */
  readonly keep?: readonly string[]
  /** An input without a column for it is refused. */
  readonly required?: true
  readonly place?: Place
}
