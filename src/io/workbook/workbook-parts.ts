import type { Buffer } from 'node:buffer'
import { megabytes } from '../bytes/megabytes.ts'
import { type Entry, extract, tooLarge } from './zip-read.ts'

/** A sheet, and where in the workbook it is. */
export interface SheetPart {
  readonly name: string
  readonly isVisible: boolean
  readonly path: string
}

/** The parts of a workbook needed to read one of its sheets. */
export interface Parts {
  /** In the order of their tabs; charts are none. */
  readonly sheets: readonly SheetPart[]
  readonly strings: string | undefined
  readonly styles: string | undefined
  /** Days count from 1904 instead of 1900. */
  readonly since1904: boolean
}

/** The files of a workbook by their names, which are compared without case. */
export interface Package {
  has(path: string): boolean
  read(path: string): Buffer | undefined
  /** Bytes that reading it would take. */
  sizeOf(path: string): number
}

/** Bytes of one of its files, or of several that are read together. Reading takes ten times as much memory. */
export const MAX_UNPACKED_BYTES = 67_108_864

export function openPackage(entries: readonly Entry[], name: string): Package {
  const byPath = new Map(entries.map(entry => [entry.path.toLowerCase(), entry]))
  const find = (path: string) => byPath.get(path.toLowerCase())
  const check = (entry: Entry) => {
    if (entry.size <= MAX_UNPACKED_BYTES) return entry
    throw tooLarge(
      name,
      `\`${entry.path}\` unpacks to ${megabytes(entry.size)}; the limit is ${megabytes(MAX_UNPACKED_BYTES)}`,
    )
  }
  return {
    has: path => find(path) !== undefined,
    sizeOf: path => find(path)?.size ?? 0,
    read(path) {
      const entry = find(path)
      return entry && extract(check(entry), name)
    },
  }
}

/** Undefined if this is not a workbook. */
export function readParts(files: Package): Parts | undefined {
  const workbook = workbookOf(files)
  const xml = files.read(workbook)?.toString('utf8')
  if (xml === undefined) return undefined
  const related = relationsOf(workbook, files)
  const ofType = (type: string) => related.find(relation => relation.type === type)?.path
  const sheets = elements(xml, 'sheet').flatMap(attributes => {
    const relation = related.find(({ id }) => id === attributes.id)
    if (relation?.type !== 'worksheet') return []
    const isVisible = (attributes.state ?? 'visible') === 'visible'
    return [{ name: unescaped(attributes.name ?? ''), isVisible, path: relation.path }]
  })
  const [properties] = elements(xml, 'workbookPr')
  return {
    sheets,
    strings: ofType('sharedStrings'),
    styles: ofType('styles'),
    since1904: properties?.date1904 === '1' || properties?.date1904 === 'true',
  }
}

function workbookOf(files: Package): string {
  const named = relationsOf('', files).find(({ type }) => type === 'officeDocument')?.path
  return named !== undefined && files.has(named) ? named : 'xl/workbook.xml'
}

interface Relation {
  readonly id: string
  /** The last part of its type; the rest differs between the two flavours of the standard. */
  readonly type: string
  readonly path: string
}

function relationsOf(path: string, files: Package): Relation[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const xml = files.read(`${folder}_rels/${path.slice(folder.length)}.rels`)?.toString('utf8') ?? ''
  return elements(xml, 'Relationship').map(({ Id = '', Type = '', Target = '' }) => ({
    id: Id,
    type: Type.slice(Type.lastIndexOf('/') + 1),
    path: Target.startsWith('/') ? Target.slice(1) : resolved(folder, Target),
  }))
}

function resolved(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

/** In characters; those that are asked for have a few dozen. */
const MAX_TAG_LENGTH = 4000

/** The attributes of every element of a name, without the prefixes that some programs write. */
export function elements(xml: string, name: string): Record<string, string>[] {
  const tags = xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])([^<>]{0,${MAX_TAG_LENGTH}})>`, 'g'))
  return Array.from(tags, ([, attributes = '']) => attributesOf(attributes))
}

function attributesOf(text: string): Record<string, string> {
  const found = text.matchAll(/(?<![\w.:-])(?:\w+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)
  return Object.fromEntries(
    Array.from(found, ([, name = '', double, single]) => [name, decoded(double ?? single ?? '')]),
  )
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (reference, hex, decimal, entity) => {
    if (entity !== undefined) return ENTITIES[entity] ?? reference
    const code = Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : reference
  })
}

/** Workbooks write characters that XML does not allow, and some others, as `_x000D_`. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
}
