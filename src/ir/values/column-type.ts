/** The kinds of columns that leadq distinguishes where a source knows types itself: tables, Parquet. */
export type ColumnKind = 'text' | 'number' | 'date' | 'boolean' | 'list' | 'other'

/** The type of a column. */
export interface NamedType {
  readonly kind: ColumnKind
  /** As the source calls it. */
  readonly typeName: string
}

/** The kinds of values that a query takes from a column as they are; it reads all others as texts. */
const VALUE_KINDS = [
  'text',
  'integer',
  'decimal',
  'float',
  'boolean',
  'date',
  'timestamp',
  'timestamptz',
  'other',
] as const

export type ValueKind = (typeof VALUE_KINDS)[number]

/** A column of a table that leadq does not see, as somebody describes it. */
export interface TypedColumn {
  /** As the table spells it. */
  readonly name: string
  readonly kind: ValueKind
}

/** What columns with such values are to whoever binds a plan to them. */
export const KIND_OF_VALUES: Readonly<Record<ValueKind, ColumnKind>> = {
  text: 'text',
  integer: 'number',
  decimal: 'number',
  float: 'number',
  boolean: 'boolean',
  date: 'date',
  timestamp: 'date',
  timestamptz: 'date',
  other: 'other',
}
