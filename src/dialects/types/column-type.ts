import type { Sql } from '../dialect/dialect.ts'

/** What a column of a table holds, as far as leadq tells them apart. */
export type ColumnKind = 'text' | 'number' | 'date' | 'boolean' | 'list' | 'other'

export interface ColumnType {
  readonly kind: ColumnKind
  /** The text that leadq reads of it. */
  spelled(cell: Sql): Sql
}
