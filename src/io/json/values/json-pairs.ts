import { meansField } from '../../known-headings.ts'
import { isChannel } from './json-primary.ts'
import { typedValue } from './json-typed.ts'
import { isObject } from './json-value.ts'

/** A list of names and values, as forms and events write their answers: `[{"name": "email", "values": ["a@b.example"]}]`. */
export type Pair = readonly [name: string, value: unknown]

/** Keys of the name, in order of preference; an object there contains the name in turn. */
const NAMES = [
  'label',
  'title',
  'question',
  'column_name',
  'column_id',
  'text',
  'name',
  'key',
  'field',
  'column',
  'ref',
] as const
const NUMBERS = ['id', 'custom_field_definition_id', 'question_id', 'field_id', 'custom_field_id'] as const
const VALUES = ['answer', 'answers', 'string_value', 'stringValue', 'values', 'text', 'value', 'response'] as const

/** The pairs of a list under `key`; undefined if an element is not a pair. */
export function pairsOf(key: string, list: readonly unknown[]): Pair[] | undefined {
  if (isChannel(key)) return undefined
  const pairs: Pair[] = []
  for (const element of list) {
    const pair = isObject(element) ? pairOf(element) : undefined
    if (pair === undefined) return undefined
    pairs.push(pair)
  }
  return pairs
}

function pairOf(element: object): Pair | undefined {
  const members = new Map<string, unknown>(Object.entries(element))
  if (members.has('primary') || members.has('is_primary')) return undefined
  const value = answerIn(members)
  const name = value && nameOf(members, value.key)
  return name === undefined || value === undefined ? undefined : [name, value.value]
}

interface Found {
  readonly key: string
  readonly value: unknown
}

function answerIn(members: ReadonlyMap<string, unknown>): Found | undefined {
  const answer = members.get('answer')
  // A name or an address in parts: `{"first": "Ada", "last": "Berg"}`.
  if (isObject(answer) && !Array.isArray(answer)) {
    const parts = Object.values(answer).filter(part => typeof part === 'string' && part !== '')
    return { key: 'answer', value: parts.join(' ') }
  }
  const key = VALUES.find(name => members.has(name) && isSingle(members.get(name)))
  if (key !== undefined) return { key, value: members.get(key) }
  const value = members.get('value')
  if (isObject(value)) {
    const typed = typedParameter(value) ?? typedValue(value)
    return typed && { key: 'value', value: typed.value }
  }
  const type = members.get('type')
  const typed = typeof type === 'string' && members.has(type) ? typedValue(Object.fromEntries(members)) : undefined
  return typed && typeof type === 'string' ? { key: type, value: typed.value } : undefined
}

/** Of an event's parameter: `{"string_value": "/", "int_value": null}`. */
function typedParameter(value: object): { readonly value: unknown } | undefined {
  const typed = Object.entries(value)
  if (!typed.every(([type]) => type.endsWith('_value') || type === 'set_timestamp_micros')) return undefined
  const filled = typed.find(([type, each]) => type.endsWith('_value') && each !== null && each !== undefined)
  return { value: filled?.[1] }
}

function nameOf(members: ReadonlyMap<string, unknown>, valueKey: string): string | undefined {
  const names = NAMES.flatMap(key => (key === valueKey ? [] : (textOf(members.get(key)) ?? [])))
  if (names.length > 1) return knownOf(names)
  if (names.length === 1) return names[0]
  const id = NUMBERS.map(key => members.get(key)).find(each => typeof each === 'number' || typeof each === 'string')
  return id === undefined ? undefined : String(id)
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value
  if (!isObject(value)) return undefined
  const inner = new Map<string, unknown>(Object.entries(value))
  return ['title', 'label', 'custom', 'name', 'ref', 'id'].map(key => textOf(inner.get(key))).find(text => text)
}

/** Of the names of one answer, the one that the catalogue knows as a heading; cached, since names repeat. */
function knownOf(names: readonly string[]): string | undefined {
  const all = names.join('\n')
  const remembered = chosen.get(all)
  if (remembered !== undefined) return remembered
  const known = names.find(meansField) ?? names[0]
  if (known !== undefined && chosen.size < MAX_CACHED_NAMES) chosen.set(all, known)
  return known
}

const MAX_CACHED_NAMES = 1000
const chosen = new Map<string, string>()

function isSingle(value: unknown): boolean {
  return Array.isArray(value) ? !value.some(each => typeof each === 'object' && each !== null) : !isObject(value)
}
