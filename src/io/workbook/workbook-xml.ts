import { type Cell, MAX_CELL_LENGTH } from '../../ir/values/cell.ts'

/** The XML of a workbook: its cells, and the files around them that never change. */

/** Cell styles, by their number in `STYLES`. */
const PLAIN = 0
const HEADER = 1
const TEXT = 2
const DAY = 3
const MOMENT = 4
const LONG_NUMBER = 5

/** Some versions show longer texts as `####` if their cell is formatted as text. */
const MAX_TEXT_FORMAT_LENGTH = 255
/** Numbers of this size and more are shown with an exponent unless they have a format. */
const LONG = 1e11
/** The number of 1970-01-01 in a workbook. */
const EPOCH = 25_569

/** A row; `number` counts from 1. */
export function rowXml(cells: readonly Cell[], number: number, isHeader: boolean): string {
  let xml = `<row r="${number}">`
  for (const [column, cell] of cells.entries()) {
    if (cell === null || cell === '') continue
    xml += `<c r="${columnName(column)}${number}"${contentOf(cell, isHeader)}</c>`
  }
  return `${xml}</row>`
}

/** The XML between `<c r="A1"` and `</c>`. */
function contentOf(cell: Exclude<Cell, null>, isHeader: boolean): string {
  if (typeof cell === 'string') return textOf(cell, isHeader)
  if (typeof cell === 'number') return `${styled(Math.abs(cell) >= LONG ? LONG_NUMBER : PLAIN)}><v>${cell}</v>`
  if (typeof cell === 'boolean') return ` t="b"><v>${cell ? 1 : 0}</v>`
  if ('day' in cell) return `${styled(DAY)}><v>${cell.day + EPOCH}</v>`
  return `${styled(MOMENT)}><v>${cell.seconds / 86_400 + EPOCH}</v>`
}

function styled(style: number): string {
  return style === PLAIN ? '' : ` s="${style}"`
}

/** A text stays a text, whatever it begins with: a workbook marks formulas separately. */
function textOf(text: string, isHeader: boolean): string {
  const style = isHeader ? HEADER : text.length <= MAX_TEXT_FORMAT_LENGTH ? TEXT : PLAIN
  const space = /^\s|\s$|[\t\n]| {2}/.test(text) ? ' xml:space="preserve"' : ''
  return `${styled(style)} t="inlineStr"><is><t${space}>${escapeText(cutText(text))}</t></is>`
}

/** Characters outside the basic plane are never cut in two. */
function cutText(text: string): string {
  return text.length <= MAX_CELL_LENGTH ? text : text.slice(0, MAX_CELL_LENGTH).replace(/[\ud800-\udbff]$/, '')
}

const SPECIAL = /[&<>\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]|_x/

/** XML cannot hold control characters: workbooks spell them `_x000D_`, and a text that looks like that `_x005F_x000D_`. */
function escapeText(text: string): string {
  if (!SPECIAL.test(text)) return text
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, sign => `_x${hex(sign)}_`)
    .replace(/[&<>]/g, sign => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'))
}

function hex(sign: string): string {
  return sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
}

/** `A`, `Z`, `AA` for positions from 0. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export interface SheetFrame {
  /** In characters, one for each column. */
  readonly widths: readonly number[]
  /** Its first row stays in sight and gets filters. */
  readonly isTable: boolean
}

export function sheetHead({ widths, isTable }: SheetFrame, isFirst: boolean): string {
  const pane =
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>'
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">${
    isTable ? pane : ''
  }</sheetView></sheetViews>${columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`}<sheetData>`
}

/**
 * The end of a sheet. Ids and phone numbers are texts on purpose, so the warning "number stored as text" is switched
 * off.
 */
export function sheetTail({ widths, isTable }: SheetFrame, rows: number): string {
  const range = rangeOf(widths.length, rows)
  const filter = isTable ? `<autoFilter ref="${range}"/>` : ''
  return `</sheetData>${filter}<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors></worksheet>`
}

function rangeOf(columns: number, rows: number): string {
  return `A1:${columnName(Math.max(0, columns - 1))}${Math.max(1, rows)}`
}

/** The name under which programs look for the range of a filter. */
function filterName({ name, frame, rows }: WrittenSheet, index: number): string {
  if (!frame.isTable) return ''
  const [from = '', to = ''] = rangeOf(frame.widths.length, rows)
    .split(':')
    .map(place => place.replace(/^([A-Z]+)/, '$$$1$$'))
  return `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${name}!${from}:${to}</definedName>`
}

export interface WrittenSheet {
  /** Plain letters. */
  readonly name: string
  readonly frame: SheetFrame
  readonly rows: number
}

export function sheetPath(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`
}

export function workbookXml(sheets: readonly WrittenSheet[]): string {
  const tabs = sheets.map(({ name }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
  const names = sheets.map(filterName).join('')
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${tabs.join(
    '',
  )}</sheets>${names === '' ? '' : `<definedNames>${names}</definedNames>`}</workbook>`
}

export function workbookRelations(sheets: number): string {
  const relations = Array.from({ length: sheets }, (_, index) =>
    relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  )
  return `${HEAD}<Relationships xmlns="${RELATIONS}">${relations.join('')}${relation(
    `rId${sheets + 1}`,
    'styles',
    'styles.xml',
  )}</Relationships>`
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
}

export const ROOT_RELATIONS = `${HEAD}<Relationships xmlns="${RELATIONS}">${relation(
  'rId1',
  'officeDocument',
  'xl/workbook.xml',
)}${relation('rId2', 'extended-properties', 'docProps/app.xml')}</Relationships>`

/**
 * The application that wrote the workbook. Other programs write their own name when they save it; then it is no longer
 * leadq's own file.
 */
export const PROPERTIES = `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>leadq</Application></Properties>`

export function contentTypes(sheets: number): string {
  const part = (path: string, type: string) => `<Override PartName="/${path}" ContentType="${type}"/>`
  const sheetParts = Array.from({ length: sheets }, (_, index) => part(sheetPath(index), `${CONTENT}.worksheet+xml`))
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part(
    'xl/workbook.xml',
    `${CONTENT}.sheet.main+xml`,
  )}${sheetParts.join('')}${part('xl/styles.xml', `${CONTENT}.styles+xml`)}${part(
    'docProps/app.xml',
    'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  )}</Types>`
}

/** As many formats as there are styles above, in their order. */
const FORMATS = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
]

export const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${
  FORMATS.length
}">${FORMATS.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
