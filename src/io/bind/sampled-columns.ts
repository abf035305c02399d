import type { SystemName } from '../../ir/catalogue/systems.ts'
import type { ColumnKind, NamedType } from '../../ir/values/column-type.ts'
import type { SheetInfo } from '../records.ts'

/** The headings of an input and its first records, to which a plan is bound. */
export interface Sample {
  readonly name: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Positions of leadq's own columns of an earlier run: they are no part of the leads. */
  readonly ownColumns?: readonly number[]
  /** Of a source that knows types itself: as many as there are headings. */
  readonly types?: readonly NamedType[] | undefined
  /** Positions of columns that say which records are live; they are no fields. */
  readonly apart?: ReadonlySet<number>
  /** The empty text for JSON. */
  readonly delimiter: string
  /** Keys of a JSON document around its records, or labels of the lines above a table. */
  readonly around?: readonly string[]
  /** Of a workbook: its numbers need no guessing. */
  readonly sheet?: SheetInfo | undefined
}

/** The system that a file is said to come from: it is then not recognised by looking. */
export type From = SystemName | 'generic'

/** Whether the source of a column knows its numbers, dates and booleans itself, and writes them in one way only. */
export function isTyped({ types }: Pick<Sample, 'types'>, position: number): boolean {
  const type = types?.[position]
  return type !== undefined && IS_TYPED[type.kind]
}

const IS_TYPED: Readonly<Record<ColumnKind, boolean>> = {
  number: true,
  date: true,
  boolean: true,
  list: false,
  text: false,
  other: false,
}
