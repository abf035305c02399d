import type { Diagnostic } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { type Filling, skipRow } from '../batch.ts'
import { countPreamble, isComment, labelOf, TOP } from '../csv/csv-preamble.ts'
import { findSection, isTitle, startsTable } from '../csv/header/csv-sections.ts'
import { findHeader, type HeaderOptions } from '../csv/header/find-header.ts'
import { BELOW } from '../csv/header/header-plan.ts'
import type { Row } from '../records.ts'

/** Where the table of a sheet begins and ends, found as in delimited text. */
export interface SheetHeader {
  readonly headings: readonly string[]
  /** Labels of the lines above the table. */
  readonly around: readonly string[]
  /** The row of the header, from 1. */
  readonly line: number
  /** The position of the first row of the table. */
  readonly start: number
  /** The position behind its last row. */
  readonly end: number
  /** In words, for the summary. */
  readonly repairs: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  /** Why the sheet is refused if it is the one that is wanted. */
  readonly refusal?: Refusal
}

/** Rows among which the table of people is looked for in a sheet of several tables. */
const MAX_SECTIONED = 5000

/** Finds the header in a sheet, and counts the rows above it and those below its table. */
export function findSheetHeader(
  rows: { readonly count: number; readonly textsOf: (row: number) => string[] },
  name: string,
  options: HeaderOptions,
  batch: Filling,
): SheetHeader | undefined {
  const filled: Row[] = []
  for (let row = 0; row < rows.count && filled.length < MAX_SECTIONED; row += 1) {
    const cells = rows.textsOf(row)
    if (cells.some(cell => cell.trim() !== '')) filled.push({ line: row + 1, cells, text: cells.join('\t') })
  }
  const width = filled.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const top = filled.map(row => ({ ...row, cells: padded(row.cells, width) }))
  if (top.length === 0) return undefined
  const preamble = countPreamble(top.slice(0, TOP).map(({ cells }) => cells))
  const found = findSection(top, preamble)
  const section = found !== undefined && found.header >= preamble ? found : undefined
  const above = section?.header ?? preamble
  const { plan, ...header } = tryHeader(top.slice(0, above + 1 + BELOW), above, name, options)
  const first = top[header.preamble]
  if (plan === undefined || first === undefined) return undefined
  const count = (kind: Parameters<typeof skipRow>[1], { line, text }: Row) => skipRow(batch, kind, line, text)
  for (const [record, row] of top.slice(0, header.preamble).entries()) {
    count(
      isComment(row.cells) ? 'comment line' : record < (section?.first ?? above) ? 'preamble line' : 'other table row',
      row,
    )
  }
  for (const [index, kind] of plan.header.entries()) {
    const row = top[header.preamble + index]
    if (kind !== 'headings' && row !== undefined) count(kind, row)
  }
  const last = top[header.preamble + plan.header.length - 1]
  const start = plan.header.length === 0 ? first.line - 1 : (last ?? first).line
  for (let row = 0; row < start; row += 1) {
    if (!top.some(({ line }) => line === row + 1)) skipRow(batch, 'blank row', row + 1)
  }
  const next =
    section &&
    top.findIndex(({ cells, line }, at) => line > start + 1 && isTitle(cells) && startsTable(top[at + 1]?.cells ?? []))
  const end = next === undefined || next < 0 ? undefined : top[next]
  return {
    headings: plan.headings,
    around: top.slice(0, header.preamble).map(({ cells }) => labelOf(cells)),
    line: first.line,
    start,
    end: end === undefined ? rows.count : end.line - 1,
    repairs: [
      ...plan.repairs,
      ...(section === undefined ? [] : [`only the table \`${section.title}\` is read`]),
      ...(section?.skipped ?? []).map(title => `skipped table: \`${title}\``),
      ...(end === undefined ? [] : [`skipped table: \`${labelOf(end.cells)}\``]),
    ],
    diagnostics: header.diagnostics,
    ...(header.refusal && { refusal: header.refusal }),
  }
}

type Tried = ReturnType<typeof findHeader> & { readonly refusal?: Refusal }

/** A sheet whose header is unclear is refused only if it is the one that is read. */
function tryHeader(top: readonly Row[], above: number, name: string, options: HeaderOptions): Tried {
  try {
    return findHeader(top, above, name, options)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ...findHeader(top, above, name, { ...options, header: true }), refusal: error }
  }
}

function padded(cells: readonly string[], width: number): readonly string[] {
  return cells.length === width ? cells : Array.from({ length: width }, (_, column) => cells[column] ?? '')
}
