import type { ReadOnlyFormat } from '../../ir/results/summary.ts'
import type { Records } from '../bytes/sampled-text.ts'
import { checkHeadings } from '../headings.ts'
import { chooseSheet } from '../workbook/workbook-sheets.ts'
import { findTable } from '../workbook/workbook-table.ts'
import type { MarkupTable } from './html.ts'

/** The table among several that lists people, or the first. */
export async function openTables(
  tables: readonly MarkupTable[],
  format: ReadOnlyFormat,
  name: string,
  wanted: string | undefined,
): Promise<Records> {
  const sheets = tables.map(table => ({ ...table, isVisible: true }))
  const { sheet, table } = await chooseSheet(sheets, name, wanted, ({ values }) =>
    findTable(values, { shown: new Map(), uncomputed: 0 }, name),
  )
  const { headings, around, line, columns } = table
  return {
    format,
    headings,
    around,
    sheet: { name: sheet.name, of: sheets.length, columns },
    diagnostics: () => checkHeadings(headings, { file: name, line, col: 1 }),
    batches: (async function* () {
      yield* table.batches()
    })(),
  }
}
