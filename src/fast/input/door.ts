import { Buffer } from 'node:buffer'
import { LF } from '../../io/csv/csv-record.ts'
import { csvRow } from '../../io/csv/csv-write.ts'
import { MAX_RECORD_LENGTH, type PlainCutter, type Row } from '../../io/records.ts'
import type { Memory } from '../memory.ts'
import { type Cells, cellEnd, textsOf } from './cells.ts'
import { createScan } from './scan.ts'

/** How records come into memory: text that is cut here, or rows that were cut elsewhere. */
export interface Door {
  readonly cutter: PlainCutter
  /**
   * Puts rows into the batch, from one on; gives how many, none if there is no room for even one. `all` has the cells of each
   * row and those behind them.
   */
  put(rows: readonly Row[], from: number, all: readonly (readonly string[])[]): number
  /** Whether the batch is made of such rows. */
  hasRows(): boolean
  /** A record of the batch as a row. */
  rowOf(record: number): Row
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

export function createDoor(
  cells: Cells,
  memory: Memory,
  {
    delimiter,
    headings,
    name,
  }: { readonly delimiter: string; readonly headings: readonly string[]; readonly name: string },
): Door {
  const { bytes, input, rows: region } = memory
  // One for both kinds of records: V8 compiles the loops of a closure better while there is only one of its kind.
  const scan = createScan(cells, memory, { delimiter, headings, name })
  let [from, to] = [input.from, input.from]
  let line = 1
  /** Bytes that there was no room for yet. */
  const queue: Uint8Array[] = []
  /** The rows of the batch, if it is made of rows. */
  let given: readonly Row[] = []

  /** Moves what is not cut yet to the beginning. Records that were cut are gone then. */
  function moveUp(): void {
    bytes.copyWithin(input.from, from, to)
    to = input.from + (to - from)
    from = input.from
  }

  function refill(): void {
    if (queue.length === 0) return
    moveUp()
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const size = Math.min(next.length, input.to - to)
      bytes.set(next.subarray(0, size), to)
      to += size
      if (size === next.length) continue
      queue.unshift(next.subarray(size))
      return
    }
  }

  const cutter: PlainCutter = {
    begin(unread) {
      line = unread.line
      if (unread.text === '') return
      // What stands before it was given back, so there is nearly always room for it there.
      const size = Buffer.byteLength(unread.text)
      if (from - size >= input.from) {
        from -= size
        bytes.write(unread.text, from)
      } else {
        queue.unshift(Buffer.from(unread.text), Buffer.from(bytes.subarray(from, to)))
        from = to = input.from
        refill()
      }
    },
    feed(more) {
      if (cells.records === 0) moveUp()
      if (queue.length === 0 && more.length <= input.to - to) {
        bytes.set(more, to)
        to += more.length
        return true
      }
      queue.push(more)
      if (cells.records > 0) return false
      refill()
      return true
    },
    cut() {
      for (;;) {
        if (cells.records === 0) {
          refill()
          given = []
        }
        const stop = scan.cut(from, to, { line, isOwn: false })
        from = scan.at()
        line = scan.line()
        if (stop !== 'more' || queue.length === 0) return stop
        if (cells.records > 0) return 'full'
      }
    },
    ready: () => Promise.resolve(),
    end: () => false,
    hasRecords: () => cells.records > 0,
    line: () => line,
    waiting: () => queue.reduce((sum, { length }) => sum + length, to - from),
    giveBack(wanted) {
      refill()
      const place = bytes.subarray(0, to).indexOf(LF, Math.min(from + wanted, to))
      const end = place < 0 ? characterEnd(bytes, to, queue[0]?.[0]) : place + 1
      const text = bytes.toString('utf8', from, end)
      from = end
      return text
    },
    skip(wanted) {
      for (let left = wanted; left > 0; ) {
        if (from === to) refill()
        const size = Math.min(left, to - from)
        if (size === 0) return
        from += size
        left -= size
      }
    },
  }

  return {
    cutter,
    hasRows: () => given.length > 0,
    rowOf(record) {
      const own = given[record]
      if (own !== undefined) return own
      const text = bytes.toString('utf8', cells.starts[record], cellEnd(cells, record, headings.length - 1))
      return { line: cells.lines[record] ?? 0, cells: textsOf(cells, record, memory).slice(0, headings.length), text }
    },
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

/** Not in the middle of a character; `next` is the byte that comes after these. */
function characterEnd(bytes: Buffer, to: number, next = 0): number {
  let end = to
  let after = next
  while ((after & 0xc0) === 0x80) {
    end -= 1
    after = bytes[end] ?? 0
  }
  return end
}
