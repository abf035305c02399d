import { Buffer } from 'node:buffer'
import { zipSync } from 'fflate'

/** Workbooks made by hand, as other programs write them, and invalid ones. */

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

export interface MadeSheet {
  readonly name: string
  /** What is inside `<sheetData>`. */
  readonly rows: string
  readonly state?: string
}

export interface Made {
  readonly sheets: readonly MadeSheet[]
  readonly strings?: readonly string[]
  readonly styles?: string
  readonly since1904?: boolean
  /** Additional files, or replacements for those above. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>
}

/** As Excel writes it: shared strings, styles, one file for each sheet. */
export function makeWorkbook({ sheets, strings, styles, since1904 = false, files = {} }: Made): Buffer {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const tabs = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 7}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`,
  )
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${
      since1904 ? '<workbookPr date1904="1"/>' : ''
    }<sheets>${tabs.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${sheets
      .map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`))
      .join(
        '',
      )}${relation('rId98', 'sharedStrings', 'sharedStrings.xml')}${relation('rId99', 'styles', 'styles.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${(strings ?? []).map(text => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${styles ?? STYLES}</styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ rows }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
    ...files,
  }
  const bytes = Object.entries(parts).map(
    ([path, content]) => [path, typeof content === 'string' ? Buffer.from(content) : content] as const,
  )
  return Buffer.from(zipSync(Object.fromEntries(bytes)))
}

/** Style 0 general, 1 a day, 2 a day and a time, 3 a time, 4 percent, 5 five digits, 6 money, 7 text. */
const STYLES = `<numFmts count="4"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy\\ hh:mm"/><numFmt numFmtId="165" formatCode="00000"/><numFmt numFmtId="166" formatCode="#,##0.00\\ &quot;€&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="10"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="49"/></cellXfs>`

/** A row of cells by their XML, without their place: `<c s="1"><v>7</v></c>`; nothing for an empty one. */
export function row(number: number, ...cells: readonly string[]): string {
  const placed = cells.map((cell, column) => cell.replace('<c', `<c r="${letter(column)}${number}"`))
  return `<row r="${number}">${placed.join('')}</row>`
}

export function text(content: string): string {
  const escaped = content.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped}</t></is></c>`
}

export function number(value: string | number, style = 0): string {
  return `<c s="${style}"><v>${value}</v></c>`
}

/** Rows of plain texts and numbers, from the given one on. */
export function table(rows: readonly (readonly (string | number)[])[], from = 1): string {
  return rows
    .map((cells, index) =>
      row(
        from + index,
        ...cells.map(cell => (typeof cell === 'number' ? number(cell) : cell === '' ? '' : text(cell))),
      ),
    )
    .join('')
}

function letter(column: number): string {
  return String.fromCharCode(65 + column)
}
