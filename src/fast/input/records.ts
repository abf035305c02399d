import type { Signs } from '../../engine/events/moments.ts'
import type { KeyHash } from '../../engine/key-counter.ts'
import { QUOTE } from '../../io/csv/csv-record.ts'
import type { Format, PlainCutter, Row } from '../../io/records.ts'
import { createPlainHash, isSalesforce } from '../keys.ts'
import { createMemory } from '../memory.ts'
import { createBudget, createPiece } from '../pieces/pieces.ts'
import type { Question } from '../pieces/questions.ts'
import { createFinder } from '../values/finder.ts'
import { cellEnd, cellStart, createCells, textAt, textsOf } from './cells.ts'
import { createDoor, putInTurn } from './door.ts'

/** A record as it is looked at; good until the next one. */
export interface RecordView<T> {
  readonly line: number
  text(column: number): string
  cells(): readonly string[]
  /** What was worked out of another record with the same cells in the columns that matter; nothing if that is not known. */
  readonly shared: T | undefined
  /** The signs of a cell, and the hashes of one that is a key: see `EventRecord`. Both are good until the next call. */
  signs?(column: number): Signs | undefined
  keyHash?(column: number): KeyHash | undefined
}

export interface FastRecords<T> {
  /** What cuts plain records from the input. */
  readonly cutter: PlainCutter
  /** Gives the records that were cut. */
  giveCut(take: (record: RecordView<T>) => void): void
  /** Gives rows that were cut elsewhere. */
  giveRows(rows: readonly Row[], take: (record: RecordView<T>) => void): void
}

export interface RecordsJob<T> {
  readonly format: Format
  readonly headings: readonly string[]
  readonly delimiter: string
  readonly name: string
  /** Columns whose cells decide what is worked out once. */
  readonly columns: readonly number[]
  workOut(cells: readonly string[]): T
}

const NO_KEY: KeyHash = { mark: 0, slot: 0 }

/** Different cells of a column that are told apart. */
const MAX_TEXTS = 65_536

/** Reads records for whoever looks at few of their cells, and works out what equal ones have in common only once. */
export function createFastRecords<T>({
  format,
  headings,
  delimiter,
  name,
  columns,
  workOut,
}: RecordsJob<T>): FastRecords<T> {
  const memory = createMemory()
  const cells = createCells(headings.length)
  const door = createDoor(cells, memory, { format, delimiter, headings, name })
  const sources = columns.map(column => createSource(column))
  const questions = sources.map(({ source }): Question => ({ source, answer: String }))
  const piece = createPiece<T>(cells.size, questions, createBudget())

  function createSource(column: number) {
    const ids = new Int32Array(cells.size)
    let size = 1
    // Past the limit a cell is not known.
    const find = createFinder(memory, () => (size <= MAX_TEXTS ? size++ : 0))
    return {
      source: { ids, size: () => size, hasUnknown: () => size > MAX_TEXTS },
      run(records: number) {
        for (let record = 0; record < records; record += 1)
          ids[record] = find(cellStart(cells, record, column), cellEnd(cells, record, column))
      },
    }
  }

  const { hash, take: takePlain } = createPlainHash(memory)
  const { bytes } = memory
  const signs = { from: 0, length: 0, sign: (at: number) => bytes[signs.from + at] ?? 0 }

  const view = {
    line: 0,
    record: 0,
    shared: undefined as T | undefined,
    text: (column: number) =>
      textAt(memory, cellStart(cells, view.record, column), cellEnd(cells, view.record, column)),
    cells: () => textsOf(cells, view.record, memory),
    signs(column: number): Signs | undefined {
      signs.from = cellStart(cells, view.record, column)
      signs.length = cellEnd(cells, view.record, column) - signs.from
      return bytes[signs.from] === QUOTE ? undefined : signs
    },
    keyHash(column: number): KeyHash | undefined {
      const from = cellStart(cells, view.record, column)
      const to = cellEnd(cells, view.record, column)
      if (from === to) return NO_KEY
      return !isSalesforce(memory, from, to) && takePlain(from, to) ? hash : undefined
    },
  }

  function give(take: (record: RecordView<T>) => void): void {
    const { records } = cells
    for (const { run } of sources) run(records)
    piece.run(records)
    piece.learn(records, record => workOut(textsOf(cells, record, memory)))
    for (let record = 0; record < records; record += 1) {
      view.record = record
      view.line = cells.lines[record] ?? 0
      view.shared = piece.values[piece.ids[record] ?? 0]
      take(view)
    }
    cells.records = 0
  }

  return {
    cutter: door.cutter,
    giveCut: give,
    giveRows(rows, take) {
      for (const { taken, row } of putInTurn(door, rows)) {
        if (taken > 0) give(take)
        else take(viewOf(row))
      }
    },
  }
}

/** A row that there is no room for in memory. */
function viewOf<T>({ line, cells }: Row): RecordView<T> {
  return { line, text: column => cells[column] ?? '', cells: () => cells, shared: undefined }
}
