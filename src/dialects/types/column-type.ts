import type { Sql } from '../dialect/dialect.ts'

/** The kinds of table columns that leadq distinguishes. */
export type ColumnKind = 'text' | 'number' | 'date' | 'boolean' | 'list' | 'other'

export interface ColumnType {
  readonly kind: ColumnKind
  /** The text that leadq reads of it. */
  spelled(cell: Sql): Sql
}
