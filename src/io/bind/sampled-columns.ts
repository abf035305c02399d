import type { SystemName } from '../../ir/catalogue/systems.ts'
import type { SheetInfo } from '../records.ts'

/** The headings of an input and its first records, to which a plan is bound. */
export interface Sample {
  readonly name: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Positions of leadq's own columns of an earlier run: they are no part of the leads. */
  readonly ownColumns?: readonly number[]
  /** Positions of columns whose source knows numbers, dates and booleans itself, and writes them in one way only. */
  readonly typed?: ReadonlySet<number>
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
