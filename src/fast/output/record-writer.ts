import { CR, LF, QUOTE } from '../../io/csv/csv-record.ts'
import { csvRow } from '../../io/csv/csv-write.ts'
import { isFormula, neutraliseFormula } from '../../io/formula.ts'
import { type Cells, cellEnd, cellStart, textsOf } from '../input/cells.ts'
import type { Memory } from '../memory.ts'
import type { Delimited } from './forms.ts'

/** Writes the columns of records that stay. */
export interface RecordWriter {
  /** From `out` on; gives where the record ends. */
  write(record: number, out: number): number
  /** Cells written so far that a spreadsheet would run as formulas. */
  formulas: number
}

/** `between`: what stands between the cells of records in memory. */
export function createRecordWriter(
  cells: Cells,
  memory: Memory,
  { delimiter, escapeFormulas, kept }: Delimited,
  between: string,
): RecordWriter {
  const { bytes, view } = memory
  const { width } = cells
  const keepsAll = kept.length === width
  const copies = !escapeFormulas && delimiter === between
  const separator = delimiter.charCodeAt(0)
  const columns = Int32Array.from(kept)
  const needsQuotes = new Uint8Array(256)
  for (const byte of [separator, QUOTE, CR, LF]) needsQuotes[byte] = 1

  function copy(from: number, to: number, out: number): number {
    const size = to - from
    if (size > 32) bytes.copyWithin(out, from, to)
    else for (let place = 0; place < size; place += 4) view.setInt32(out + place, view.getInt32(from + place))
    return out + size
  }

  function isNeeded(from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) if (needsQuotes[bytes[at] ?? 0] === 1) return true
    return false
  }

  /** A cell in the quotes that it needs, and no others. Values of JSON stand in memory without any. */
  function writeCell(from: number, to: number, out: number): number {
    const isQuoted = bytes[from] === QUOTE && from < to
    const inset = isQuoted ? 1 : 0
    if (!isNeeded(from + inset, to - inset)) return copy(from + inset, to - inset, out)
    return isQuoted
      ? copy(from, to, out)
      : out + bytes.write(csvRow([bytes.toString('utf8', from, to)], delimiter), out)
  }

  function writeCells(record: number, start: number): number {
    let out = start
    for (let index = 0; index < columns.length; index += 1) {
      if (index > 0) {
        bytes[out] = separator
        out += 1
      }
      const column = columns[index] ?? 0
      out = writeCell(cellStart(cells, record, column), cellEnd(cells, record, column), out)
    }
    return out
  }

  function writeTexts(record: number, out: number): number {
    const texts = textsOf(cells, record, memory)
    const own = keepsAll ? texts : kept.map(position => texts[position] ?? '')
    for (const cell of own) if (isFormula(cell)) writer.formulas += 1
    return out + bytes.write(csvRow(escapeFormulas ? own.map(neutraliseFormula) : own, delimiter), out)
  }

  const writer: RecordWriter = {
    formulas: 0,
    write(record, out) {
      const risky = cells.formulas[record] ?? 0
      if (!copies || (!keepsAll && risky > 0)) return writeTexts(record, out)
      writer.formulas += risky
      if (!keepsAll || cells.isUsual[record] === 0) return writeCells(record, out)
      const from = cells.starts[record] ?? 0
      const to = cellEnd(cells, record, width - 1)
      bytes.copyWithin(out, from, to)
      return out + to - from
    },
  }
  return writer
}
