import { MAX_REJECT_LENGTH, type Reject } from '../records.ts'
import { type Element, refuseJson } from './element.ts'
import { findJsonError, type JsonError, MAX_DEPTH, printJsonError } from './json-error.ts'
import { flatten, parseJson } from './json-flatten.ts'
import { isObject } from './json-value.ts'

/** An element as cells by key, or why it is none. */
export type ReadRecord = (element: Element) => ReadonlyMap<string, string> | Reject

export function isReject(record: ReturnType<ReadRecord>): record is Reject {
  return 'code' in record
}

/** In a file of lines a broken one is rejected alone. */
export const readLine: ReadRecord = element => {
  const { error, cells } = parse(element)
  if (!error) return cells
  return reject(element, 'lead/json', `${printJsonError(element.text, error, 'line')} in column ${error.at + 1}`)
}

/** A document with a mistake is refused: what comes after it cannot be trusted. */
export function documentReader(name: string): ReadRecord {
  return element => {
    const { error, cells } = parse(element)
    if (error) throw refuseJson(name, element.text, element, error)
    return cells
  }
}

type Parsed =
  | { readonly error: JsonError; readonly cells?: undefined }
  | { readonly error?: undefined; readonly cells: ReadonlyMap<string, string> | Reject }

function parse(element: Element): Parsed {
  if (element.isTooLong) return { cells: reject(element, 'lead/too-long', 'a record of more than 1 MiB') }
  try {
    return { cells: toCells(element, parseJson(element.text)) }
  } catch (error) {
    const mistake = error instanceof SyntaxError ? findJsonError(element.text) : undefined
    if (mistake === undefined) throw error
    return { error: mistake }
  }
}

function toCells(element: Element, value: unknown): ReadonlyMap<string, string> | Reject {
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
