import type { DialectName } from '../../dialects/dialect/dialect.ts'
import type { TypedColumn } from '../../ir/values/column-type.ts'
import type { OnExists } from '../warehouse/table/on-exists.ts'

export const FORMS = ['select', 'view', 'table'] as const

export type Form = (typeof FORMS)[number]

export interface CompileRequest {
  readonly to: DialectName
  /** The table or view with the leads. */
  readonly source: string
  readonly as: Form
  /** What happens to a table that exists; absent: the database refuses it. */
  readonly onExists?: OnExists | undefined
  /** The name of the view or table. */
  readonly name?: string | undefined
  /** Columns of fields with other names. */
  readonly columns: readonly GivenColumn[]
  /** All columns of the table, where they are known: no others are read, and these as they are. */
  readonly types?: readonly TypedColumn[] | undefined
  /** An export with the same columns, to which the rulebook is bound. */
  readonly like?: string | undefined
  /** Treats rows marked as deleted, archived, merged or historic as leads. */
  readonly withDeleted?: boolean | undefined
  /** The events of the leads. */
  readonly events?: EventTable | undefined
  /** The table with the results of the run before. */
  readonly previous?: string | undefined
  /** All its columns, where they are known. */
  readonly previousTypes?: readonly TypedColumn[] | undefined
  /** Day number. */
  readonly asOf: number
  /** Whether the day was requested; otherwise a dbt model uses the day it runs on. */
  readonly isDayGiven: boolean
  /** A single model of dbt; a folder: a package with it. */
  readonly dbt: boolean | string
  /** Of a package: only leads that were changed are scored again, by the column of this name, else by the one that says so. */
  readonly incremental?: true | string | undefined
  readonly prefix: string
  /** The schema of the library of functions that the query calls, '' for that of the session; absent: it calls none. */
  readonly library?: string | undefined
  /** Prints what removes the view or table, and the functions beside it. */
  readonly drop?: boolean | undefined
}

/** A field and the name of its column; the empty text: it has none. */
export interface GivenColumn {
  readonly field: string
  readonly column: string
}

/** The table with events, and its columns in the same form as those of the leads. */
export interface EventTable {
  readonly source: string
  readonly columns: readonly GivenColumn[]
  readonly like?: string | undefined
  /** All its columns, where they are known. */
  readonly types?: readonly TypedColumn[] | undefined
}
