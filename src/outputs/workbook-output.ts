import { diagnose } from '../base/diagnostic.ts'
import { Refusal } from '../base/refusal.ts'
import type { WorkbookWriter } from '../io/workbook/workbook-write.ts'
import type { Summary } from '../ir/results/summary.ts'
import type { Cell } from '../ir/values/cell.ts'
import type { Sink } from '../leads/host.ts'
import { rulesSheet, type SheetRows, summarySheet } from '../report/summary/summary-sheets.ts'

/** A workbook with three sheets: leads, summary, rules. */
export interface Book {
  /** Rows as JSON, see `sheet-rows.ts`. */
  write(rows: readonly string[]): Promise<void>
  end(summary: Summary | undefined): Promise<void>
}

/** Rows that are looked at to find out how wide the columns are. */
const LOOKED_AT = 200
const NARROWEST = 8
const WIDEST = 60
/** Room for the button of a filter. */
const BUTTON = 3
/** A day, and a day with a time. */
const DAY = 10
const MOMENT = 19

export async function openBook(path: string, head: string, sink: Pick<Sink, 'write'>): Promise<Book> {
  // Loaded only when there is a workbook to write.
  const { createWorkbook, MAX_COLUMNS, MAX_ROWS, TooLarge } = await import('../io/workbook/workbook-write.ts')
  const header: readonly string[] = JSON.parse(head)
  if (header.length > MAX_COLUMNS) throw tooLarge(path, `no more than ${MAX_COLUMNS} columns`)
  const refusing = <T>(work: Promise<T>): Promise<T> =>
    work.catch(error => Promise.reject(error instanceof TooLarge ? tooLarge(path, 'no more than 4 GB') : error))
  const workbook = await createWorkbook(3, bytes => sink.write(bytes))
  let held: Cell[][] | undefined = [[...header]]
  let rows = 1
  const start = async (first: readonly Cell[][]) => {
    held = undefined
    await workbook.startSheet('Leads', { widths: widthsOf(first, true), isTable: true })
    await workbook.writeRows(first)
  }
  return {
    async write(texts) {
      rows += texts.length
      if (rows > MAX_ROWS) throw tooLarge(path, 'no more than 1,048,575 leads')
      const cells = texts.map((text): Cell[] => JSON.parse(text))
      if (held === undefined) return refusing(workbook.writeRows(cells))
      for (const row of cells) held.push(row)
      if (held.length > LOOKED_AT) await refusing(start(held))
    },
    async end(summary) {
      await refusing(finish(workbook, summary, held && (() => start(held ?? []))))
    },
  }
}

async function finish(
  workbook: WorkbookWriter,
  summary: Summary | undefined,
  start: (() => Promise<void>) | undefined,
) {
  await start?.()
  await workbook.endSheet()
  const pages =
    summary === undefined ? [] : [['Summary', summarySheet(summary)] as const, ['Rules', rulesSheet(summary)] as const]
  for (const [name, page] of pages) await writePage(workbook, name, page)
  await workbook.end()
}

async function writePage(workbook: WorkbookWriter, name: string, rows: SheetRows): Promise<void> {
  await workbook.startSheet(name, { widths: widthsOf(rows, false), isTable: false })
  await workbook.writeRows(rows)
  await workbook.endSheet()
}

function widthsOf(rows: readonly (readonly Cell[])[], isTable: boolean): number[] {
  const widths: number[] = []
  for (const [index, row] of rows.entries()) {
    const room = isTable && index === 0 ? BUTTON : 1
    for (const [column, cell] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? NARROWEST, Math.min(WIDEST, lengthOf(cell) + room))
    }
  }
  return widths
}

function lengthOf(cell: Cell): number {
  if (typeof cell === 'object') return cell === null ? 0 : 'day' in cell ? DAY : MOMENT
  const [first = ''] = String(cell).split('\n')
  return first.length
}

function tooLarge(path: string, limit: string): Refusal {
  const message = `${path === '-' ? 'stdout' : path} cannot be a workbook: it holds ${limit}`
  return new Refusal(diagnose('file/too-large', message, { hint: 'write CSV: `--format csv`' }), 'data')
}
