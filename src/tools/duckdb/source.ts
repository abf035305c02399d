import type { Sql } from '../../dialects/dialect.ts'
import { DUCKDB } from '../../dialects/duckdb.ts'
import type { Source } from '../../dialects/statement.ts'
import type { Column } from '../../ir/columns.ts'
import type { Staged } from './stage.ts'

/** Bytes of a record that DuckDB reads without being told. */
const USUAL_RECORD = 2_000_000

/** What columns are called in queries: DuckDB does not tell names apart that differ in their case only. */
export function columnName(position: number): string {
  return `c${position}`
}

/** Staged records as what a query reads; columns that are not kept are not there. */
export function sourceOf(
  { paths, delimiter, longest, input: { headings } }: Staged,
  kept: readonly number[],
  asOf: number,
): Source {
  const { text } = DUCKDB
  const columns = headings.map((_, position) => `${text(columnName(position))}: 'VARCHAR'`)
  const options = [
    `[${paths.map(text).join(', ')}]`,
    'auto_detect = false',
    'header = false',
    'parallel = false',
    'strict_mode = true',
    `delim = ${text(delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    ...(longest > USUAL_RECORD ? [`max_line_size = ${longest}`] : []),
    `columns = {${columns.join(', ')}}`,
  ]
  const read: Sql = `read_csv(${options.join(', ')})`
  const names = kept.map(columnName).join(', ')
  return {
    source: kept.length === headings.length ? read : `(SELECT ${names === '' ? "'' AS nothing" : names} FROM ${read})`,
    headings: headings.map((_, position) => (kept.includes(position) ? columnName(position) : undefined)),
    asOf: String(asOf),
  }
}

/** What leadq's columns begin with in queries; the prefix that people choose could be anything. */
export const PREFIX = 'leadq_'

/** Columns of which every cell is a number, or nothing. */
export const IS_NUMBER: Readonly<Partial<Record<Column['kind'], true>>> = {
  total: true,
  score: true,
  completeness: true,
}
