import { diagnose } from '../../../base/diagnostic.ts'
import { Refusal } from '../../../base/refusal.ts'
import { DUCKDB } from '../../../dialects/dialect/duckdb.ts'
import { liveRecords, printRetiredCount } from '../../../dialects/live-records.ts'
import { duckdbType } from '../../../dialects/types/duckdb-types.ts'
import { bindPlan } from '../../../io/bind/bind.ts'
import { findRetired } from '../../../io/bind/find-retired.ts'
import { isParquet } from '../../../io/bytes/binary.ts'
import { peek } from '../../../io/bytes/peek.ts'
import { uniqueNames } from '../../../io/headings.ts'
import type { Batch } from '../../../io/records.ts'
import { splitHeadings } from '../../../leads/leadq-columns.ts'
import type { Opened } from '../../../leads/open.ts'
import { createRetiredFilter, liveSample, retiredRemarks } from '../../../leads/retired.ts'
import type { InputContext } from '../../score/input-job.ts'
import { IS_TYPED, SAMPLED_RECORDS, unfit } from '../table/bind-table.ts'
import type { TableColumn } from '../table/table.ts'
import type { Delimited } from './delimited.ts'
import { type Duckdb, HandOver } from './duckdb-engine.ts'
import type { Query } from './duckdb-query.ts'
import { columnName } from './duckdb-source.ts'
import type { RowFormat } from './duckdb-write.ts'
import type { Staged } from './staged.ts'

/** Parquet files, read where they are: their columns have types, and are bound as those of a table are. */

const { identifier, text } = DUCKDB

/** A Parquet file beside the plan; undefined if it is none. */
export async function openParquet(
  path: string,
  { plan, request, host }: InputContext,
  duckdb: Duckdb,
): Promise<OpenedParquet | undefined> {
  const bytes = await host.read(path)
  const { first, rest } = await peek(bytes, 4, chunk => chunk.length)
  await rest[Symbol.asyncIterator]().return?.()
  if (!isParquet(Buffer.concat(first))) return undefined
  const file = `read_parquet(${text(duckdb.fileOf(path))})`
  const columns = await columnsOf(path, file, duckdb)
  const headings = columns.map(({ name }) => name)
  const { kept, dropped } = splitHeadings(headings, request.prefix)
  const spelled = (cell: string, position: number) => columns[position]?.type.spelled(cell) ?? cell
  const cells = columns.map(({ name }, position) =>
    kept.includes(position) ? spelled(identifier(name), position) : "''",
  )
  const rows = await duckdb.query(`SELECT ${cells.join(', ')} FROM ${file} LIMIT ${SAMPLED_RECORDS}`)
  const sample = {
    name: path,
    headings: headings.map((heading, position) => (kept.includes(position) ? heading : '')),
    rows: rows.map(row => row.map(cell => cell ?? '')),
    typed: new Set(columns.flatMap(({ type }, position) => (IS_TYPED[type.kind] ? [position] : []))),
    delimiter: '',
  }
  const retired = request.withDeleted === true ? undefined : findRetired(sample, request.from)
  const filter = createRetiredFilter(retired)
  const live = liveSample(sample, retired, filter)
  const binding = bindPlan(plan, live, { from: request.from })
  const named = columns.map(({ name }, position) => `${identifier(name)} AS ${identifier(columnName(position))}`)
  const batches = nothing()
  return {
    path,
    name: path,
    input: {
      format: 'parquet',
      compressed: false,
      headings,
      around: [],
      bom: false,
      encoding: () => 'UTF-8',
      diagnostics: () => [
        ...unfit(binding.bound.fields, { name: path, columns }),
        ...retiredRemarks(path, filter.counted()),
      ],
      batches,
    },
    kept,
    dropped,
    sample: live,
    batches,
    inside: [],
    retired,
    filter,
    binding,
    join: undefined,
    complete: row => row,
    table: `(SELECT ${named.join(', ')} FROM ${file})`,
    spelled,
  }
}

export function isOpenedParquet(opened: Opened | OpenedParquet): opened is OpenedParquet {
  return 'table' in opened
}

export interface OpenedParquet extends Opened, Pick<Staged, 'table' | 'spelled'> {}

async function* nothing(): AsyncGenerator<Batch> {}

async function columnsOf(path: string, file: string, duckdb: Duckdb): Promise<TableColumn[]> {
  const rows = await duckdb.query(`DESCRIBE SELECT * FROM ${file}`).catch(error => {
    if (!(error instanceof HandOver)) throw error
    const place = { file: path, line: 1, col: 1 }
    const message = 'the Parquet file is cut off or damaged'
    throw new Refusal(diagnose('file/cut-off', message, { place, hint: 'fetch or export the file again' }), 'data')
  })
  return rows.map(([name, type]) => {
    const heading = name ?? ''
    return { heading, name: heading, typeName: type ?? '', type: duckdbType(type ?? '') }
  })
}

/** The file is used as it is. */
export async function stageParquet(
  { input, table, spelled, retired, filter }: OpenedParquet,
  duckdb: Duckdb,
): Promise<Staged> {
  const relation = {
    source: table,
    headings: input.headings.map((_, position) => columnName(position)),
    ...(spelled && { spelled }),
  }
  const live = liveRecords(relation, retired, DUCKDB)
  const [[records] = []] = await duckdb.query(`SELECT CAST(count(*) AS VARCHAR) FROM ${live}`)
  if (retired !== undefined) filter.count(await duckdb.query(printRetiredCount(relation, retired, DUCKDB)))
  return {
    records: Number(records),
    table: live,
    ...(spelled && { spelled }),
    formulas: input.headings.map(() => undefined),
    quoted: input.headings.map(() => true),
    input,
    leftOut: filter.leftOut(),
    skippedRows: [],
    firstLine: 1,
    further: [],
  }
}

/**
 * Leads as rows of a Parquet file: the columns of the input as they are, and leadq's. Names differ in more than their
 * case.
 */
export function parquetRows(
  query: Query,
  { staged: { input }, kept, columns }: Pick<Delimited, 'staged' | 'kept' | 'columns'>,
  prefix: string,
): RowFormat {
  const headings = kept.map(position => input.headings[position] ?? '')
  const names = distinct([...uniqueNames(headings), ...columns.map(({ name }) => prefix + name)])
  const cells = [...kept.map(position => identifier(columnName(position))), ...columns.map(query.nameOf)]
  return {
    cells: cells.map((cell, index) => `${cell} AS ${identifier(names[index] ?? '')}`),
    options: ['FORMAT parquet'],
    joint: 0,
  }
}

function distinct(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map(name => {
    let free = name
    for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${name}#${count}`
    taken.add(free.toLowerCase())
    return free
  })
}
