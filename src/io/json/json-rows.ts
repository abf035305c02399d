import { uniqueNames } from '../headings.ts'
import { countKnown } from '../known-headings.ts'
import { type Part, partsOf } from './json-parts.ts'
import { parseJson } from './values/json-flatten.ts'
import { isObject } from './values/json-value.ts'

/** Records as lists of cells, whose columns are named once: `{"columns": ["id", "email"], "rows": [["1", "a@b.example"]]}`. */

/** Keys of an element that holds its cells only: `{"f": [{"v": "1"}]}` of BigQuery, `{"c": ..}` of Google Charts. */
const CELLS = ['f', 'c', 'cells', 'values']

/** Whether an element is a list of cells. */
export function isRow(element: unknown): boolean {
  if (Array.isArray(element)) return true
  return cellsOf(element)?.every(cell => !isObject(cell) || 'v' in cell) === true
}

export function widthOf(element: unknown): number {
  return cellsOf(element)?.length ?? 0
}

function cellsOf(element: unknown): readonly unknown[] | undefined {
  if (Array.isArray(element)) return element
  if (!isObject(element)) return undefined
  const [only, ...others] = Object.entries(element)
  if (only === undefined || others.length > 0 || !CELLS.includes(only[0])) return undefined
  return Array.isArray(only[1]) ? only[1] : undefined
}

/** Keys of the name in the description of a column. */
const NAMES = ['name', 'label', 'fieldName', 'field', 'title', 'display_name', 'key', 'id']

/** Usual keys of a list of columns. */
const COLUMNS = /col|head|field|name|schema|meta|type/i

/** The names of columns that stand beside a list of rows, or in an object there; as many as a row has cells. */
export function columnsBeside(scopes: readonly object[], rows: string, width: number): readonly string[] | undefined {
  for (const scope of scopes) {
    for (const [key, member] of Object.entries(scope)) {
      if (key === rows) continue
      const found = namesIn(member, key, width, 0)
      if (found !== undefined) return found
    }
  }
  return undefined
}

function namesIn(value: unknown, key: string, width: number, depth: number): readonly string[] | undefined {
  if (Array.isArray(value)) {
    const names = namesOf(value)
    const isMeant = names?.length === width && (COLUMNS.test(key) || countKnown(names) > 0)
    return isMeant ? names : undefined
  }
  if (!isObject(value) || depth > 2) return undefined
  for (const [inner, member] of Object.entries(value)) {
    const found = namesIn(member, inner, width, depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}

function namesOf(list: readonly unknown[]): readonly string[] | undefined {
  const names = list.flatMap(each => nameOf(each) ?? [])
  return names.length === list.length && list.length > 0 ? names : undefined
}

function nameOf(column: unknown): string | undefined {
  if (typeof column === 'string') return column
  if (!isObject(column)) return undefined
  const members = new Map<string, unknown>(Object.entries(column))
  const name = NAMES.map(key => members.get(key)).find(each => typeof each === 'string' && each !== '')
  return typeof name === 'string' ? name : undefined
}

/** A row's text as the text of an object with these columns. */
export function rowWriter(columns: readonly string[]): (text: string) => string {
  const keys = uniqueNames(columns).map(name => JSON.stringify(name))
  return text => {
    const cells = cellTexts(text)
    const members = cells.map((cell, index) => `${keys[index] ?? JSON.stringify(`column ${index + 1}`)}: ${cell}`)
    return `{${members.join(', ')}}`
  }
}

/** The column names that a row of texts gives. */
export function readNames(text: string): string[] {
  const names: unknown = JSON.parse(text)
  return Array.isArray(names) ? names.map(name => String(name ?? '')) : []
}

function cellTexts(text: string): string[] {
  if (text.startsWith('[')) return partsOf(text).map(({ value }) => value)
  const [cells] = partsOf(text)
  return cells === undefined ? [] : partsOf(cells.value).map(cellText)
}

/** `{"v": "1", "f": "one"}` is a cell with its formatted text. */
function cellText({ value }: Part): string {
  if (!value.startsWith('{')) return value
  return partsOf(value).find(({ key }) => key === 'v')?.value ?? 'null'
}

/** Columns of values as the text of a list of records. */
export function rowsOfColumns(text: string, path: readonly string[]): string {
  let inner = text
  for (const key of path) inner = partsOf(inner).find(part => part.key === key)?.value ?? '{}'
  const columns = partsOf(inner).map(({ key, value }) => ({ key: JSON.stringify(key), cells: partsOf(value) }))
  const length = Math.max(0, ...columns.map(({ cells }) => cells.length))
  const records = Array.from(
    { length },
    (_, row) => `{${columns.map(({ key, cells }) => `${key}: ${cells[row]?.value ?? 'null'}`).join(', ')}}`,
  )
  return `[${records.join(',\n')}]`
}

/** Whether the text of a record names it; one without an id is known by its key. */
export function withKey(text: string, key: string | undefined): string {
  if (key === undefined || !text.startsWith('{')) return text
  const record = parseJson(text)
  if (!isObject(record) || Object.keys(record).some(name => /^_?(?:id|uid|key)$/i.test(name))) return text
  const rest = text.slice(1)
  return `{"id": ${JSON.stringify(key)}${Object.keys(record).length === 0 ? '' : ', '}${rest.trimStart()}`
}
