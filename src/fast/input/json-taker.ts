import { CR, LF, QUOTE } from '../../io/csv/csv-record.ts'
import { csvRow } from '../../io/csv/csv-write.ts'
import { isFormula } from '../../io/formula.ts'
import { MAX_RECORD_LENGTH, type RecordTaker, type Row } from '../../io/records.ts'
import type { Memory } from '../memory.ts'
import { type Cells, textsOf } from './cells.ts'
import { createValues } from './json-values.ts'

/** Plain records of JSON on their way into a batch. */
export interface JsonTaker extends RecordTaker {
  /** A record of the batch as a row; undefined if it did not come this way. */
  rowOf(record: number): Row | undefined
  /** Where the own text of a record is, without its last brace; undefined as above, or if it has to be read again. */
  bodyOf(record: number): Body | undefined
  /** Forgets the records of a batch that is written. */
  clear(): void
}

export interface Body {
  readonly from: number
  readonly to: number
  /** With its last brace. */
  readonly end: number
}

interface TakerJob {
  readonly headings: readonly string[]
  readonly delimiter: string
  /** Whether records are copied as delimited text: their cells are looked through for what is quoted there, and for formulas. */
  readonly isCopied: boolean
}

/** A unit of UTF-16 comes to at most so many bytes. */
const WIDEST = 3

const FIRST = new Uint8Array(256)
for (const sign of '=@\t\r+-') FIRST[sign.charCodeAt(0)] = 1

/**
 * Takes records whose values are single ones by the bytes of their texts: their cells are put side by side as in delimited
 * text. Everything else is for the reader of JSON.
 */
export function createJsonTaker(cells: Cells, memory: Memory, { headings, delimiter, isCopied }: TakerJob): JsonTaker {
  const { bytes, view, input, rows } = memory
  const { starts, ends, lines, isUsual, formulas, size, width } = cells
  const separator = delimiter.charCodeAt(0)
  const values = createValues(headings, memory)
  const texts: string[] = []
  const bodies = new Int32Array(3 * size)
  let [read, written] = [input.from, rows.from]
  let taken = 0

  function begin(): void {
    read = input.from
    written = rows.from
    taken = 0
  }

  function needsQuotes(at: number, end: number): boolean {
    for (let place = at; place < end; place += 1) {
      const byte = bytes[place] ?? 0
      if (byte === separator || byte === QUOTE || byte === LF || byte === CR) return true
    }
    return false
  }

  /** Puts the cells of a record side by side. */
  function write(record: number): void {
    const { from, to } = values
    let risky = 0
    let out = written
    starts[record] = out
    for (let column = 0; column < width; column += 1) {
      const at = from[column] ?? 0
      const end = to[column] ?? 0
      if (at < end && (bytes[at] === QUOTE || (isCopied && needsQuotes(at, end)))) {
        out += bytes.write(csvRow([bytes.toString('utf8', at, end)], delimiter), out)
      } else {
        for (let byte = 0; byte < end - at; byte += 4) view.setInt32(out + byte, view.getInt32(at + byte))
        out += end - at
      }
      const isRisky = isCopied && at < end && FIRST[bytes[at] ?? 0] === 1
      if (isRisky && isFormula(bytes.toString('utf8', at, end))) risky += 1
      ends[record * width + column] = out
      bytes[out] = separator
      out += 1
    }
    written = out
    isUsual[record] = 1
    formulas[record] = risky
    starts[record + 1] = out
  }

  return {
    take(text, line) {
      if (cells.records === 0) begin()
      const record = cells.records
      const room = WIDEST * text.length
      if (text.length > MAX_RECORD_LENGTH) return 'odd'
      if (record === size || read + 2 * room > input.to || written + 2 * room + 3 * width > rows.to)
        return record === 0 ? 'odd' : 'full'
      if (!values.read(read, read + bytes.write(text, read))) return 'odd'
      write(record)
      const { place } = values
      lines[record] = line
      texts[record] = text
      bodies[3 * record] = place.first
      bodies[3 * record + 1] = values.hasOwn() ? place.first : place.body
      bodies[3 * record + 2] = place.last
      read = place.end
      cells.records += 1
      taken = cells.records
      return 'taken'
    },
    hasRecords: () => cells.records > 0,
    rowOf(record) {
      if (record >= taken) return undefined
      const own = textsOf(cells, record, memory).slice(0, headings.length)
      return { line: lines[record] ?? 0, cells: own, text: (texts[record] ?? '').trim() }
    },
    bodyOf(record) {
      const [from, to, end] = [bodies[3 * record] ?? 0, bodies[3 * record + 1] ?? 0, bodies[3 * record + 2] ?? 0]
      return record >= taken || from === to ? undefined : { from, to, end }
    },
    clear() {
      taken = 0
    },
  }
}
