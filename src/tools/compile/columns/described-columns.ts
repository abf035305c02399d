import { Buffer } from 'node:buffer'
import { diagnose } from '../../../base/diagnostic.ts'
import { didYouMean } from '../../../base/nearest.ts'
import { Refusal } from '../../../base/refusal.ts'
import { openInput } from '../../../io/read.ts'
import type { Host } from '../../../leads/host.ts'
import { STDIO } from '../../../leads/host.ts'

/** A column of a table as a file describes it. */
export interface DescribedColumn {
  readonly name: string
  /** As the database calls it. */
  readonly typeName: string
  /** `crm.leads`; absent in a file about one table. */
  readonly table?: string | undefined
}

/** More columns than any database allows. */
const MAX_BYTES = 64 * 1024 * 1024

/**
 * What databases and their tools call the columns of a description: `information_schema`, `DESCRIBE` of DuckDB, Spark and
 * MySQL, `DESC TABLE` of Snowflake, the schema of BigQuery as JSON.
 */
const HEADINGS = {
  name: ['column_name', 'col_name', 'column', 'field', 'name'],
  type: ['data_type', 'column_type', 'type', 'udt_name'],
  table: ['table_name'],
  schema: ['table_schema'],
  position: ['ordinal_position'],
  /** Of BigQuery: whether it is a list. */
  mode: ['mode'],
} as const

type Heading = keyof typeof HEADINGS

/** Reads the names and types of columns from a file: a name and a type per line, CSV with a header, or JSON. */
export async function readDescribedColumns(path: string, host: Pick<Host, 'read'>): Promise<DescribedColumn[]> {
  const name = path === STDIO ? 'stdin' : path
  const bytes = await readAll(path, name, host)
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  const found = /^\s*[[{]/.test(text) || hasHeader(text) ? await fromRecords(bytes, name) : fromLines(text)
  if (found.length > 0) return found
  const hint = 'write a name and a type per line, `employees integer`, or export `information_schema.columns` as CSV'
  throw new Refusal(diagnose('file/empty', `--types: ${name} describes no column`, { hint }), 'data')
}

/** Whether a file that names tables describes one of this name. */
export function isDescribed(columns: readonly DescribedColumn[], table: string): boolean {
  const wanted = `.${table.toLowerCase()}`
  return columns.some(column => `.${column.table?.toLowerCase() ?? ''}`.endsWith(wanted))
}

/** The columns of one table, where a file describes several. */
export function columnsOfTable(columns: readonly DescribedColumn[], table: string, file: string): DescribedColumn[] {
  const tables = [...new Set(columns.flatMap(column => column.table ?? []))]
  if (tables.length <= 1) return [...columns]
  const wanted = `.${table.toLowerCase()}`
  // Either may name less: a schema without its database, a table without its schema.
  const isWanted = (name: string) => name.endsWith(wanted) || wanted.endsWith(name)
  const named = tables.filter(each => isWanted(`.${each.toLowerCase()}`))
  if (named.length === 1) return columns.filter(column => column.table === named[0])
  const message =
    named.length === 0
      ? `--types: ${file} describes no table \`${table}\``
      : `--types: ${file} describes several tables \`${table}\`: ${named.join(', ')}`
  const hint =
    named.length === 0
      ? (didYouMean(table, tables) ?? `it describes: ${tables.slice(0, 12).join(', ')}`)
      : 'name the table with its schema: `--source crm.leads`'
  throw new Refusal(diagnose('table/not-found', message, { hint }), 'noInput')
}

async function readAll(path: string, name: string, host: Pick<Host, 'read'>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of await host.read(path)) {
    chunks.push(chunk)
    length += chunk.length
    if (length > MAX_BYTES) {
      throw new Refusal(diagnose('file/too-large', `--types: ${name} is too large to describe columns`), 'data')
    }
  }
  return Buffer.concat(chunks)
}

function headingOf(text: string): Heading | undefined {
  const name = text.trim().toLowerCase().replaceAll('"', '')
  return (Object.keys(HEADINGS) as Heading[]).find(each => HEADINGS[each].some(known => known === name))
}

function hasHeader(text: string): boolean {
  const first = text.trimStart().split(/\r?\n/, 1)[0] ?? ''
  const found = first.split(/[,;|\t]/).map(headingOf)
  return found.includes('name') && found.includes('type')
}

async function fromRecords(bytes: Buffer, name: string): Promise<DescribedColumn[]> {
  const { headings, batches } = await openInput(only(bytes), { name, header: true })
  const places = new Map<Heading, number>()
  for (const heading of Object.keys(HEADINGS) as Heading[]) {
    // `column_name` stands before `name`, which some exports have, too.
    const place = HEADINGS[heading].map(known => headings.findIndex(each => each.trim().toLowerCase() === known))
    const first = place.find(position => position >= 0)
    if (first !== undefined) places.set(heading, first)
  }
  const rows: (readonly string[])[] = []
  for await (const batch of batches) for (const { cells } of batch.rows) rows.push(cells)
  const cellOf = (cells: readonly string[], heading: Heading) => cells[places.get(heading) ?? -1]?.trim() ?? ''
  const sorted = places.has('position')
    ? rows.toSorted((a, b) => Number(cellOf(a, 'position')) - Number(cellOf(b, 'position')))
    : rows
  return sorted.flatMap(cells => {
    const column = cellOf(cells, 'name')
    const table = [cellOf(cells, 'schema'), cellOf(cells, 'table')].filter(part => part !== '').join('.')
    // Spark describes the parts of a table below its columns.
    if (column === '' || column.startsWith('#')) return []
    const type = cellOf(cells, 'type')
    const typeName = cellOf(cells, 'mode').toLowerCase() === 'repeated' ? `ARRAY<${type}>` : type
    return [{ name: column, typeName, table: table === '' ? undefined : table }]
  })
}

async function* only(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** A cell of a line: separators inside of quotes and parentheses are part of it. */
const CELL = /(?:"(?:[^"]|"")*"|`[^`]*`|'[^']*'|\([^()]*\)|[^,;|\t])+/g

/** `Job Title,text`, `employees integer`, `"Job Title" varchar(80)`, `created_at: timestamp with time zone`. */
function fromLines(text: string): DescribedColumn[] {
  return text.split(/\r?\n/).flatMap(each => {
    const line = each.replace(/\s--\s.*$/, '')
    const [first, second] = (line.match(CELL) ?? []).map(cell => cell.trim()).filter(cell => cell !== '')
    if (/^\s*(?:#|--)/.test(line)) return []
    if (first !== undefined && second !== undefined) return [{ name: unquoted(first), typeName: unquoted(second) }]
    const [, quoted, plain = '', typeName = ''] =
      /^\s*(?:["`]((?:[^"`]|"")+)["`]|([^\s,;:|"`]+))[\s,;:|]+(\S.*?)[\s,;]*$/.exec(line) ?? []
    const name = quoted?.replaceAll('""', '"') ?? plain
    return name === '' ? [] : [{ name, typeName: typeName.replace(/^["'](.*)["']$/, '$1') }]
  })
}

function unquoted(cell: string): string {
  const [, quote = '', inside] = /^(["'`])(.*)\1$/.exec(cell) ?? []
  return inside?.replaceAll(quote + quote, quote) ?? cell
}
