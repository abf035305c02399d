import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { emptyBatch } from '../batch.ts'
import { recogniseSystem } from '../bind/recognise/recognise.ts'
import { megabytes } from '../bytes/megabytes.ts'
import { peek, prepend } from '../bytes/peek.ts'
import type { Records, Sampled } from '../bytes/sampled-text.ts'
import { createTextSource, type TextSource } from '../bytes/text-source.ts'
import { readMixed } from '../mixed.ts'
import type { Batch, LineEnd, Mixed, PlainCutter } from '../records.ts'
import { refuse, startOf } from '../refuse-input.ts'
import { readApiError } from './api-error.ts'
import { refuseJson } from './element.ts'
import { createJsonReader, otherLists, readBatches, readSampled } from './json-batches.ts'
import { findJsonError } from './json-error.ts'
import { formOf, formOfLines, type JsonForm } from './json-form.ts'
import { asObjects, scan, weigh } from './json-groups.ts'
import { collectKeys } from './json-keys.ts'
import { chooseList, isUsualList } from './json-list.ts'
import { type Extras, noExtras, parseBeginning, withoutExtras } from './json-loose.ts'
import { messagesIn } from './json-messages.ts'
import { documentReader, isLeftOut, isReject, lineReader, type ReadRecord } from './json-record.ts'
import { rowsOfColumns } from './json-rows.ts'
import { makeJsonScanner } from './json-scan.ts'
import { collectSides } from './json-sides.ts'
import { makeLineScanner } from './ndjson-scan.ts'
import { flatten, parseJson } from './values/json-flatten.ts'
import { isObject } from './values/json-value.ts'

/** Opens a JSON document, or lines of JSON. Its columns are the keys of its first records, in order of appearance. */
export async function openJson(text: Sampled, format: 'json' | 'ndjson'): Promise<Records> {
  if (format === 'ndjson') return openForm(text, format, formOfLines(parseBeginning(text.sample)))
  const { name, sample } = text
  // Some programs put a sign between documents.
  const plain = sample.replaceAll('\x1e', ' ')
  const beginning = parseBeginning(plain)
  const whole = text.isWhole && beginning?.end !== undefined ? parseWhole(sample) : undefined
  refuseApiError(name, whole)
  const form =
    isObject(whole) && readSingle(whole)
      ? SINGLE_FORM
      : beginning && formOf(beginning, plain.slice(beginning.end ?? plain.length))
  switch (form?.kind) {
    case 'text':
      return openJson(instead(text, form.text), format)
    case 'none':
      return openJson(instead(text, '[]'), format)
    case 'columns': {
      const all = withoutExtras(await collect(text))
      refuseBroken(name, all)
      return openJson(instead(text, rowsOfColumns(all, form.path)), format)
    }
    case 'nameless':
      if (text.isWhole) refuseBroken(name, withoutExtras(sample))
      throw refuse('file/no-list', NAMELESS, startOf(name), NAMELESS_HINT)
    default:
      return openForm(text, format, form ?? { kind: 'lists' })
  }
}

function refuseBroken(name: string, text: string): void {
  const error = findJsonError(text)
  if (error !== undefined) throw refuseJson(name, text, { line: 1, col: 1 }, error)
}

async function openForm(text: Sampled, format: 'json' | 'ndjson', form: JsonForm): Promise<Records> {
  const { name, sample } = text
  const isLines = format === 'ndjson' && form.kind !== 'pages'
  const isSingle = form.kind === 'single'
  const isSequence = form.kind === 'sequence' || (form.kind === 'rows' && form.isSequence)
  const keyed = form.kind === 'keyed' ? form.path : undefined
  const extras = noExtras()
  const scannerOf = (known?: string) =>
    isLines
      ? makeLineScanner()
      : makeJsonScanner(name, {
          ...{ isSequence, isPaged: form.kind === 'pages', keyed, extras },
          ...(known !== undefined && { list: known }),
        })
  const scanner = scannerOf()
  const source = createTextSource(text)
  const pieces = { [Symbol.asyncIterator]: () => source.pieces }
  const { first, rest } = await peek(asObjects(scan(scanner, prepend([sample], pieces)), form), 1, weigh)
  const elements = first.flatMap(group => group.elements)
  const list = isSingle
    ? SINGLE
    : 'path' in form && typeof form.path === 'string'
      ? form.path
      : chooseList(scanner.lists, elements)
  if (list === undefined) throw first.at(-1)?.refusal ?? refuse('file/no-list', NO_LIST, startOf(name), NO_LIST_HINT)
  const groups = isSingle ? [{ elements: [{ line: 1, col: 1, text: sample.trim(), isTooLong: false, list }] }] : first
  const messages = messagesIn(groups.flatMap(group => group.elements))
  const readOne = isLines ? lineReader(messages, extras) : documentReader(name, messages, extras)
  const sides = collectSides(elements, list)
  const read: ReadRecord = element => {
    const record = readOne(element)
    return isReject(record) || isLeftOut(record) ? record : { ...record, cells: sides.complete(record.cells) }
  }
  const others = new Map<string, number>()
  const keys = collectKeys(readSampled(groups, list, read))
  const lineEnd = firstLineEnd(sample)
  const reading = { list, read, keys, others }
  // Otherwise a record is not what its text has, or something else belongs to it.
  const isAsWritten = MIXED.has(form.kind) && messages === undefined && sides.isEmpty

  async function* mixed(cutter: PlainCutter): AsyncGenerator<Mixed> {
    keys.restart()
    others.clear()
    const again = scannerOf(list)
    again.feed(sample)
    yield* readMixed(createJsonReader(again, reading), emptyBatch(), source.againBytes(), cutter)
  }

  return {
    format,
    headings: keys.headings,
    around: isSingle ? [] : [...scanner.keys],
    ...(lineEnd && { lineEnd }),
    diagnostics: () => [
      ...keys.diagnostics(name),
      ...otherLists(name, { list, others }, sides),
      ...extraRemarks(name, extras),
    ],
    batches: noted(readBatches(prepend(groups, rest), reading), source),
    ...(isAsWritten && { mixed }),
  }
}

async function* noted(batches: AsyncIterable<Batch>, source: TextSource): AsyncGenerator<Batch> {
  for await (const batch of batches) {
    source.given(batch)
    yield batch
  }
}

/** Forms in which a record is written as the object that it is. */
const MIXED: ReadonlySet<JsonForm['kind']> = new Set<JsonForm['kind']>(['lists', 'pages', 'sequence'])

/** The list of a document that is one record itself. */
const SINGLE = '(the document)'

const SINGLE_FORM: JsonForm = { kind: 'single' }

/** Limit for documents that are read as a whole: those whose columns come one after the other. */
const MAX_WHOLE = 67_108_864

async function collect({ name, sample, rest }: Sampled): Promise<string> {
  const pieces = [sample]
  let length = sample.length
  for await (const piece of rest) {
    length += piece.length
    if (length > MAX_WHOLE) {
      const message = `its records stand column by column, which is read up to ${megabytes(MAX_WHOLE)} only`
      throw refuse('file/too-large', message, startOf(name), 'write one object for each record')
    }
    pieces.push(piece)
  }
  return pieces.join('')
}

/** A document that is written in another way. */
function instead(text: Sampled, sample: string): Sampled {
  return { ...text, sample, isWhole: true, rest: nothing(), restBytes: nothing() }
}

async function* nothing(): AsyncGenerator<never> {}

function extraRemarks(name: string, { comments, commas, values }: Extras): Diagnostic[] {
  const found = [
    ...(comments > 0 ? ['comments, which are skipped'] : []),
    ...(commas > 0 ? ['extra commas, which are ignored'] : []),
    ...(values > 0 ? ['`NaN`, `Infinity` or `undefined`, which are read as empty'] : []),
  ]
  if (found.length === 0) return []
  return [
    diagnose('file/loose-json', `${name} is not standard JSON: it has ${found.join('; ')}`, { place: startOf(name) }),
  ]
}

function parseWhole(sample: string): unknown {
  try {
    return parseJson(withoutExtras(sample))
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
const NO_LIST_HINT =
  'put the records into a list, `[{...}, {...}]`; one object alone is a record if it has an e-mail or a name'

const NAMELESS = 'the records are lists of values without names of columns'
const NAMELESS_HINT = 'put a first list with the names of the columns before them: `["id", "email"]`'

function firstLineEnd(sample: string): LineEnd | undefined {
  const [found] = /\r\n|\n|\r/.exec(sample) ?? []
  return found === undefined ? undefined : found === '\n' ? 'LF' : found === '\r' ? 'CR' : 'CRLF'
}
