import { isFormula } from '../formula.ts'
import { type LineEnd, MAX_RECORD_LENGTH } from '../records.ts'
import { makeSpecialCheck, type Outline } from './csv-special.ts'

/** Facts about delimited text that the check for clean text needs. */
export interface Clean {
  readonly headings: readonly string[]
  /** One byte. */
  readonly delimiter: string
  readonly lineEnd: LineEnd
  /** Of the file, for messages. */
  readonly name: string
}

/** What the check found. */
export interface Found {
  readonly records: number
  /** Bytes of the longest record. */
  readonly longest: number
  /** Whether a cell has a line break in it. */
  readonly hasBreaks: boolean
  /** By column: whether one of its cells stands in quotes. */
  readonly quoted: readonly boolean[]
  /** By column: how many cells a spreadsheet would run as a formula. */
  readonly formulas: readonly number[]
}

/** Looks at every byte of the records below the header. */
export interface CleanScan {
  /**
   * Checks the whole records at the beginning of some bytes and returns where they end; undefined as soon as something
   * is not clean. `isLast`: no bytes come after these.
   */
  take(bytes: Buffer, isLast: boolean): number | undefined
  found(): Found
}

/** What a byte means outside of quotes; those below `DELIMITER` are part of a cell. */
const PLAIN = 0
const STRANGE = 1
const DELIMITER = 2
const LF_SIGN = 3
const CR_SIGN = 4
const QUOTE_SIGN = 5
const [LF, CR, QUOTE] = [0x0a, 0x0d, 0x22]

/**
 * Delimited text is clean if every reader of such text reads it alike: all records have the cells of the header, line
 * ends are of one kind, quotes stand around whole cells only, and no record is blank, a footer or a header, which
 * `csv-scan.ts` would skip. `csv-scan.ts` reads text that is not clean, too.
 */
export function makeCleanScan({ headings, delimiter, lineEnd, name }: Clean): CleanScan {
  const signs = signsOf(delimiter.charCodeAt(0))
  const expected = headings.length
  const isSpecial = makeSpecialCheck(headings, delimiter, name)
  const outline: Outline = { firstFrom: 0, firstTo: 0, secondFrom: 0, secondTo: 0, filledFrom: 0, filledTo: 0 }
  const quoted = headings.map(() => false)
  const formulas = headings.map(() => 0)
  /** Columns with a formula in this record; it may be looked at again. */
  const risky: number[] = []
  let records = 0
  let longest = 0
  let hasBreaks = false

  /** Where the cell in quotes that starts at `at` is closed; -1 if that is not in these bytes. */
  function closing(bytes: Buffer, at: number): number {
    for (let end = at + 1; end < bytes.length; end += 1) {
      const byte = bytes[end]
      if (byte === QUOTE) {
        if (bytes[end + 1] !== QUOTE) return end
        end += 1
      } else if (byte === LF || byte === CR) hasBreaks = true
    }
    return -1
  }

  /** Where the line end at `at` is over; undefined if it is of another kind. */
  function behind(bytes: Buffer, at: number): number | undefined {
    if (bytes[at] === LF) return lineEnd === 'LF' ? at + 1 : undefined
    if (lineEnd === 'CR') return bytes[at + 1] === LF ? undefined : at + 1
    return lineEnd === 'CRLF' && bytes[at + 1] === LF ? at + 2 : undefined
  }

  /** A cell that begins with a sign of formulas. */
  function weigh(bytes: Buffer, start: number, end: number, column: number): void {
    const cell = bytes.toString('utf8', start, end)
    if (isFormula(cell)) risky.push(column)
  }

  /** Notes the positions of the cells that show what kind of record this is. */
  function note(column: number, from: number, to: number): void {
    if (column === 0) {
      outline.firstFrom = from
      outline.firstTo = to
      outline.filledTo = 0
    } else if (column === 1) {
      outline.secondFrom = from
      outline.secondTo = to
    }
    if (to > from && outline.filledTo === 0) {
      outline.filledFrom = from
      outline.filledTo = to
    }
  }

  /** The end of one record; undefined if it is not clean, -1 if it is not all there. */
  function record(bytes: Buffer, start: number, isLast: boolean): number | undefined {
    const { length } = bytes
    // An incomplete record is checked again with more bytes, a limited number of times.
    const unfinished = length - start > MAX_RECORD_LENGTH ? undefined : -1
    let at = start
    let isBlank = true
    for (let column = 0; ; column += 1) {
      if (column === expected) return undefined
      const first = bytes[at] ?? LF
      let from = at
      if (first === QUOTE) {
        const close = closing(bytes, at)
        if (close < 0) return isLast ? undefined : unfinished
        if (close + 1 === length && !isLast) return unfinished
        quoted[column] = true
        from += 1
        at = close + 1
        const sign = at < length ? signs[bytes[at] ?? 0] : LF_SIGN
        if (sign === PLAIN || sign === STRANGE || sign === QUOTE_SIGN) return undefined
        if (STARTS[bytes[from] ?? 0] === 1) weigh(bytes, from, close, column)
        const inside = signs[bytes[from] ?? 0]
        if (from < close && (inside === PLAIN || inside === QUOTE_SIGN)) isBlank = false
        if (column < 2 || outline.filledTo === 0) note(column, from, close)
      } else {
        while (at < length && (signs[bytes[at] ?? 0] ?? 0) < DELIMITER) at += 1
        if (at > from) {
          if (signs[first] === PLAIN) isBlank = false
          if (STARTS[first] === 1) weigh(bytes, from, at, column)
        }
        if (column < 2 || outline.filledTo === 0) note(column, from, at)
      }
      if (at >= length) {
        if (!isLast) return unfinished
        return column + 1 === expected && !isBlank ? at : undefined
      }
      const sign = signs[bytes[at] ?? 0]
      if (sign === QUOTE_SIGN) return undefined
      if (sign === DELIMITER) {
        at += 1
        continue
      }
      if (at + 1 === length && lineEnd !== 'LF' && !isLast) return unfinished
      return column + 1 === expected && !isBlank ? behind(bytes, at) : undefined
    }
  }

  return {
    take(bytes, isLast) {
      let at = 0
      while (at < bytes.length) {
        risky.length = 0
        const end = record(bytes, at, isLast)
        if (end === undefined) return undefined
        if (end < 0) break
        if (end - at > MAX_RECORD_LENGTH || isSpecial(bytes, at, end, outline)) return undefined
        longest = Math.max(longest, end - at)
        for (const column of risky) formulas[column] = (formulas[column] ?? 0) + 1
        records += 1
        at = end
      }
      return at
    },
    found: () => ({ records, longest, hasBreaks, quoted, formulas }),
  }
}

/** The meaning of every byte; only printable ASCII is certain not to be white space. */
function signsOf(delimiter: number): Uint8Array {
  const signs = new Uint8Array(256).fill(STRANGE)
  signs.fill(PLAIN, 0x21, 0x7f)
  signs[LF] = LF_SIGN
  signs[CR] = CR_SIGN
  signs[QUOTE] = QUOTE_SIGN
  signs[delimiter] = DELIMITER
  return signs
}

/** The first characters of formulas. */
const STARTS = new Uint8Array(256)
for (const sign of '=@\t\r+-') STARTS[sign.charCodeAt(0)] = 1
