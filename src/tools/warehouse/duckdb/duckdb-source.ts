import type { Sql } from '../../../dialects/dialect/dialect.ts'
import { DUCKDB } from '../../../dialects/dialect/duckdb.ts'
import type { Source } from '../../../dialects/statement.ts'
import { NAMES } from '../../../dialects/step-names.ts'
import { hasLines } from '../../../io/records.ts'
import type { Staged } from './staged.ts'

const { text, columnOf } = DUCKDB

/** Bytes that DuckDB reads at once, of each file; left alone it would take 32 MB. */
const READ_AT_ONCE = 4_194_304

/** What columns are called in queries: DuckDB does not tell names apart that differ in their case only. */
export function columnName(position: number): string {
  return `c${position}`
}

/** What further columns are called: the line of a record, and its text around what leadq adds. */
export const LINE = 'line'
export const FRONT = 'front'
export const BACK = 'back'

/** Parts of clean delimited text without headers. Nothing of them is left to DuckDB's guessing. */
export function csvTable({ paths, delimiter, longest, columns }: CsvParts): Sql {
  const options = [
    `[${paths.map(text).join(', ')}]`,
    'auto_detect = false',
    'header = false',
    'parallel = false',
    'strict_mode = true',
    `delim = ${text(delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    `max_line_size = ${Math.max(longest, READ_AT_ONCE / 2)}`,
    `buffer_size = ${Math.max(2 * longest, READ_AT_ONCE)}`,
    `columns = {${columns.map(name => `${text(name)}: 'VARCHAR'`).join(', ')}}`,
  ]
  return `read_csv(${options.join(', ')})`
}

export interface CsvParts {
  readonly paths: readonly string[]
  readonly delimiter: string
  /** Bytes of the longest record. */
  readonly longest: number
  readonly columns: readonly string[]
}

/** Staged records as what a query reads. */
export function sourceOf(staged: Staged, kept: readonly number[], asOf: number): Source {
  const { table, spelled, firstLine, further, input } = staged
  const line = further.includes(LINE) ? columnOf(NAMES.lead, LINE) : `(${NAMES.place} + ${(firstLine ?? 1) - 1})`
  return {
    source: table,
    headings: input.headings.map((_, position) => (kept.includes(position) ? columnName(position) : undefined)),
    asOf: String(asOf),
    ...(spelled && { spelled }),
    ...(hasLines(input.format) && { label: `'line ' || ${line}` }),
  }
}
