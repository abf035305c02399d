import { flatten, parseJson } from '../../json/values/json-flatten.ts'
import { isObject } from '../../json/values/json-value.ts'
import { innerHeading } from '../paths.ts'

/** A member of a JSON cell, read as a column: `attributes.New Status`. */
export interface JsonMember {
  readonly column: number
  readonly key: string
  readonly heading: string
}

/** Limits: records sampled per column, members found in it. */
const LOOKED_AT = 1_000
const MAX_MEMBERS = 500

/** The members found in the sample, of cells that hold an object or a list of names and values. */
export function findJsonCells(headings: readonly string[], rows: readonly (readonly string[])[]): JsonMember[] {
  return headings.flatMap((heading, column) => {
    const keys = new Set<string>()
    for (const row of rows.slice(0, LOOKED_AT)) {
      for (const key of membersOf(row[column] ?? '').keys()) if (keys.size < MAX_MEMBERS) keys.add(key)
    }
    return [...keys].map(key => ({ column, key, heading: `${heading}.${key}` }))
  })
}

/** The members of cells that hold a whole record, as loaders write it into one column: `_airbyte_data`, `payload`, `body`. */
export function findRecordCells(headings: readonly string[], rows: readonly (readonly string[])[]): JsonMember[] {
  const isEnvelope = (heading: string) => heading !== '' && innerHeading(`${heading}.x`) === 'x'
  const first = rows.slice(0, LOOKED_AT)
  const hasObjects = (column: number) => first.some(row => row[column]?.includes('{'))
  const columns = headings.map((heading, column) => (hasObjects(column) && isEnvelope(heading) ? heading : ''))
  if (columns.every(heading => heading === '')) return []
  return findJsonCells(columns, rows).filter(({ column }) => columns[column] !== '')
}

/** Appends the wanted members to a record's own cells. */
export function expandCells(
  members: readonly Omit<JsonMember, 'heading'>[],
): (cells: readonly string[]) => readonly string[] {
  if (members.length === 0) return cells => cells
  const columns = [...new Set(members.map(({ column }) => column))]
  return cells => {
    const found = new Map(columns.map(column => [column, membersOf(cells[column] ?? '')]))
    return [...cells, ...members.map(({ column, key }) => found.get(column)?.get(key) ?? '')]
  }
}

const NONE: ReadonlyMap<string, string> = new Map()

function membersOf(cell: string): ReadonlyMap<string, string> {
  const text = cell.trim()
  if (!/^(?:\{.*\}|\[.*\])$/s.test(text)) return NONE
  const value = parsed(text)
  if (isObject(value)) return flatten(value) ?? NONE
  // `flatten` reads a list of pairs only as the value of a key.
  const pairs = Array.isArray(value) ? flatten({ '': value }) : undefined
  return new Map([...(pairs ?? [])].map(([key, member]) => [key.slice(1), member]))
}

function parsed(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    return undefined
  }
}
