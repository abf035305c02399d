import { Buffer } from 'node:buffer'
import { LF } from '../io/csv/csv-record.ts'
import { csvRow } from '../io/csv/csv-write.ts'
import { MAX_RECORD_LENGTH, type PlainCutter, type Row } from '../io/records.ts'
import type { Cells } from './cells.ts'
import type { Memory } from './memory.ts'
import { createScan } from './scan.ts'

/** How records come into memory: text that is cut here, or rows that were cut elsewhere. */
export interface Door {
  readonly cutter: PlainCutter
  /** Puts rows into the batch, from one on; gives how many, none if there is no room for even one. */
  put(rows: readonly Row[], from: number, complete: (cells: readonly string[]) => readonly string[]): number
}

/** UTF-16 units that are written at a time. */
const PIECE = 262_144
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
  const own = createScan(cells, memory, { delimiter, headings, name, isOwn: true })
  const scan = createScan(cells, memory, { delimiter, headings, name, isOwn: false })
  let [from, to] = [input.from, input.from]
  let line = 1
  /** Text that there was no room for yet. */
  let queue = ''

  /** Moves what is not cut yet to the beginning, and text behind it. Records that were cut are gone then. */
  function refill(): void {
    if (queue === '') return
    bytes.copyWithin(input.from, from, to)
    to = input.from + (to - from)
    from = input.from
    while (queue !== '' && input.to - to >= WIDEST * PIECE) {
      const end = cutAt(queue, PIECE)
      to += bytes.write(queue.slice(0, end), to)
      queue = queue.slice(end)
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
        queue = unread.text + bytes.toString('utf8', from, to) + queue
        from = to = input.from
        refill()
      }
    },
    feed(text) {
      if (queue === '' && WIDEST * text.length < input.to - to) {
        to += bytes.write(text, to)
        return true
      }
      queue += text
      if (cells.records > 0) return false
      refill()
      return true
    },
    cut() {
      for (;;) {
        if (cells.records === 0) refill()
        const stop = scan.cut(from, to, line)
        from = scan.at()
        line = scan.line()
        if (stop !== 'more' || queue === '') return stop
        if (cells.records > 0) return 'full'
      }
    },
    hasRecords: () => cells.records > 0,
    line: () => line,
    waiting: () => to - from + Buffer.byteLength(queue),
    giveBack(wanted) {
      refill()
      const place = bytes.subarray(0, to).indexOf(LF, Math.min(from + wanted, to))
      const end = place < 0 ? to : place + 1
      const text = bytes.toString('utf8', from, end)
      from = end
      return text
    },
  }

  return {
    cutter,
    put(rows, start, complete) {
      cells.records = 0
      let end = region.from
      let taken = start
      for (; taken < rows.length && taken - start < cells.size; taken += 1) {
        const row = rows[taken]
        if (row === undefined) break
        const text = csvRow(padded(complete(row.cells), cells.width), delimiter)
        if (WIDEST * text.length >= Math.min(region.to - end, MAX_ROW)) break
        end += bytes.write(text, end)
        bytes[end] = LF
        end += 1
      }
      own.cut(region.from, end, 1)
      for (let record = 0; record < cells.records; record += 1) cells.lines[record] = rows[start + record]?.line ?? 0
      return cells.records
    },
  }
}

function padded(cells: readonly string[], width: number): readonly string[] {
  return cells.length === width ? cells : Array.from({ length: width }, (_, column) => cells[column] ?? '')
}

/** Not in the middle of a character. */
function cutAt(text: string, end: number): number {
  const code = text.charCodeAt(end - 1)
  return code >= 0xd800 && code < 0xdc00 ? end - 1 : end
}
