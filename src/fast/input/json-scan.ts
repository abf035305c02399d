import { CR, LF, QUOTE } from '../../io/csv/csv-record.ts'
import { csvRow } from '../../io/csv/csv-write.ts'
import { isFormula } from '../../io/formula.ts'
import { type Joint, MAX_RECORD_LENGTH, type Unread } from '../../io/records.ts'
import type { Memory } from '../memory.ts'
import type { Cells } from './cells.ts'
import { createValues } from './json-values.ts'
import type { Stop } from './scan.ts'

/** Cuts records of JSON from bytes, where their values are single ones; all others are for the reader of JSON. */
export interface JsonScan {
  /** Begins at a record. */
  begin(unread: Unread): void
  /** Cuts what stands between two places, and puts the cells of each record side by side as in delimited text. */
  cut(from: number, to: number): Stop
  /** Where the next record is: in memory, and in the file. */
  at(): number
  line(): number
  col(): number
  /** Records cut so far. */
  records(): number
  /** The own text of a record. */
  textOf(record: number): string
  /** The same without its last brace; undefined if it has to be written again. */
  bodyOf(record: number): Body | undefined
}

export interface Body {
  readonly from: number
  readonly to: number
  /** With its last brace. */
  readonly end: number
}

interface JsonInput {
  readonly headings: readonly string[]
  readonly delimiter: string
  /** Whether records are copied as delimited text: their cells are looked through for what is quoted there, and for formulas. */
  readonly isCopied?: boolean
}

const [OPEN, COMMA, RECORD_SEPARATOR] = [0x7b, 0x2c, 0x1e]
const [SPACE, TAB] = [0x20, 0x09]
/** Instead of a place: a record is not plain, it is not all there, or there is no room for it. */
const [ODD, SHORT, FULL] = [-1, -2, -3]
/** A mistake so close to the end may be a value that is not all there. */
const NEAR = 16

/** Bits that no ASCII has, in each of four bytes. */
const NOT_ASCII = -2139062144

const FIRST = new Uint8Array(256)
for (const sign of '=@\t\r+-') FIRST[sign.charCodeAt(0)] = 1

export function createJsonScan(
  cells: Cells,
  memory: Memory,
  { headings, delimiter, isCopied = false }: JsonInput,
): JsonScan {
  const { bytes, view, rows } = memory
  const { starts, ends, lines, isUsual, formulas, size, width } = cells
  const separator = delimiter.charCodeAt(0)
  const values = createValues(headings, memory)
  const { place } = values
  const bodies = new Int32Array(3 * size)
  let joint: Joint = 'line'
  let isFirst = true
  let [at, line, col, written, count] = [0, 1, 1, rows.from, 0]
  /** Line breaks before a record. */
  let passed = 0

  function needsQuotes(from: number, to: number): boolean {
    for (let each = from; each < to; each += 1) {
      const byte = bytes[each] ?? 0
      if (byte === separator || byte === QUOTE || byte === LF || byte === CR) return true
    }
    return false
  }

  /** Puts the cells of a record side by side; false if one of them is no text. */
  function write(record: number): boolean {
    const { from, to, isEscaped } = values
    let risky = 0
    let out = written
    starts[record] = out
    for (let column = 0; column < width; column += 1) {
      const first = from[column] ?? 0
      const end = to[column] ?? 0
      if (first < end && (isEscaped[column] === 1 || (isCopied && needsQuotes(first, end)))) {
        const text = isEscaped[column] === 1 ? unescaped(first, end) : bytes.toString('utf8', first, end)
        if (text === undefined) return false
        const isQuoted = isCopied || text.startsWith('"')
        if (isCopied && isFormula(text)) risky += 1
        out += bytes.write(isQuoted ? csvRow([text], delimiter) : text, out)
      } else {
        for (let byte = 0; byte < end - first; byte += 4) view.setInt32(out + byte, view.getInt32(first + byte))
        out += end - first
        const isRisky = isCopied && first < end && FIRST[bytes[first] ?? 0] === 1
        if (isRisky && isFormula(bytes.toString('utf8', first, end))) risky += 1
      }
      ends[record * width + column] = out
      bytes[out] = separator
      out += 1
    }
    written = out
    isUsual[record] = 1
    formulas[record] = risky
    starts[record + 1] = out
    return true
  }

  function unescaped(from: number, to: number): string | undefined {
    try {
      return String(JSON.parse(bytes.toString('utf8', from - 1, to + 1)))
    } catch {
      return undefined
    }
  }

  /** Passes what stands before a record; gives a place, or why there is none. */
  function passJoint(start: number, end: number): number {
    let isOpen = joint === 'line' || isFirst
    let next = start
    for (; next < end; next += 1) {
      const byte = bytes[next] ?? 0
      if (byte === OPEN) return isOpen || joint === 'any' ? next : ODD
      if (byte === SPACE || byte === TAB) continue
      if (joint === 'line') return ODD
      if (byte === CR && next + 1 >= end) return SHORT
      if (byte === LF || (byte === CR && bytes[next + 1] !== LF)) passed += 1
      else if (byte === COMMA && !isOpen) isOpen = true
      else if (byte !== CR && byte !== RECORD_SEPARATOR) return ODD
    }
    return SHORT
  }

  /** Passes what stands behind a record in its line. */
  function passLineEnd(start: number, end: number): number {
    let next = start
    while (bytes[next] === SPACE || bytes[next] === TAB) next += 1
    if (bytes[next] === CR) next += 1
    if (next >= end) return SHORT
    return bytes[next] === LF ? next + 1 : ODD
  }

  /** Whether a record that is not plain may be so for want of its rest. */
  function isShort(start: number, end: number): boolean {
    return joint === 'line' ? bytes.subarray(start, end).indexOf(LF) < 0 : values.at() + NEAR >= end
  }

  /** Cuts the record that begins behind a place; gives the place behind it, or why there is none. */
  function cutRecord(start: number, end: number): number {
    passed = 0
    const first = passJoint(start, end)
    if (first < 0) return first
    const before = passed
    if (!values.read(first, end)) return isShort(first, end) ? SHORT : ODD
    const isLine = joint === 'line'
    if (isLine && values.breaks() > 0) return ODD
    const behind = isLine ? passLineEnd(place.last, end) : place.last
    if (behind < 0) return behind
    const length = place.last - first
    if (length > MAX_RECORD_LENGTH) return ODD
    if (written + 2 * length + 3 * width > rows.to) return cells.records === 0 ? ODD : FULL
    const record = cells.records
    if (!write(record)) return ODD
    lines[record] = line + before
    line += isLine ? 1 : before + values.breaks()
    bodies[3 * record] = first
    bodies[3 * record + 1] = values.hasOwn() ? first : place.body
    bodies[3 * record + 2] = place.last
    cells.records += 1
    isFirst = false
    return behind
  }

  /** Counts on the column over bytes that were passed, by units of UTF-16. */
  function passColumns(from: number, to: number): void {
    const region = bytes.subarray(from, to)
    const lineStart = Math.max(region.lastIndexOf(LF), region.lastIndexOf(CR)) + 1
    if (lineStart > 0) col = 1
    col += unitsIn(from + lineStart, to)
  }

  function unitsIn(from: number, to: number): number {
    let units = to - from
    for (let next = from; next < to; ) {
      if ((view.getInt32(next) & NOT_ASCII) === 0) {
        next += 4
        continue
      }
      const byte = bytes[next] ?? 0
      if ((byte & 0xc0) === 0x80) units -= 1
      else if (byte >= 0xf0) units += 1
      next += 1
    }
    return units
  }

  return {
    begin(unread) {
      line = unread.line
      col = unread.col ?? 1
      joint = unread.joint ?? 'line'
      isFirst = unread.isFirst ?? false
    },
    cut(from, to) {
      if (cells.records === 0) written = rows.from
      at = from
      let behind = 0
      while (cells.records < size) {
        behind = cutRecord(at, to)
        if (behind < 0) break
        count += 1
        at = behind
      }
      if (joint !== 'line') passColumns(from, at)
      if (behind === SHORT && to - at <= MAX_RECORD_LENGTH) return 'more'
      return behind === ODD || behind === SHORT ? 'odd' : 'full'
    },
    at: () => at,
    line: () => line,
    col: () => col,
    records: () => count,
    textOf: record => bytes.toString('utf8', bodies[3 * record], bodies[3 * record + 2]),
    bodyOf(record) {
      const [from, to, end] = [bodies[3 * record] ?? 0, bodies[3 * record + 1] ?? 0, bodies[3 * record + 2] ?? 0]
      return from === to ? undefined : { from, to, end }
    },
  }
}
