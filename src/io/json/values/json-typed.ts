import { isObject } from './json-value.ts'

/** Values that a system writes inside an object which names their type: `{"stringValue": "x"}`, `{"$oid": "5f.."}`. */

type Kind = 'text' | 'number' | 'boolean' | 'list' | 'object' | 'any'

/** The only key of a typed value, and what may stand under it. */
const TYPES: Readonly<Record<string, Kind>> = {
  // Firestore
  stringValue: 'text',
  integerValue: 'any',
  doubleValue: 'any',
  booleanValue: 'boolean',
  timestampValue: 'text',
  referenceValue: 'text',
  bytesValue: 'text',
  nullValue: 'any',
  arrayValue: 'object',
  mapValue: 'object',
  // MongoDB
  $oid: 'text',
  $date: 'any',
  $numberLong: 'any',
  $numberInt: 'any',
  $numberDouble: 'any',
  $numberDecimal: 'any',
  $uuid: 'text',
  $symbol: 'text',
  // DynamoDB
  S: 'text',
  N: 'text',
  BOOL: 'boolean',
  SS: 'list',
  NS: 'list',
  L: 'list',
  M: 'object',
  NULL: 'boolean',
  // Avro
  string: 'text',
  int: 'number',
  long: 'any',
  float: 'number',
  double: 'number',
  boolean: 'boolean',
}

/** Whether an object with this key among others, or alone, can be a typed value. */
export function namesType(key: string): boolean {
  return key === 'type' || Object.hasOwn(TYPES, key)
}

/** Objects between a typed value and its content: `{"arrayValue": {"values": [..]}}`. */
const INSIDE: Readonly<Record<string, string>> = { arrayValue: 'values', mapValue: 'fields' }

/** Keys of the label of a value under the name of its type: `{"type": "select", "select": {"name": "Hot"}}`. */
const READ = ['plain_text', 'content', 'name', 'label', 'labels', 'start', 'value', 'string', 'number', 'boolean']

/** The value that an object holds under its type; undefined if it is no typed value. */
export function typedValue(object: object): { readonly value: unknown } | undefined {
  const entries = Object.entries(object)
  const [first] = entries
  if (entries.length === 1 && first !== undefined) return onlyValue(first[0], first[1])
  const members = new Map<string, unknown>(entries)
  const type = members.get('type')
  if (typeof type !== 'string') return undefined
  if (members.size === 2 && members.has('value')) return { value: members.get('value') }
  if (!members.has(type)) return undefined
  const value = readable(members.get(type))
  return value === undefined ? undefined : { value }
}

function onlyValue(key: string, value: unknown): { readonly value: unknown } | undefined {
  const kind = Object.hasOwn(TYPES, key) ? TYPES[key] : undefined
  if (kind === undefined || !isOf(value, kind)) return undefined
  if (key === 'nullValue' || key === 'NULL') return { value: null }
  const inside = INSIDE[key]
  if (inside === undefined) return { value }
  const within = isObject(value) ? new Map<string, unknown>(Object.entries(value)).get(inside) : undefined
  return { value: within ?? null }
}

function isOf(value: unknown, kind: Kind): boolean {
  if (kind === 'any') return true
  if (kind === 'text') return typeof value === 'string'
  if (kind === 'list') return Array.isArray(value)
  return kind === 'object' ? isObject(value) : typeof value === kind
}

/** A single value, or a list of single values; undefined for other objects. */
function readable(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object') return value
  if (value === null) return null
  if (depth > 2) return undefined
  if (Array.isArray(value)) return readableList(value, depth)
  const members = new Map<string, unknown>(Object.entries(value))
  const key = READ.find(name => members.has(name))
  return key === undefined ? undefined : readable(members.get(key), depth + 1)
}

/** Formatted runs of one text are joined; any other list stays a list. */
function readableList(list: readonly unknown[], depth: number): unknown {
  const read = list.map(element => readable(element, depth + 1))
  if (read.includes(undefined)) return undefined
  return list.length > 0 && list.every(element => isObject(element) && 'plain_text' in element) ? read.join('') : read
}
