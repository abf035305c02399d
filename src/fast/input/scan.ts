import { CR, LF, QUOTE } from '../../io/csv/csv-record.ts'
import { makeSpecialCheck, type Outline } from '../../io/csv/csv-special.ts'
import { isFormula } from '../../io/formula.ts'
import { MAX_RECORD_LENGTH } from '../../io/records.ts'
import type { Memory } from '../memory.ts'
import { type Cells, cellEnd, cellStart } from './cells.ts'

/** Why cutting stopped: the batch is full, there are no more bytes, or the next record is not a plain one. */
export type Stop = 'full' | 'more' | 'odd'

/** Cuts bytes into records that every reader of delimited text reads alike. */
export interface Scan {
  /** Cuts what stands between two places; `at` and `line` afterwards: the next record. */
  cut(from: number, to: number, what: Text): Stop
  at(): number
  line(): number
}

const [PLAIN, DELIMITER, LINE_FEED, RETURN, QUOTED] = [0, 1, 2, 3, 4]

/** The same in each of four bytes. */
const ONES = 0x01010101
const HIGH_BITS = -2139062144

/** What formulas begin with. */
const STARTS = new Uint8Array(256)
for (const sign of '=@\t\r+-') STARTS[sign.charCodeAt(0)] = 1

/** Signs of numbers and phone numbers: a cell of these alone behind a plus or a minus is no formula. */
const OF_NUMBERS = new Uint8Array(256)
for (const sign of '0123456789 ().,/%-') OF_NUMBERS[sign.charCodeAt(0)] = 1
const [PLUS, MINUS] = [0x2b, 0x2d]

export interface Text {
  /** Of its first record. */
  readonly line: number
  /** Whether leadq wrote the records into memory itself: none of them is small print or a header. */
  readonly isOwn: boolean
}

export interface Written {
  /** One byte. */
  readonly delimiter: string
  readonly headings: readonly string[]
  /** Of the file, for messages. */
  readonly name: string
}

export function createScan(cells: Cells, memory: Memory, { delimiter, headings, name }: Written): Scan {
  const { bytes, view } = memory
  const { width, size, starts, ends, lines, isUsual, formulas } = cells
  const separator = delimiter.charCodeAt(0)
  const signs = new Uint8Array(256)
  signs[separator] = DELIMITER
  signs[LF] = LINE_FEED
  signs[CR] = RETURN
  signs[QUOTE] = QUOTED
  // Four bytes at a time are passed, unless one of them is the delimiter or below all printable signs but one.
  const separators = separator * ONES
  const low = (QUOTE + 1) * ONES
  const isSpecial = makeSpecialCheck(headings, delimiter, name)
  const outline: Outline = { firstFrom: 0, firstTo: 0, secondFrom: 0, secondTo: 0, filledFrom: 0, filledTo: 0 }
  let at = 0
  let line = 0
  let isOwn = false

  let breaks = 0
  let isNeeded = false

  /** Where the quotes that open at `from` are closed; -1 if that is not before `to`. Counts line breaks. */
  function closing(from: number, to: number): number {
    let found = 0
    let needed = false
    let place = from + 1
    for (; place < to; place += 1) {
      const byte = bytes[place] ?? 0
      if (signs[byte] === PLAIN) continue
      if (byte === QUOTE) {
        if (bytes[place + 1] !== QUOTE || place + 1 >= to) break
        place += 1
      } else if (byte === LF || (byte === CR && bytes[place + 1] !== LF)) found += 1
      needed = true
    }
    breaks += found
    isNeeded = needed
    return place < to ? place : -1
  }

  /** The first byte from a place on that is not in the middle of a cell without quotes; a line end stands behind all. */
  function plainEnd(from: number): number {
    for (let place = from; ; ) {
      const word = view.getInt32(place, true)
      const other = word ^ separators
      const found = (((word - low) & ~word) | ((other - ONES) & ~other)) & HIGH_BITS
      if (found === 0) {
        place += 4
        continue
      }
      place += (31 - Math.clz32(found & -found)) >> 3
      if (signs[bytes[place] ?? 0] !== PLAIN) return place
      place += 1
    }
  }

  /** Whether a cell that begins with a sign of formulas is one. */
  function isRisky(from: number, to: number): boolean {
    // What stands behind an empty cell is no part of it.
    if (from === to) return false
    if (bytes[from] !== PLUS && bytes[from] !== MINUS) return true
    for (let place = from + 1; place < to; place += 1)
      if (OF_NUMBERS[bytes[place] ?? 0] === 0) return isFormula(bytes.toString('utf8', from, to))
    return false
  }

  /** Cuts the record that begins at `start`: the place behind it, -1 if it is not plain, -2 if it is not all there. */
  function cutRecord(record: number, start: number, end: number): number {
    let place = start
    let cell = record * width
    const last = cell + width
    let usual = 1
    let risky = 0
    for (;;) {
      const first = bytes[place] ?? 0
      const from = place
      if (first === QUOTE) {
        const close = closing(from, end)
        // What stands behind the quote may still come.
        if (close < 0 || close + 1 >= end) return -2
        const inner = bytes[from + 1] ?? 0
        if (!isOwn && (inner === 0x20 || inner === QUOTE) && close > from + 1) return -1
        if (!isNeeded) usual = 0
        if (STARTS[inner] === 1 && isRisky(from + 1, close)) risky += 1
        place = close + 1
      } else {
        place = plainEnd(from)
        if (place < end && STARTS[first] === 1 && isRisky(from, place)) risky += 1
      }
      if (place >= end) return -2
      ends[cell] = place
      cell += 1
      const sign = signs[bytes[place] ?? 0]
      if (sign === DELIMITER) {
        place += 1
        if (cell === last) return -1
      } else if (sign === LINE_FEED) {
        place += 1
        break
      } else if (sign === RETURN) {
        if (place + 1 >= end) return -2
        if (bytes[place + 1] !== LF) return -1
        place += 2
        break
      } else return -1
    }
    if (cell !== last || place - start > MAX_RECORD_LENGTH) return -1
    starts[record] = start
    isUsual[record] = usual
    formulas[record] = risky
    return isOwn || !isOdd(record) ? place : -1
  }

  /** Whether it is blank, small print, totals or a header. */
  function isOdd(record: number): boolean {
    let filled = 0
    while (filled < width && isEmpty(record, filled)) filled += 1
    if (filled === width) return true
    const from = cellStart(cells, record, filled)
    const quote = bytes[from] === QUOTE ? 1 : 0
    outline.filledFrom = from + quote
    outline.filledTo = cellEnd(cells, record, filled) - quote
    if (!isVisible(outline.filledFrom, outline.filledTo) && isBlank(record)) return true
    const first = cellStart(cells, record, 0)
    const firstQuote = bytes[first] === QUOTE ? 1 : 0
    outline.firstFrom = first + firstQuote
    outline.firstTo = cellEnd(cells, record, 0) - firstQuote
    if (width > 1) {
      const second = cellStart(cells, record, 1)
      const secondQuote = bytes[second] === QUOTE ? 1 : 0
      outline.secondFrom = second + secondQuote
      outline.secondTo = cellEnd(cells, record, 1) - secondQuote
    }
    return isSpecial(bytes, starts[record] ?? 0, cellEnd(cells, record, width - 1), outline)
  }

  function isEmpty(record: number, column: number): boolean {
    const [from, to] = [cellStart(cells, record, column), cellEnd(cells, record, column)]
    return from === to || (bytes[from] === QUOTE && to - from === 2)
  }

  /** Whether a byte is surely no white space. */
  function isVisible(from: number, to: number): boolean {
    for (let place = from; place < to; place += 1) {
      const byte = bytes[place] ?? 0
      if (byte > 0x20 && byte < 0x7f) return true
    }
    return false
  }

  function isBlank(record: number): boolean {
    for (let column = 0; column < width; column += 1) {
      const from = cellStart(cells, record, column)
      const quote = bytes[from] === QUOTE ? 1 : 0
      if (isVisible(from + quote, cellEnd(cells, record, column) - quote)) return false
    }
    return true
  }

  return {
    cut(from, to, what) {
      let place = from
      let stop: Stop = 'full'
      // What stands behind the bytes is not read yet; this ends the search for the end of the last cell.
      bytes[to] = LF
      line = what.line
      isOwn = what.isOwn
      while (cells.records < size) {
        breaks = 0
        const behind = place < to ? cutRecord(cells.records, place, to) : -2
        if (behind < 0) {
          stop = behind === -1 || to - place > MAX_RECORD_LENGTH ? 'odd' : 'more'
          break
        }
        lines[cells.records] = line
        line += breaks + 1
        cells.records += 1
        starts[cells.records] = behind
        place = behind
      }
      at = place
      return stop
    },
    at: () => at,
    line: () => line,
  }
}
