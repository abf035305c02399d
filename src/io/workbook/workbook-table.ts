import type { Diagnostic } from '../../base/diagnostic.ts'
import type { Refusal } from '../../base/refusal.ts'
import { emptyBatch, type Filling, hasAnything, isFull, skipRow } from '../batch.ts'
import { makeTail } from '../csv/csv-footer.ts'
import { readFooter } from '../csv/csv-preamble.ts'
import { TOO_LONG } from '../csv/csv-reject.ts'
import { makeHeaderCheck } from '../csv/header/csv-headers.ts'
import type { HeaderOptions } from '../csv/header/find-header.ts'
import { type Batch, MAX_RECORD_LENGTH, MAX_REJECT_LENGTH, type SheetColumn } from '../records.ts'
import { textOf } from './workbook-cells.ts'
import { columnSpellings } from './workbook-columns.ts'
import { findSheetHeader } from './workbook-header.ts'
import type { Shown } from './workbook-styles.ts'
import type { Survey } from './workbook-survey.ts'

/** The cells of a sheet as they were read: texts, numbers, dates, yes and no, and `null`. */
export type Values = readonly (readonly unknown[])[]

/** The table in a sheet: a header, maybe below a title, and the records under it. */
export interface Table {
  readonly headings: readonly string[]
  /** Labels of the lines above it. */
  readonly around: readonly string[]
  /** The row of the header, from 1. */
  readonly line: number
  readonly columns: readonly SheetColumn[]
  readonly uncomputed: number
  /** More than one column, and a record. */
  readonly isLikely: boolean
  /** In words, for the summary. */
  readonly repairs: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  /** Why it is refused if it is the one that is wanted. */
  readonly refusal?: Refusal
  batches(): Generator<Batch>
}

/** Nothing if the sheet is empty. */
export function findTable(
  values: Values,
  { shown, uncomputed }: Pick<Survey, 'shown' | 'uncomputed'>,
  name: string,
  options: HeaderOptions = {},
): Table | undefined {
  const spellings = columnSpellings(values, shown)
  const textsOf = (row: number) => {
    const ways = shown.get(row + 1)
    return (values[row] ?? []).map((value, column) => {
      const way = ways?.get(column + 1)
      const spelling = way === undefined ? spellings[column] : undefined
      return spelling === undefined ? textOf(value, way) : spelling.spell(value)
    })
  }
  const batch = emptyBatch()
  const header = findSheetHeader({ count: values.length, textsOf }, name, options, batch)
  if (header === undefined) return undefined
  const { headings: names, around, line, start, end } = header
  const below = surveyColumns(values, start, end, shown)
  const width = Math.max(names.length, below.length)
  // A column without a name and without a value is the edge of a sheet, or a gap between two columns.
  const kept = Array.from({ length: width }, (_, column) => column).filter(
    column => (names[column] ?? '').trim() !== '' || below[column] !== undefined,
  )
  const headings = pick(names, kept)
  return {
    headings,
    around,
    line,
    uncomputed,
    columns: kept.map(column => {
      const { type, decimals } = below[column] ?? { type: 'text', decimals: false }
      return { type, decimals: decimals && spellings[column]?.hasComma !== true }
    }),
    isLikely:
      kept.length > 1 && header.refusal === undefined && values.slice(start, end).some(row => !row.every(isBlank)),
    repairs: header.repairs,
    diagnostics: header.diagnostics,
    ...(header.refusal && { refusal: header.refusal }),
    batches: () => readBatches(values, { name, start, end, headings, cellsOf: row => pick(textsOf(row), kept) }, batch),
  }
}

/** The types of the columns below the header; undefined for empty ones. */
function surveyColumns(
  values: Values,
  start: number,
  end: number,
  shown: Survey['shown'],
): (SheetColumn | undefined)[] {
  const columns: (SheetColumn | undefined)[] = []
  for (const [row, cells] of values.entries()) {
    if (row < start || row >= end) continue
    const ways = shown.get(row + 1)
    for (const [column, value] of cells.entries()) {
      if (isBlank(value)) continue
      const type = typeOf(value, ways?.get(column + 1))
      const decimals = typeof value === 'number' && !Number.isInteger(value)
      const known = columns[column]
      if (known?.type === type && (known.decimals || !decimals)) continue
      columns[column] = {
        type: known === undefined || known.type === type ? type : 'text',
        decimals: decimals || known?.decimals === true,
      }
    }
  }
  return Array.from(columns)
}

function typeOf(value: unknown, way: Shown | undefined): SheetColumn['type'] {
  if (typeof value === 'number' && way === undefined) return 'number'
  if (typeof value === 'boolean') return 'boolean'
  return value instanceof Date && textOf(value).includes('-') ? 'date' : 'text'
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
}

/** The records below the header, without the footers and totals of reports, as in any other table. */
function* readBatches(
  values: Values,
  { start, end, headings, cellsOf, name }: Reading,
  first: Filling,
): Generator<Batch> {
  const tail = makeTail(headings.length)
  const readAgain = makeHeaderCheck(headings, name)
  const file = (batch: Filling, line: number, cells: string[]) => {
    const text = cells.join('\t')
    if (text.trim() === '') {
      skipRow(batch, 'blank row', line)
      return tail.blank()
    }
    const leftOut = headings.length > 1 ? (readFooter(cells, headings.length) ?? readAgain(cells, line)) : undefined
    if (leftOut !== undefined) {
      skipRow(batch, leftOut, line, text)
      if (leftOut !== 'header row') tail.footer()
      return
    }
    const row = { line, cells, text }
    if (tail.holds(cells, row)) return
    if (tail.isWaiting()) tail.settle(batch, false)
    if (text.length <= MAX_RECORD_LENGTH) batch.rows.push(row)
    else batch.rejects.push({ line, code: 'lead/too-long', message: TOO_LONG, text: text.slice(0, MAX_REJECT_LENGTH) })
  }
  let batch = first
  for (let row = start; row < values.length; row += 1) {
    if (row < end) file(batch, row + 1, cellsOf(row))
    else skipBelow(batch, row + 1, cellsOf(row))
    if (!isFull(batch)) continue
    yield batch
    batch = emptyBatch()
  }
  tail.settle(batch, true)
  if (hasAnything(batch)) yield batch
}

/** A row of another table, below the one that is read. */
function skipBelow(batch: Filling, line: number, cells: readonly string[]): void {
  const text = cells.join('\t')
  skipRow(batch, text.trim() === '' ? 'blank row' : 'other table row', line, text)
}

interface Reading {
  readonly name: string
  /** The positions of its first row, and behind its last one. */
  readonly start: number
  readonly end: number
  readonly headings: readonly string[]
  cellsOf(row: number): string[]
}

function pick(cells: readonly string[], kept: readonly number[]): string[] {
  return kept.map(column => cells[column] ?? '')
}
