import { DUCKDB } from '../../dialects/duckdb.ts'
import { NAMES } from '../../dialects/names.ts'
import type { Source } from '../../dialects/statement.ts'
import type { Staged } from './stage.ts'

/** Bytes that DuckDB reads at once, of each file; left alone it would take 32 MB. */
const READ_AT_ONCE = 4_194_304

/** What columns are called in queries: DuckDB does not tell names apart that differ in their case only. */
export function columnName(position: number): string {
  return `c${position}`
}

/** Staged records as what a query reads. */
export function sourceOf(
  { paths, delimiter, longest, firstLine, hasLines, input: { headings } }: Staged,
  kept: readonly number[],
  asOf: number,
): Source {
  const { text } = DUCKDB
  const names = [...headings.map((_, position) => columnName(position)), ...(hasLines ? [LINE] : [])]
  const columns = names.map(name => `${text(name)}: 'VARCHAR'`)
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
    `columns = {${columns.join(', ')}}`,
  ]
  return {
    source: `read_csv(${options.join(', ')})`,
    headings: headings.map((_, position) => (kept.includes(position) ? columnName(position) : undefined)),
    asOf: String(asOf),
    label: `'line ' || ${hasLines ? DUCKDB.columnOf(NAMES.lead, LINE) : `(${NAMES.place} + ${(firstLine ?? 1) - 1})`}`,
  }
}

/** The column with the line of a record, where it is not known by its place. */
const LINE = 'line'
