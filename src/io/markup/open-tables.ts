import type { ReadOnlyFormat } from '../../ir/results/summary.ts'
import type { Records } from '../bytes/sampled-text.ts'
import { checkHeadings } from '../headings.ts'
import { chooseSheet, type WorkbookOptions } from '../workbook/workbook-sheets.ts'
import { findTable } from '../workbook/workbook-table.ts'
import type { MarkupTable } from './html.ts'

/** The table among several that lists people, or the first. */
export async function openTables(
  tables: readonly MarkupTable[],
  format: ReadOnlyFormat,
  options: WorkbookOptions,
): Promise<Records> {
  const { name } = options
  const sheets = tables.map(table => ({ ...table, isVisible: true }))
  const { sheet, table } = await chooseSheet(sheets, name, options.sheet, ({ values }) =>
    findTable(values, { shown: new Map(), uncomputed: 0 }, name, options),
  )
  const { headings, around, line, columns } = table
  return {
    format,
    headings,
    around,
    sheet: { name: sheet.name, of: sheets.length, columns },
    repairs: () => table.repairs.map(what => ({ what })),
    diagnostics: () => [...table.diagnostics, ...checkHeadings(headings, { file: name, line, col: 1 })],
    batches: (async function* () {
      yield* table.batches()
    })(),
  }
}
