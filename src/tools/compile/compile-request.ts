import type { DialectName } from '../../dialects/dialect/dialect.ts'

export const FORMS = ['select', 'view', 'table'] as const

export type Form = (typeof FORMS)[number]

export interface CompileRequest {
  readonly to: DialectName
  /** The table or view with the leads. */
  readonly source: string
  readonly as: Form
  /** What the view or table is called. */
  readonly name?: string | undefined
  /** Columns of fields that are called otherwise. */
  readonly columns: readonly GivenColumn[]
  /** An export with the same columns, to which the rulebook is bound. */
  readonly like?: string | undefined
  /** Rows that it shows to be deleted, archived, merged or historic are leads like all others. */
  readonly withDeleted?: boolean | undefined
  /** The events of the leads. */
  readonly events?: EventTable | undefined
  /** Day number. */
  readonly asOf: number
  /** Whether somebody asked for that day; else a dbt model takes the day it runs on. */
  readonly isDayGiven: boolean
  readonly dbt: boolean
  readonly prefix: string
}

/** A field and what its column is called; the empty text: there is none. */
export interface GivenColumn {
  readonly field: string
  readonly column: string
}

/** The table with events, and its columns as those of the leads are said. */
export interface EventTable {
  readonly source: string
  readonly columns: readonly GivenColumn[]
  readonly like?: string | undefined
}
