import type { Stats } from 'node:fs'
import { type FileHandle, lstat, open } from 'node:fs/promises'
import { readQuoted } from '../../../io/csv/csv-record.ts'
import { COLUMN_NAMES } from '../../../ir/plan/columns.ts'
import { REJECT_HEADINGS } from '../../../outputs/rejects.ts'
import { SKIPPED_HEADINGS } from '../../../outputs/skip-keeper.ts'
import { MOVER_HEADINGS } from '../../../tools/diff/movers.ts'
import type { Remembered } from './remembered.ts'

/** How much of an existing file is read to recognise what wrote it. */
const HEAD = 256 * 1024

/** What exists at an output path. */
export type Ownership =
  | { readonly kind: 'own' }
  /** leadq wrote it, and somebody has changed it since. */
  | { readonly kind: 'edited'; readonly how: string }
  | { readonly kind: 'foreign' }

export interface OwnMarks {
  /** Of leadq's columns. */
  readonly prefix: string
  /** leadq's columns of this run in their order, where it is not the usual one. */
  readonly columns?: readonly string[] | undefined
}

export const OWN: Ownership = { kind: 'own' }
const FOREIGN: Ownership = { kind: 'foreign' }

/**
 * Who wrote a file, by its form: a header that ends with leadq's columns in their order, JSON whose first record ends
 * with a `leadq` object, leadq's name in a workbook, the header of its rejects. A file that cannot be read is foreign.
 */
export async function ownershipOf(path: string, marks: OwnMarks): Promise<Ownership> {
  const handle = await open(path, 'r').catch(() => undefined)
  if (handle === undefined) return FOREIGN
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    const text = buffer.toString('utf8', 0, bytesRead).replace(/^\uFEFF/, '')
    // In an empty file or list nothing is lost.
    if (/^[\s[\]]*$/.test(text)) return OWN
    if (text.startsWith('PAR1')) return (await endOf(handle)).includes(marks.prefix) ? OWN : FOREIGN
    if (text.startsWith('PK')) return text.includes('<Application>leadq</Application>') ? OWN : FOREIGN
    if (/^\s*[[{]/.test(text)) return ownershipOfJson(text)
    const found = ownershipOfTable(text, marks)
    return found.kind === 'own' && hasForeignRow(text, await endOf(handle), marks) ? ADDED_ROW : found
  } finally {
    await handle.close()
  }
}

/** The end of a file; that of a Parquet file has the names of its columns. */
async function endOf(handle: FileHandle): Promise<string> {
  const { size }: Stats = await handle.stat()
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, Math.max(0, size - HEAD))
  return buffer.toString('utf8', 0, bytesRead)
}

const DELIMITERS = [',', ';', '\t', '|']

function ownershipOfTable(text: string, marks: OwnMarks): Ownership {
  const found = DELIMITERS.map(delimiter => ownershipOfHeader(headerOf(text, delimiter), marks))
  return found.find(({ kind }) => kind === 'own') ?? found.find(({ kind }) => kind === 'edited') ?? FOREIGN
}

function ownershipOfHeader(header: readonly string[], { prefix, columns = [] }: OwnMarks): Ownership {
  const beginsWith = (headings: readonly string[]) => headings.every((name, index) => header[index] === name)
  if (beginsWith(REJECT_HEADINGS)) {
    return header.length === REJECT_HEADINGS.length ? OWN : added(header.slice(REJECT_HEADINGS.length))
  }
  if (beginsWith(MOVER_HEADINGS)) return OWN
  if (beginsWith(SKIPPED_HEADINGS) && header.length === SKIPPED_HEADINGS.length) return OWN
  // Importers want them spelled in their own way: `Person - leadq_stage` in Pipedrive, `leadq_Stage__c` in Salesforce.
  const names = header.map(heading =>
    heading.replace(/^Person - /, '').replace(/^(.*)__c$/, (_, name) => name.toLowerCase()),
  )
  const isOwn = names.map(name => name.startsWith(prefix))
  const first = isOwn.indexOf(true)
  if (first < 0) return FOREIGN
  const last = isOwn.lastIndexOf(true)
  const own = names.slice(first, last + 1).map(name => name.slice(prefix.length))
  if (!isOwn.slice(first, last + 1).every(Boolean) || !(isUsualOrder(own) || own.join() === columns.join())) {
    return FOREIGN
  }
  return last === header.length - 1 ? OWN : added(header.slice(last + 1))
}

const ADDED_ROW: Ownership = { kind: 'edited', how: 'ends with a row that leadq did not write' }
/** With fewer columns of leadq's, all of them may be empty. */
const MIN_COLUMNS = 3

/** Whether somebody added a row at the end: it has too few cells, or nothing in leadq's columns. */
function hasForeignRow(text: string, end: string, { prefix }: OwnMarks): boolean {
  const last =
    end
      .trimEnd()
      .split(/[\r\n]/)
      .at(-1) ?? ''
  // A quote may belong to a cell of several lines.
  if (last.includes('"')) return false
  for (const delimiter of DELIMITERS) {
    const header = headerOf(text, delimiter)
    const own = header.flatMap((heading, index) => (heading.startsWith(prefix) ? [index] : []))
    if (header.length < 2 || own.length < MIN_COLUMNS) continue
    const cells = last.split(delimiter)
    return cells.length !== header.length || own.every(index => cells[index]?.trim() === '')
  }
  return false
}

function added(names: readonly string[]): Ownership {
  const shown = names.slice(0, 3).join(', ')
  return { kind: 'edited', how: `has columns that leadq did not write: ${shown}${names.length > 3 ? ', ...' : ''}` }
}

/** Names of scores and segments stand among those that are always the same. */
function isUsualOrder(names: readonly string[]): boolean {
  const places = names.map(name => COLUMN_NAMES.indexOf(name)).filter(place => place >= 0)
  return places.length > 0 && places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0))
}

function headerOf(text: string, delimiter: string): string[] {
  const cells: string[] = []
  const lineEnd = text.search(/[\r\n]|$/)
  return typeof readQuoted(text, 0, lineEnd, { delimiter, expected: 0 }, cells) === 'number' ? cells : []
}

function ownershipOfJson(text: string): Ownership {
  const start = text.indexOf('{')
  const end = start < 0 ? -1 : endOfObject(text, start)
  if (end < 0) return FOREIGN
  // A document that is one object is no list of leads; records of NDJSON end at their line.
  if (text.trimStart().startsWith('{') && !/^\s*(?:\n\s*\{|$)/.test(text.slice(end))) return FOREIGN
  try {
    const [name, value] = Object.entries(JSON.parse(text.slice(start, end))).at(-1) ?? []
    const isMember = name === 'leadq' && typeof value === 'object' && value !== null && !Array.isArray(value)
    return isMember && Object.keys(value).every(key => MEMBERS.has(key)) ? OWN : FOREIGN
  } catch {
    return FOREIGN
  }
}

const MEMBERS: ReadonlySet<string> = new Set([...COLUMN_NAMES, 'scores', 'segments'])

/** Where the object that starts at `at` ends; -1 if that is not in the text. */
function endOfObject(text: string, at: number): number {
  let depth = 0
  for (let index = at; index < text.length; index += 1) {
    const char = text[index]
    if (char === '"') {
      for (index += 1; index < text.length && text[index] !== '"'; index += 1) if (text[index] === '\\') index += 1
    } else if (char === '{') depth += 1
    else if (char === '}') {
      depth -= 1
      if (depth === 0) return index + 1
    }
  }
  return -1
}

/** Whether there is anything below the first line, or in the list, of a file. */
export async function hasRecords(path: string): Promise<boolean> {
  const text = await headOf(path)
  if (text === undefined || /^[\s[\]]*$/.test(text)) return false
  if (/^(?:PK|PAR1)/.test(text) || /^\s*[[{]/.test(text)) return true
  const cells: string[] = []
  const end = readQuoted(text, 0, text.search(/[\r\n]|$/), { delimiter: ',', expected: 0 }, cells)
  return typeof end === 'string' || text.slice(end).trim() !== ''
}

/** The names that leadq gives its outputs beside an input. */
const OUTPUT_NAME = /\.(?:scored|rejects|sample)(?:\.[^/\\]+)?\.\w+$/

/** Whether a file is an output of leadq: it remembers that, or both its name and its header say so. */
export async function isOutput(path: string, marks: OwnMarks & { readonly remembered: Remembered }): Promise<boolean> {
  const found = await lstat(path, { bigint: true }).catch(() => undefined)
  if (!found?.isFile()) return false
  if ((await marks.remembered.isUntouched(path, found)) === true) return true
  return OUTPUT_NAME.test(path) && (await ownershipOf(path, marks)).kind !== 'foreign'
}

async function headOf(path: string): Promise<string | undefined> {
  const handle = await open(path, 'r').catch(() => undefined)
  if (handle === undefined) return undefined
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return buffer.toString('utf8', 0, bytesRead).replace(/^\uFEFF/, '')
  } finally {
    await handle.close()
  }
}
