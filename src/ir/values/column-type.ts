/** The kinds of columns that leadq distinguishes where a source knows types itself: tables, Parquet. */
export type ColumnKind = 'text' | 'number' | 'date' | 'boolean' | 'list' | 'other'

/** The type of a column. */
export interface NamedType {
  readonly kind: ColumnKind
  /** As the source calls it. */
  readonly typeName: string
}
