import type { ColumnKind } from '../../ir/values/column-type.ts'
import type { Sql } from '../dialect/dialect.ts'

export interface ColumnType {
  readonly kind: ColumnKind
  /** The text that leadq reads of it. */
  spelled(cell: Sql): Sql
}
