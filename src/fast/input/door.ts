import { LF } from '../../io/csv/csv-record.ts'
import { csvRow } from '../../io/csv/csv-write.ts'
import { type Format, MAX_RECORD_LENGTH, type PlainCutter, type Row } from '../../io/records.ts'
import type { Memory } from '../memory.ts'
import { type Cells, cellEnd, textsOf } from './cells.ts'
import { type Body, createJsonScan } from './json-scan.ts'
import { createScan } from './scan.ts'
import { createWaiting } from './waiting.ts'

/** How records come into memory: text that is cut here, or rows that were cut elsewhere. */
export interface Door {
  readonly cutter: PlainCutter
  /**
   * Puts rows into the batch, from one on; gives how many, none if there is no room for even one. `all` has the cells of each
   * row and those behind them.
   */
  put(rows: readonly Row[], from: number, all: readonly (readonly string[])[]): number
  /** Whether the batch is made of delimited text of the input. */
  isDelimited(): boolean
  /** A record of the batch as a row. */
  rowOf(record: number): Row
  /** Where the own text of a record of JSON is; undefined if it has to be made again. */
  bodyOf(record: number): Body | undefined
}

/** The input whose records come in. */
export interface Incoming {
  readonly format: Format
  /** What stands between the cells of records in memory: one byte. */
  readonly delimiter: string
  readonly headings: readonly string[]
  readonly name: string
  /** Whether records of JSON are copied as delimited text. */
  readonly isCopied?: boolean
  /** Whether leadq wrote the delimited text itself: none of its records is blank, small print, totals or a header. */
  readonly isOwn?: boolean | undefined
}

/** Rows that were put into the batch: how many, none where there is no room for even the first of them. */
interface Putting {
  readonly from: number
  readonly taken: number
  readonly row: Row
}

/** Puts rows into the batch, as many at a time as there is room for; whoever takes them does so after each step. */
export function* putInTurn(
  { put }: Pick<Door, 'put'>,
  rows: readonly Row[],
  all: readonly (readonly string[])[] = [],
): Generator<Putting> {
  for (let from = 0; from < rows.length; ) {
    const taken = put(rows, from, all)
    const row = rows[from]
    if (row !== undefined) yield { from, taken, row }
    from += Math.max(1, taken)
  }
}

/** A unit of UTF-16 comes to at most so many bytes. */
const WIDEST = 3
/** Bytes of the longest row that is put into memory. */
const MAX_ROW = 2 * MAX_RECORD_LENGTH

export function createDoor(cells: Cells, memory: Memory, incoming: Incoming): Door {
  const { format, delimiter, headings, name, isOwn = false } = incoming
  const { bytes, rows: region } = memory
  // One for both kinds of records: V8 compiles the loops of a closure better while there is only one of its kind.
  const scan = createScan(cells, memory, { delimiter, headings, name })
  const json = format === 'json' || format === 'ndjson' ? createJsonScan(cells, memory, incoming) : undefined
  const waiting = createWaiting(memory)
  let line = 1
  /** The rows of the batch, if it is made of rows. */
  let given: readonly Row[] = []

  function cutMore() {
    const { from, to } = waiting
    const stop = json === undefined ? scan.cut(from, to, { line, isOwn }) : json.cut(from, to)
    waiting.from = json === undefined ? scan.at() : json.at()
    line = json === undefined ? scan.line() : json.line()
    return stop
  }

  const cutter: PlainCutter = {
    begin(unread) {
      line = unread.line
      json?.begin(unread)
      waiting.begin(unread.text)
    },
    feed: more => waiting.feed(more, cells.records > 0),
    cut() {
      for (;;) {
        if (cells.records === 0) {
          waiting.refill()
          given = []
        }
        const stop = cutMore()
        if (stop !== 'more' || waiting.isAll()) return stop
        if (cells.records > 0) return 'full'
      }
    },
    ready: () => Promise.resolve(),
    end: () => false,
    hasRecords: () => cells.records > 0,
    line: () => line,
    col: () => json?.col() ?? 1,
    progress: () => json?.records() ?? line,
    waiting: waiting.size,
    giveBack: wanted => waiting.giveBack(wanted, json === undefined),
    skip: waiting.skip,
  }

  return {
    cutter,
    isDelimited: () => json === undefined && given.length === 0,
    rowOf(record) {
      const own = given[record]
      if (own !== undefined) return own
      const line = cells.lines[record] ?? 0
      const texts = textsOf(cells, record, memory).slice(0, headings.length)
      if (json !== undefined) return { line, cells: texts, text: json.textOf(record) }
      const text = bytes.toString('utf8', cells.starts[record], cellEnd(cells, record, headings.length - 1))
      return { line, cells: texts, text }
    },
    bodyOf: record => (given.length > 0 ? undefined : json?.bodyOf(record)),
    put(rows, start, all) {
      cells.records = 0
      let end = region.from
      let taken = start
      for (; taken < rows.length && taken - start < cells.size; taken += 1) {
        const row = rows[taken]
        if (row === undefined) break
        const text = csvRow(padded(all[taken] ?? row.cells, cells.width), delimiter)
        if (WIDEST * text.length >= Math.min(region.to - end, MAX_ROW)) break
        end += bytes.write(text, end)
        bytes[end] = LF
        end += 1
      }
      scan.cut(region.from, end, { line: 1, isOwn: true })
      for (let record = 0; record < cells.records; record += 1) cells.lines[record] = rows[start + record]?.line ?? 0
      given = rows.slice(start, start + cells.records)
      return cells.records
    },
  }
}

function padded(cells: readonly string[], width: number): readonly string[] {
  return cells.length === width ? cells : Array.from({ length: width }, (_, column) => cells[column] ?? '')
}
