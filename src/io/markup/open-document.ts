import { Parser } from 'htmlparser2'
import { readNumber } from '../workbook/workbook-cells.ts'
import type { MarkupTable } from './html.ts'
import { collectCells, type SheetCells } from './sheet-cells.ts'

/** Rows and cells repeated more often than this only fill a sheet up to its edge. */
const MAX_REPEATS = 1000

/** The sheets of an OpenDocument spreadsheet, by its `content.xml`. */
export function readOpenDocument(xml: string): MarkupTable[] {
  const sheets: { name: string; cells: SheetCells }[] = []
  let attributes: Readonly<Record<string, string>> = {}
  /** Paragraphs of the cell that is open. */
  let text: string[] | undefined
  let inNote = 0

  const parser = new Parser(
    {
      onopentag(tag, found) {
        const cells = sheets.at(-1)?.cells
        if (tag === 'table:table') sheets.push({ name: found['table:name'] ?? '', cells: collectCells() })
        else if (tag === 'table:table-row') cells?.row()
        else if (tag === 'table:table-cell' || tag === 'table:covered-table-cell') {
          attributes = found
          text = []
        } else if (tag === 'office:annotation') inNote += 1
        else if (tag === 'text:p' && inNote === 0) text?.push('')
        else if (tag === 'text:s' && inNote === 0) addText(' '.repeat(repeatsOf(found['text:c'])))
        else if (tag === 'text:line-break' && inNote === 0) addText('\n')
      },
      ontext(more) {
        if (inNote === 0) addText(more)
      },
      onclosetag(tag) {
        if (tag === 'office:annotation') inNote -= 1
        if (tag !== 'table:table-cell' && tag !== 'table:covered-table-cell') return
        const value = cellValue(attributes, (text ?? []).join('\n'))
        const repeats = repeatsOf(attributes['table:number-columns-repeated'])
        const cells = sheets.at(-1)?.cells
        if (value === '') cells?.skip(repeats)
        else for (let count = 0; count < repeats; count += 1) cells?.cell(value)
        text = undefined
      },
    },
    { xmlMode: true },
  )

  function addText(more: string): void {
    if (text !== undefined && text.length > 0) text.push((text.pop() ?? '') + more)
  }

  parser.end(xml)
  return sheets.map(({ name, cells }) => ({ name, values: cells.values() }))
}

function repeatsOf(text: string | undefined): number {
  const repeats = Number(text ?? 1)
  return Number.isInteger(repeats) && repeats > 0 ? Math.min(repeats, MAX_REPEATS) : 1
}

function cellValue(attributes: Readonly<Record<string, string>>, text: string): unknown {
  const value = attributes['office:value']
  switch (attributes['office:value-type'] ?? attributes['calcext:value-type']) {
    case 'float':
    case 'currency':
      return value === undefined ? text : readNumber(value)
    case 'date':
      return (attributes['office:date-value'] ?? text).replace(/T00:00:00(?:\.0+)?$/, '')
    case 'boolean':
      return attributes['office:boolean-value'] === 'true'
    default:
      // Percentages are shown as such; an error is not a value.
      return /^(?:#[A-Z/0!?]+|Err:\d+)$/.test(text) ? '' : text
  }
}
