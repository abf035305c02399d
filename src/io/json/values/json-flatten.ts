import { MAX_DEPTH } from '../json-error.ts'
import { pairsOf } from './json-pairs.ts'
import { isChannel, primaryFirst } from './json-primary.ts'
import { typedValue } from './json-typed.ts'
import { isObject } from './json-value.ts'

/** Elements of a list of objects that get keys of their own. */
const ELEMENTS = 3

/** Digits of a number beyond which JavaScript may lose precision. */
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
  else if (Array.isArray(value)) return flattenList(value, key, depth, cells)
  else {
    const typed = typedValue(value)
    if (typed !== undefined) return flattenValue(typed.value, key, depth + 1, cells)
    const answers = numberedOf(value)
    const pairs = answers && pairsOf(key.slice(key.lastIndexOf('.') + 1), answers)
    for (const [name, answer] of pairs ?? []) addPair(`${key}.${name}`, answer, cells)
    if (pairs !== undefined) return true
    return flattenMembers(value, `${key}.`, depth + 1, cells)
  }
  return true
}

/** The members of an object whose keys are all numbers, as Jotform numbers the answers of a form. */
function numberedOf(value: object): unknown[] | undefined {
  const members = Object.entries(value)
  const isAnswer = ([key, member]: readonly [string, unknown]) => /^\d+$/.test(key) && isObject(member)
  return members.length > 0 && members.every(isAnswer) ? members.map(([, member]) => member) : undefined
}

function flattenList(list: readonly unknown[], key: string, depth: number, cells: Map<string, string>): boolean {
  const own = key.slice(key.lastIndexOf('.') + 1)
  const pairs = list.some(isObject) ? pairsOf(own, list) : undefined
  for (const [name, value] of pairs ?? []) addPair(`${key}.${name}`, value, cells)
  if (pairs !== undefined) return true
  const elements = list.map(plain)
  if (elements.some(element => typeof element === 'object' && element !== null)) {
    return flattenMembers(primaryFirst(own, elements).slice(0, ELEMENTS), `${key}.`, depth + 1, cells)
  }
  if (list.length > 1 && isChannel(own)) return flattenMembers(elements.slice(0, ELEMENTS), `${key}.`, depth + 1, cells)
  cells.set(key, printList(elements))
  return true
}

/** Of two answers of one name the first filled one counts. */
function addPair(key: string, value: unknown, cells: Map<string, string>): void {
  if ((cells.get(key) ?? '') === '') cells.set(key, Array.isArray(value) ? printList(value) : printScalar(value))
}

/** An element that is a typed value, as what it holds. */
function plain(element: unknown): unknown {
  let value = element
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const typed = isObject(value) ? typedValue(value) : undefined
    if (typed === undefined) return value
    value = typed.value
  }
  return value
}

function printList(list: readonly unknown[]): string {
  return list.length > 1 ? JSON.stringify(list) : printScalar(list[0])
}

function printScalar(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}
