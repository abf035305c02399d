import { MAX_REJECT_LENGTH, type Reject, type Skipped } from '../records.ts'
import { type Element, refuseJson } from './element.ts'
import { findJsonError, type JsonError, MAX_DEPTH, otherSyntax, printJsonError } from './json-error.ts'
import { type Extras, withoutExtras } from './json-loose.ts'
import type { Messages } from './json-messages.ts'
import { flatten, parseJson } from './values/json-flatten.ts'
import { isObject } from './values/json-value.ts'

/** An element as cells by key with its text, or the reason why it is not a record. */
export type ReadRecord = (element: Element) => Read

export type Read = Record | Reject | LeftOutRecord

export interface Record {
  readonly cells: ReadonlyMap<string, string>
  /** The text as standard JSON, if it deviates from it. */
  readonly text: string
}

export interface LeftOutRecord {
  readonly leftOut: Skipped
}

export function isReject(record: Read): record is Reject {
  return 'code' in record
}

export function isLeftOut(record: Read): record is LeftOutRecord {
  return 'leftOut' in record
}

/** In a file of JSON lines only the broken line is rejected. */
export function lineReader(messages: Messages | undefined, extras: Extras): ReadRecord {
  return element => {
    const { error, record } = parse(element, messages, extras)
    if (!error) return record
    if (withoutExtras(element.text).trim() === '') return { leftOut: 'comment line' }
    const message = `${printJsonError(element.text, error, 'line')} in column ${error.at + 1}`
    const hint = otherSyntax(element.text, error)
    return reject(element, 'lead/json', hint === undefined ? message : `${message}: ${hint}`)
  }
}

/** A document with a mistake is refused: what comes after it cannot be trusted. */
export function documentReader(name: string, messages: Messages | undefined, extras: Extras): ReadRecord {
  return element => {
    const { error, record } = parse(element, messages, extras)
    if (error) throw refuseJson(name, element.text, element, error)
    return record
  }
}

type Parsed =
  | { readonly error: JsonError; readonly record?: undefined }
  | { readonly error?: undefined; readonly record: Read }

function parse(element: Element, messages: Messages | undefined, extras: Extras): Parsed {
  if (element.isTooLong) return { record: reject(element, 'lead/too-long', 'a record of more than 1 MiB') }
  const value = parsed(element.text)
  if (!('error' in value)) return { record: toRecord(element, value.value, messages) }
  const text = withoutExtras(element.text, extras)
  const again = text === element.text ? value : parsed(text)
  return 'error' in again ? again : { record: toRecord({ ...element, text }, again.value, messages) }
}

function parsed(text: string): { readonly value: unknown } | { readonly error: JsonError } {
  try {
    return { value: parseJson(text) }
  } catch (error) {
    const mistake = error instanceof SyntaxError ? findJsonError(text) : undefined
    if (mistake === undefined) throw error
    return { error: mistake }
  }
}

function toRecord(element: Element, value: unknown, messages: Messages | undefined): Read {
  const leftOut = messages?.leftOut(value)
  if (leftOut !== undefined) return { leftOut }
  const cells = toCells(element, value)
  return cells instanceof Map ? { cells, text: element.text } : cells
}

function toCells(element: Element, value: unknown): Map<string, string> | Reject {
  if (!isObject(value)) return reject(element, 'lead/not-a-record', `expected an object, found ${kindOf(value)}`)
  // What the API of Pipedrive gives for a person who was deleted.
  if ('item' in value && 'data' in value && value.data === null) {
    return reject(element, 'lead/not-a-record', 'expected an object under `data`, found null')
  }
  return flatten(value) ?? reject(element, 'lead/json', `more than ${MAX_DEPTH} levels deep`)
}

function reject({ line, text }: Element, code: Reject['code'], message: string): Reject {
  return { line, code, message, text: text.slice(0, MAX_REJECT_LENGTH) }
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'string' ? 'a text' : `a ${typeof value}`
}
