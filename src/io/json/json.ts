import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { emptyBatch, type Filling, hasAnything, isFull, leaveOut } from '../batch.ts'
import { recogniseSystem } from '../bind/recognise.ts'
import { peek, prepend } from '../bytes/peek.ts'
import type { Records, Sampled } from '../bytes/sampled-text.ts'
import type { Batch, LineEnd } from '../records.ts'
import { refuse, startOf } from '../refuse-input.ts'
import { readApiError } from './api-error.ts'
import type { Element, ElementScanner } from './element.ts'
import { flatten, parseJson } from './json-flatten.ts'
import { collectKeys, type Keys } from './json-keys.ts'
import { chooseList, isUsualList } from './json-list.ts'
import { documentReader, isReject, type ReadRecord, readLine } from './json-record.ts'
import { makeJsonScanner } from './json-scan.ts'
import { collectSides, isAside, type Sides } from './json-sides.ts'
import { isObject } from './json-value.ts'
import { makeLineScanner } from './ndjson-scan.ts'

/** Records from which the columns are collected, and the text that may be held for that (64 MiB). */
const SAMPLED_RECORDS = 10_000
const SAMPLED_TEXT = 67_108_864

/** Opens a JSON document, or lines of JSON. Its columns are the keys of its first records, in order of appearance. */
export async function openJson(text: Sampled, format: 'json' | 'ndjson'): Promise<Records> {
  const { name, sample } = text
  const isLines = format === 'ndjson'
  const whole = text.isWhole && !isLines ? parseWhole(sample) : undefined
  refuseApiError(name, whole)
  const single = isObject(whole) ? readSingle(whole) : undefined
  const scanner = isLines ? makeLineScanner() : makeJsonScanner(name)
  const readOne = isLines ? readLine : documentReader(name)
  const { first, rest } = await peek(scan(scanner, prepend([sample], text.rest)), 1, weigh)
  const elements = first.flatMap(group => group.elements)
  const list = single ? SINGLE : chooseList(scanner.lists, elements)
  if (list === undefined) throw first.at(-1)?.refusal ?? refuse('file/no-list', NO_LIST, startOf(name), NO_LIST_HINT)
  const others = new Map<string, number>()
  const sides = collectSides(elements, list)
  const read: ReadRecord = element => {
    const record = readOne(element)
    return isReject(record) ? record : sides.complete(record)
  }
  const groups = single ? [{ elements: [{ line: 1, col: 1, text: sample.trim(), isTooLong: false, list }] }] : first
  const keys = collectKeys(readSampled(groups, list, read))
  const lineEnd = firstLineEnd(sample)
  return {
    format,
    headings: keys.headings,
    around: single ? [] : [...scanner.keys],
    ...(lineEnd && { lineEnd }),
    diagnostics: () => [...keys.diagnostics(name), ...otherLists(name, list, others, sides)],
    batches: readBatches(prepend(groups, rest), { list, read, keys, others }),
  }
}

/** The list of a document that is one record itself. */
const SINGLE = '(the document)'

function parseWhole(sample: string): unknown {
  try {
    return parseJson(sample)
  } catch {
    return undefined
  }
}

function refuseApiError(name: string, document: unknown): void {
  const message = readApiError(document)
  if (message === undefined) return
  const hint = 'fetch the data again: the API request behind this file failed'
  throw refuse('file/api-error', `this is the error message of an API, not data: ${message}`, startOf(name), hint)
}

/** Whether a document is one lead: it looks like a record of some system, and has no list of records. */
function readSingle(document: object): boolean {
  const hasList = Object.entries(document).some(([key, value]) => isUsualList(key) && Array.isArray(value))
  const cells = hasList ? undefined : flatten(document)
  if (cells === undefined) return false
  const around = [...cells.keys()].map(key => key.replace(/\..*/, ''))
  return recogniseSystem({ name: '', headings: [...cells.keys()], rows: [[...cells.values()]], around }) !== undefined
}

const NO_LIST = 'no list of records in this JSON'
const NO_LIST_HINT = 'for a file with one record per line, give its format: `--input-format ndjson`'

/** Elements that came with a piece of text, and the mistake that ends them: a mistake inside one of them comes first. */
interface Group {
  readonly elements: readonly Element[]
  readonly refusal?: Refusal
}

async function* scan(scanner: ElementScanner, pieces: AsyncIterable<string>): AsyncGenerator<Group> {
  for await (const piece of pieces) {
    scanner.feed(piece)
    const group = drain(scanner)
    yield group
    if (group.refusal) return
  }
  scanner.end()
  yield drain(scanner)
}

function drain(scanner: ElementScanner): Group {
  const elements: Element[] = []
  try {
    for (let element = scanner.next(); element; element = scanner.next()) elements.push(element)
  } catch (error) {
    if (error instanceof Refusal) return { elements, refusal: error }
    throw error
  }
  return { elements }
}

/** The share of a sample that is complete. */
function weigh({ elements }: Group): number {
  const length = elements.reduce((sum, { text }) => sum + text.length, 0)
  return Math.max(elements.length / SAMPLED_RECORDS, length / SAMPLED_TEXT)
}

function* readSampled(
  sampled: readonly Group[],
  list: string,
  read: ReadRecord,
): Generator<ReadonlyMap<string, string>> {
  for (const { elements, refusal } of sampled) {
    for (const element of elements) {
      const record = element.list === list && !isBlank(element) ? read(element) : undefined
      if (record && !isReject(record)) yield record
    }
    if (refusal) throw refusal
  }
}

interface Reading {
  readonly list: string
  readonly read: ReadRecord
  readonly keys: Keys
  /** Objects in other lists. */
  readonly others: Map<string, number>
}

async function* readBatches(groups: AsyncIterable<Group>, reading: Reading): AsyncGenerator<Batch> {
  let batch = emptyBatch()
  for await (const { elements, refusal } of groups) {
    for (const element of elements) {
      file(element, reading, batch)
      if (!isFull(batch)) continue
      yield batch
      batch = emptyBatch()
    }
    if (refusal) throw refusal
  }
  if (hasAnything(batch)) yield batch
}

function file(element: Element, { list, read, keys, others }: Reading, batch: Filling): void {
  const { line, text } = element
  if (element.list !== list) {
    if (text.startsWith('{') && !isAside(element.list)) others.set(element.list, (others.get(element.list) ?? 0) + 1)
  } else if (isBlank(element)) leaveOut(batch, 'blank row')
  else {
    const record = read(element)
    if (isReject(record)) batch.rejects.push(record)
    else batch.rows.push({ line, cells: keys.toCells(record, line), text: text.trim() })
  }
}

function isBlank({ text }: Element): boolean {
  return text.trim() === ''
}

function otherLists(name: string, list: string, others: ReadonlyMap<string, number>, { lists }: Sides): Diagnostic[] {
  const found = [...others].flatMap(([other, count]) => {
    const unread = count - (lists.get(other) ?? 0)
    return unread === 0 ? [] : [`\`${other}\` (${unread})`]
  })
  if (found.length === 0) return []
  const message = `read from the list \`${list}\`; further lists are not read: ${found.join(', ')}`
  return [diagnose('file/other-lists', message, { place: startOf(name) })]
}

function firstLineEnd(sample: string): LineEnd | undefined {
  const [found] = /\r\n|\n|\r/.exec(sample) ?? []
  return found === undefined ? undefined : found === '\n' ? 'LF' : found === '\r' ? 'CR' : 'CRLF'
}
