import { Parser } from 'htmlparser2'
import { readNumber } from '../workbook/workbook-cells.ts'
import type { MarkupTable } from './html.ts'
import { collectCells, type SheetCells } from './sheet-cells.ts'

/** The sheets of an XML spreadsheet of 2003, which many programs write as `.xls` or `.xml`. */
export function readSpreadsheetXml(xml: string): MarkupTable[] {
  const sheets: { name: string; cells: SheetCells }[] = []
  let column = 0
  let across = 0
  let type = ''
  let text: string | undefined

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const tag = localName(name)
        const value = (wanted: string) => attributes[`ss:${wanted}`] ?? attributes[wanted]
        const cells = sheets.at(-1)?.cells
        if (tag === 'Worksheet') sheets.push({ name: value('Name') ?? '', cells: collectCells() })
        if (tag === 'Row') {
          cells?.row()
          column = 0
        }
        if (tag === 'Cell') {
          const index = Number(value('Index') ?? column + 1)
          if (Number.isInteger(index) && index > column + 1) {
            cells?.skip(index - column - 1)
            column = index - 1
          }
          across = Math.max(0, Math.min(1000, Number(value('MergeAcross') ?? 0) || 0))
          text = undefined
        }
        if (tag === 'Data') {
          type = value('Type') ?? 'String'
          text = ''
        }
      },
      ontext(more) {
        if (text !== undefined) text += more
      },
      onclosetag(name) {
        if (localName(name) !== 'Cell') return
        sheets.at(-1)?.cells.cell(text === undefined ? '' : cellValue(text, type), across + 1)
        column += across + 1
        text = undefined
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return sheets.map(({ name, cells }) => ({ name, values: cells.values() }))
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function cellValue(text: string, type: string): unknown {
  if (type === 'Number') return readNumber(text)
  if (type === 'Boolean') return text === '1'
  return type === 'DateTime' ? text.replace(/T00:00:00(?:\.0+)?$/, '').replace(/\.0+$/, '') : text
}
