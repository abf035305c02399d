import type { Lookup, SideList, System } from '../../ir/catalogue/system.ts'
import { SYSTEMS } from '../../ir/catalogue/systems.ts'
import type { Element } from './element.ts'
import { parseJson } from './values/json-flatten.ts'
import { isObject } from './values/json-value.ts'

/** Fields of records that stand in further lists of the document, by the id of the record. */
export interface Sides {
  /** The lists they were read from, and how many of their elements. */
  readonly lists: ReadonlyMap<string, number>
  /** Whether nothing belongs to any record. */
  readonly isEmpty: boolean
  /** The record with the fields that belong to it. */
  complete(record: ReadonlyMap<string, string>): ReadonlyMap<string, string>
}

const KNOWN: readonly SideList[] = Object.values<System>(SYSTEMS).flatMap(({ sideLists }) => sideLists ?? [])
const NAMES = new Set(KNOWN.flatMap(({ list, column, value }) => [list, ...listOf(column), ...listOf(value)]))

const ASIDES = new Set(Object.values<System>(SYSTEMS).flatMap(({ aside }) => aside ?? []))

/** Whether a list holds further facts about the records of another list. */
export function isAside(list: string): boolean {
  return list.split('.').some(key => ASIDES.has(key))
}

/** Where the id of a record stands, also in a document that is one record. */
const IDS = ['id', 'contact.id']

/**
 * Collects the further lists among the sampled elements. Elements after the sample are not joined; a warning reports
 * them.
 */
export function collectSides(elements: readonly Element[], records: string): Sides {
  const lists = new Map<string, ReadonlyMap<string, unknown>[]>()
  const read = new Map<string, number>()
  for (const { list, text, isTooLong } of elements) {
    const name = list.slice(list.lastIndexOf('.') + 1)
    if (list === records || isTooLong || !NAMES.has(name) || !text.startsWith('{')) continue
    read.set(list, (read.get(list) ?? 0) + 1)
    const rows = lists.get(name) ?? []
    rows.push(new Map(Object.entries(parseObject(text))))
    lists.set(name, rows)
  }
  const fields = new Map<string, Map<string, string[]>>()
  for (const side of KNOWN) {
    const readColumn = reader(side.column, lists, true)
    const readValue = reader(side.value, lists, false)
    for (const row of lists.get(side.list) ?? []) {
      const [record, column, value] = [textOf(row.get(side.of)), readColumn(row), readValue(row)]
      if (record === '' || column === '' || value === '') continue
      const own = fields.get(record) ?? new Map<string, string[]>()
      own.set(column, [...(own.get(column) ?? []), value])
      fields.set(record, own)
    }
  }
  return {
    lists: read,
    isEmpty: fields.size === 0,
    complete(record) {
      if (fields.size === 0) return record
      const id = IDS.map(key => record.get(key)).find(found => found !== undefined)
      const own = id === undefined ? undefined : fields.get(id)
      if (own === undefined) return record
      const cells = [...own].map(([column, values]) => [column, join(values)] as const)
      return new Map([...record, ...cells.filter(([column]) => !record.has(column))])
    },
  }
}

type ReadCell = (row: ReadonlyMap<string, unknown>) => string

function reader(
  part: string | Lookup,
  lists: ReadonlyMap<string, ReadonlyMap<string, unknown>[]>,
  isColumn: boolean,
): ReadCell {
  if (typeof part === 'string') return isColumn ? () => part : row => textOf(row.get(part))
  const texts = new Map((lists.get(part.list) ?? []).map(row => [textOf(row.get('id')), textOf(row.get(part.text))]))
  // Without the list that names them, only the id distinguishes them.
  return row => texts.get(textOf(row.get(part.key))) ?? (isColumn ? `field ${textOf(row.get(part.key))}` : '')
}

function listOf(part: string | Lookup): string[] {
  return typeof part === 'string' ? [] : [part.list]
}

function join(values: readonly string[]): string {
  return values.length > 1 ? JSON.stringify(values) : (values[0] ?? '')
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** A list with a syntax mistake is refused where the document is read; here it counts as empty. */
function parseObject(text: string): object {
  try {
    const value = parseJson(text)
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}
