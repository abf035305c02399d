import { QUOTE } from '../../io/csv/csv-record.ts'
import type { Memory } from '../memory.ts'

/** The records of a batch by where their cells stand in memory. */
export interface Cells {
  /** Cells of a record. */
  readonly width: number
  /** How many records fit. */
  readonly size: number
  records: number
  /** Where each record begins; one more: where the last one is over. */
  readonly starts: Int32Array
  /** Where each cell ends, its closing quote included. */
  readonly ends: Int32Array
  readonly lines: Int32Array
  /** Whether a record is written as it would be written again. */
  readonly isUsual: Uint8Array
  /** Cells that a spreadsheet would run as formulas. */
  readonly formulas: Int32Array
}

const MAX_RECORDS = 2048
const MAX_CELLS = 262_144

export function createCells(width: number): Cells {
  const size = Math.max(1, Math.min(MAX_RECORDS, Math.floor(MAX_CELLS / Math.max(1, width))))
  return {
    width,
    size,
    records: 0,
    starts: new Int32Array(size + 1),
    ends: new Int32Array(size * width),
    lines: new Int32Array(size),
    isUsual: new Uint8Array(size),
    formulas: new Int32Array(size),
  }
}

export function cellStart({ width, starts, ends }: Cells, record: number, column: number): number {
  return column === 0 ? (starts[record] ?? 0) : (ends[record * width + column - 1] ?? 0) + 1
}

export function cellEnd({ width, ends }: Cells, record: number, column: number): number {
  return ends[record * width + column] ?? 0
}

/** Leaves only some records in the batch, in their order. */
export function keepRecords(cells: Cells, isKept: (record: number) => boolean): void {
  const { width, starts, ends, lines, isUsual, formulas } = cells
  let kept = 0
  for (let record = 0; record < cells.records; record += 1) {
    if (!isKept(record)) continue
    if (kept < record) {
      for (const column of [starts, lines, isUsual, formulas]) column[kept] = column[record] ?? 0
      ends.copyWithin(kept * width, record * width, (record + 1) * width)
    }
    kept += 1
  }
  cells.records = kept
}

export function textAt({ bytes }: Memory, from: number, to: number): string {
  if (bytes[from] !== QUOTE || from === to) return bytes.toString('utf8', from, to)
  return bytes.toString('utf8', from + 1, to - 1).replaceAll('""', '"')
}

/** All cells of a record as texts. */
export function textsOf(cells: Cells, record: number, memory: Memory): string[] {
  return Array.from({ length: cells.width }, (_, column) =>
    textAt(memory, cellStart(cells, record, column), cellEnd(cells, record, column)),
  )
}
