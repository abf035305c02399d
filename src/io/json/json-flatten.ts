import { MAX_DEPTH } from './json-error.ts'

/** Elements of a list of objects that get keys of their own. */
const ELEMENTS = 3

/** Digits that JavaScript might not hold, in a number. */
const LONG_NUMBER = /[[:,\s]-?\d[\d.]{15}/
const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g

/** Parses the text of a value. A number that would lose digits becomes a text: ids must survive. */
export function parseJson(text: string): unknown {
  return JSON.parse(LONG_NUMBER.test(text) ? text.replace(STRING_OR_NUMBER, keepDigits) : text)
}

function keepDigits(token: string): string {
  const isLong = /^-?(?=[\d.]{16})(?:0|[1-9]\d*)(?:\.\d+)?$/.test(token)
  return isLong && String(Number(token)) !== token ? `"${token}"` : token
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The cells of a record, in order: `properties.email`, `emails.0.value`. A list of single values is one cell, its JSON
 * if there are several. Nothing if it is nested too deep.
 */
export function flatten(record: object): Map<string, string> | undefined {
  const cells = new Map<string, string>()
  return flattenMembers(record, '', 1, cells) ? cells : undefined
}

function flattenMembers(value: object, prefix: string, depth: number, cells: Map<string, string>): boolean {
  for (const [key, member] of Object.entries(value)) {
    if (!flattenValue(member, prefix + key, depth, cells)) return false
  }
  return true
}

function flattenValue(value: unknown, key: string, depth: number, cells: Map<string, string>): boolean {
  if (typeof value !== 'object' || value === null) cells.set(key, printScalar(value))
  else if (depth >= MAX_DEPTH) return false
  else if (!Array.isArray(value)) return flattenMembers(value, `${key}.`, depth + 1, cells)
  else if (value.some(element => typeof element === 'object' && element !== null)) {
    const pairs = pairsOf(value)
    if (pairs === undefined) return flattenMembers(primaryFirst(value).slice(0, ELEMENTS), `${key}.`, depth + 1, cells)
    for (const [name, member] of pairs) cells.set(`${key}.${name}`, printScalar(member))
  } else cells.set(key, value.length > 1 ? JSON.stringify(value) : printScalar(value[0]))
  return true
}

/** Of several addresses or numbers the one that is marked as the primary one comes first. */
function primaryFirst(list: readonly unknown[]): readonly unknown[] {
  const primary = list.findIndex(element => isObject(element) && 'primary' in element && element.primary === true)
  return primary <= 0 ? list : [list[primary], ...list.slice(0, primary), ...list.slice(primary + 1)]
}

type Pair = readonly [name: string, value: unknown]

/** Names and values, as event parameters are written: `[{ key: page, value: { string_value: / } }]`. */
function pairsOf(list: readonly unknown[]): Pair[] | undefined {
  const pairs = list.flatMap(element => {
    const pair = isObject(element) ? pairOf(element) : undefined
    return pair === undefined ? [] : [pair]
  })
  return pairs.length === list.length ? pairs : undefined
}

/** A value may stand under the name of its type. */
function pairOf(element: object): Pair | undefined {
  const members = new Map(Object.entries(element))
  const name = members.get('key') ?? members.get('name')
  if (members.size !== 2 || typeof name !== 'string' || !members.has('value')) return undefined
  const value = members.get('value')
  if (typeof value !== 'object' || value === null) return [name, value]
  const typed = Object.entries(value)
  if (!typed.every(([type]) => type.endsWith('_value') || type === 'set_timestamp_micros')) return undefined
  const filled = typed.find(([type, each]) => type.endsWith('_value') && each !== null && each !== undefined)
  return [name, filled?.[1]]
}

function printScalar(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}
