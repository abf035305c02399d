import { isUtf8 } from 'node:buffer'
import { needsCleaning } from '../../../io/bytes/clean-text.ts'
import { unpack } from '../../../io/bytes/unpack.ts'
import { findBody } from '../../../io/csv/csv-body.ts'
import { type Clean, makeCleanScan } from '../../../io/csv/csv-clean.ts'
import { csvRow } from '../../../io/csv/csv-write.ts'
import { isFormula } from '../../../io/formula.ts'
import { openInput } from '../../../io/read.ts'
import { hasLines, type Input, type Row } from '../../../io/records.ts'
import type { Host } from '../../../leads/host.ts'
import type { OpenedInput, Reading } from '../../../leads/open.ts'
import { retiredRemarks } from '../../../leads/retired.ts'
import { createSkipList } from '../../../outputs/skip-keeper.ts'
import { type Duckdb, HandOver } from './duckdb-engine.ts'
import { BACK, columnName, csvTable, FRONT, LINE } from './duckdb-source.ts'
import { createParts } from './parts.ts'
import type { Staged } from './staged.ts'

function columnsOf({ headings }: Input): string[] {
  return headings.map((_, position) => columnName(position))
}

/** What has to be known to read an input once more. */
export interface Source {
  readonly path: string
  readonly opened: Pick<OpenedInput, 'name' | 'input' | 'retired' | 'filter'>
  readonly reading: Reading
  readonly host: Pick<Host, 'read'>
}

/**
 * Puts the records of an input where DuckDB can read them. What is clean is copied byte by byte; everything else (other
 * encodings, footers, mixed line ends, records that are not live) is read as always and written anew. Records that cannot be read end it.
 */
export async function stageInput(source: Source, duckdb: Duckdb, further: Further): Promise<Staged> {
  const { input, retired } = source.opened
  const isDelimited = input.format === 'csv' || input.format === 'tsv'
  const isUsual = (input.repairs?.() ?? []).length === 0
  const mayBeClean = isDelimited && isUsual && further.ends === undefined && retired === undefined
  return (mayBeClean && (await stageClean(source, duckdb, further))) || stageRead(source, duckdb, further)
}

/** What has to be known of records beside their cells. */
export interface Further {
  readonly lines: boolean
  /** A record as it is written, in front of what leadq adds to it and behind. */
  readonly ends: ((row: Row) => readonly [string, string]) | undefined
}

async function stageClean(
  { path, opened, host }: Source,
  duckdb: Duckdb,
  { lines }: Further,
): Promise<Staged | undefined> {
  const { name, input } = opened
  const { headings, delimiter = '', lineEnd = 'LF' } = input
  const clean: Clean = { headings, delimiter, lineEnd, name }
  if (!/^[\x01-\x7f]$/.test(delimiter) || input.encoding() !== 'UTF-8') return undefined
  const { head, rest } = await unpack(await host.read(path), name)
  const body = findBody(head, clean)
  const scan = makeCleanScan(clean)
  const parts = createParts(duckdb)
  /** Takes what is whole, and gives back what is not. */
  const take = async (bytes: Buffer, isLast: boolean) => {
    const end = scan.take(bytes, isLast)
    if (end === undefined) return undefined
    const records = bytes.subarray(0, end)
    if (!isUtf8(records) || needsCleaning(records.toString('utf8')) || (lines && scan.found().hasBreaks))
      return undefined
    await parts.write(records)
    return bytes.subarray(end)
  }
  let waiting: Buffer | undefined = body && head.subarray(body.start)
  for await (const chunk of rest) {
    if (waiting === undefined) break
    waiting = await take(waiting.length === 0 ? Buffer.from(chunk) : Buffer.concat([waiting, chunk]), false)
  }
  if (waiting !== undefined) waiting = await take(waiting, true)
  const paths = await parts.end()
  if (waiting === undefined) {
    for (const each of paths) await duckdb.remove(each)
    return undefined
  }
  const { hasBreaks, ...found } = scan.found()
  return {
    ...found,
    table: csvTable({ paths, delimiter, longest: found.longest, columns: columnsOf(input) }),
    delimiter,
    input,
    leftOut: {},
    skippedRows: [],
    firstLine: hasBreaks ? undefined : body?.line,
    further: [],
  }
}

async function stageRead({ path, opened, reading, host }: Source, duckdb: Duckdb, { ends }: Further): Promise<Staged> {
  const { inputFormat, sheet, header, names } = reading
  const input = await openInput(await host.read(path), { name: opened.name, format: inputFormat, sheet, header, names })
  const parts = createParts(duckdb)
  const formulas = input.headings.map(() => 0)
  const leftOut: Record<string, number> = {}
  const skips = createSkipList()
  let records = 0
  let longest = 0
  for await (const each of input.batches) {
    const batch = opened.filter.live(each)
    const [reject] = batch.rejects
    if (reject !== undefined) {
      const where = hasLines(input.format) ? `the record on line ${reject.line}` : `record ${reject.line}`
      throw new HandOver(`${where} cannot be read: ${reject.message}`)
    }
    skips.add(batch)
    for (const [reason, count] of Object.entries(batch.leftOut)) leftOut[reason] = (leftOut[reason] ?? 0) + count
    let text = ''
    for (const record of batch.rows) {
      const { cells, line } = record
      for (const [column, cell] of cells.entries()) if (isFormula(cell)) formulas[column] = (formulas[column] ?? 0) + 1
      const row = `${csvRow([...cells, String(line), ...(ends?.(record) ?? [])], ',')}\n`
      longest = Math.max(longest, row.length)
      text += row
    }
    records += batch.rows.length
    await parts.write(text)
  }
  const paths = await parts.end()
  const quoted = input.headings.map(() => true)
  const further = ends === undefined ? [LINE] : [LINE, FRONT, BACK]
  return {
    records,
    formulas,
    table: csvTable({ paths, delimiter: ',', longest: 4 * longest, columns: [...columnsOf(input), ...further] }),
    delimiter: ',',
    quoted,
    input: {
      ...input,
      diagnostics: () => [...input.diagnostics(), ...retiredRemarks(opened.name, opened.filter.counted())],
    },
    leftOut,
    skippedRows: skips.listed(),
    firstLine: undefined,
    further,
  }
}
