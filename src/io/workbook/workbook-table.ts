import { emptyBatch, type Filling, hasAnything, isFull, skipRow } from '../batch.ts'
import { makeTail } from '../csv/csv-footer.ts'
import { countPreamble, isComment, labelOf, readFooter, TOP } from '../csv/csv-preamble.ts'
import { TOO_LONG } from '../csv/csv-reject.ts'
import { makeHeaderCheck } from '../csv/header/csv-headers.ts'
import { type Batch, MAX_RECORD_LENGTH, MAX_REJECT_LENGTH, type SheetColumn } from '../records.ts'
import { textOf } from './workbook-cells.ts'
import { columnSpellings } from './workbook-columns.ts'
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
  batches(): Generator<Batch>
}

/** Nothing if the sheet is empty. */
export function findTable(
  values: Values,
  { shown, uncomputed }: Pick<Survey, 'shown' | 'uncomputed'>,
  name: string,
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
  const { header, around } = findHeader(values, textsOf, batch)
  if (header === undefined) return undefined
  const names = textsOf(header)
  const below = surveyColumns(values, header, shown)
  const width = Math.max(names.length, below.length)
  // A column without a name and without a value is the edge of a sheet, or a gap between two columns.
  const kept = Array.from({ length: width }, (_, column) => column).filter(
    column => (names[column] ?? '').trim() !== '' || below[column] !== undefined,
  )
  const headings = pick(names, kept)
  return {
    headings,
    around: around.map(row => labelOf(textsOf(row))),
    line: header + 1,
    uncomputed,
    columns: kept.map(column => {
      const { type, decimals } = below[column] ?? { type: 'text', decimals: false }
      return { type, decimals: decimals && spellings[column]?.hasComma !== true }
    }),
    isLikely: kept.length > 1 && values.some((row, index) => index > header && !row.every(isBlank)),
    batches: () => readBatches(values, { name, header, headings, cellsOf: row => pick(textsOf(row), kept) }, batch),
  }
}

/** The positions of the header's row and of those above it that are not blank; the latter are counted. */
function findHeader(
  values: Values,
  textsOf: (row: number) => string[],
  batch: Filling,
): { readonly header: number | undefined; readonly around: readonly number[] } {
  const top: number[] = []
  for (const [row, cells] of values.entries()) {
    if (!cells.every(isBlank) && top.push(row) === TOP) break
  }
  const preamble = countPreamble(top.map(textsOf))
  const header = top[preamble]
  const around = top.slice(0, preamble)
  for (let row = 0; row < (header ?? preamble); row += 1) {
    if (!around.includes(row)) skipRow(batch, 'blank row', row + 1)
    else skipRow(batch, isComment(textsOf(row)) ? 'comment line' : 'preamble line', row + 1, textsOf(row).join('\t'))
  }
  return { header, around }
}

/** The types of the columns below the header; undefined for empty ones. */
function surveyColumns(values: Values, header: number, shown: Survey['shown']): (SheetColumn | undefined)[] {
  const columns: (SheetColumn | undefined)[] = []
  for (const [row, cells] of values.entries()) {
    if (row <= header) continue
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
function* readBatches(values: Values, { header, headings, cellsOf, name }: Reading, first: Filling): Generator<Batch> {
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
  for (let row = header + 1; row < values.length; row += 1) {
    file(batch, row + 1, cellsOf(row))
    if (!isFull(batch)) continue
    yield batch
    batch = emptyBatch()
  }
  tail.settle(batch, true)
  if (hasAnything(batch)) yield batch
}

interface Reading {
  readonly name: string
  /** The position of its row. */
  readonly header: number
  readonly headings: readonly string[]
  cellsOf(row: number): string[]
}

function pick(cells: readonly string[], kept: readonly number[]): string[] {
  return kept.map(column => cells[column] ?? '')
}
