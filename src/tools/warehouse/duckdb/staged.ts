import type { Sql } from '../../../dialects/dialect/dialect.ts'
import type { Input } from '../../../io/records.ts'
import type { InputSummary } from '../../../ir/results/summary.ts'

/** The records of an input as DuckDB reads them: clean delimited text without a header. */
export interface Staged {
  readonly records: number
  /** By column: how many cells a spreadsheet would run as a formula; undefined where that is not known. */
  readonly formulas: readonly (number | undefined)[]
  /** What stands behind FROM. */
  readonly table: Sql
  /** The text of a cell that is none. */
  spelled?(cell: Sql, position: number): Sql
  /** Absent where it has none. */
  readonly delimiter?: string
  /** By column: whether a cell can hold what has to stand in quotes. */
  readonly quoted: readonly boolean[]
  /** The input when it was read to its end. */
  readonly input: Input
  /** Records that are no leads. */
  readonly leftOut: Readonly<Record<string, number>>
  readonly skippedRows: InputSummary['skipped_rows']
  /** The line of the first record, if each of them is one line. */
  readonly firstLine: number | undefined
  /** Columns behind those of the input. */
  readonly further: readonly Sql[]
}
