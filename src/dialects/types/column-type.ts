import { type ColumnKind, KIND_OF_VALUES, type ValueKind } from '../../ir/values/column-type.ts'
import type { Dialect, Sql } from '../dialect/dialect.ts'

/** How leadq reads a column of a table. */
export interface ColumnType {
  readonly kind: ColumnKind
  /** What its values are to a query. */
  readonly values: ValueKind
  /** The text that leadq reads of it. */
  spelled(cell: Sql): Sql
  /** Where its value stands, if that is inside of the column. */
  at?(cell: Sql): Sql
}

/** The type of columns with values of a kind. */
export function typeOfValues(values: ValueKind, { spelled }: Pick<Dialect, 'spelled'>): ColumnType {
  return { kind: KIND_OF_VALUES[values], values, spelled: cell => spelled(cell, values) }
}
