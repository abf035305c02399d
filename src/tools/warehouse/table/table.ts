import type { Dialect, Sql } from '../../../dialects/dialect/dialect.ts'
import type { ColumnType } from '../../../dialects/types/column-type.ts'
import type { EngineSummary, InputSummary } from '../../../ir/results/summary.ts'

/** Rows that lie in an engine, and how it is asked. */
export interface Table {
  /** As the user calls it. */
  readonly name: string
  readonly format: InputSummary['format']
  readonly delimiter?: string | undefined
  readonly dialect: Dialect
  /** As it stands behind FROM. */
  readonly from: Sql
  readonly columns: readonly TableColumn[]
  query(sql: Sql): Promise<Rows>
}

/** Leads that lie in an engine, which scores them there: all that `score-table.ts` needs to know of it. */
export interface LeadTable extends Table {
  readonly engine: EngineSummary
  /** Looks whether the target can be written. `rulebook`: its name. */
  prepareTarget(rulebook: string): Promise<Target>
}

/** Something that a field can be read from: a column, or what lies inside of one. */
export interface TableColumn {
  /** What the plan is bound to: the name, or `contact.email` for what is inside. */
  readonly heading: string
  /** Of the column of the table. */
  readonly name: string
  /** As the engine calls it. */
  readonly typeName: string
  readonly type: ColumnType
}

export type Rows = readonly (readonly (string | null)[])[]

/** What is to be there at the end, whole or not at all. */
export interface Target {
  /** Writes what a statement answers, beside its place. */
  write(statement: Sql): Promise<void>
  /** Puts it in its place. */
  appear(): Promise<void>
}
