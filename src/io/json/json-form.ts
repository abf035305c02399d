import { innerHeading } from '../bind/paths.ts'
import { countKnown, isHeader, namesPeople } from '../known-headings.ts'
import { findJsonError } from './json-error.ts'
import { isUsualList } from './json-list.ts'
import { type Beginning, withoutExtras } from './json-loose.ts'
import { columnsBeside, isRow, widthOf } from './json-rows.ts'
import { flatten } from './values/json-flatten.ts'
import { pairsOf } from './values/json-pairs.ts'
import { isChannel } from './values/json-primary.ts'
import { isObject } from './values/json-value.ts'

/** How the records of a JSON document stand in it. */
export type JsonForm =
  /** As elements of a list. */
  | { readonly kind: 'lists' }
  /** The document is one record. */
  | { readonly kind: 'single' }
  /** As elements of lists, of which each document, or each element of the whole list, has one. */
  | { readonly kind: 'pages' }
  /** Several documents, one after the other, each of them a record. */
  | { readonly kind: 'sequence' }
  /** As members of an object whose keys are their ids. */
  | { readonly kind: 'keyed'; readonly path: string }
  /** As lists of cells; without columns the first one has the headings. */
  | {
      readonly kind: 'rows'
      readonly path: string
      readonly columns: readonly string[] | undefined
      readonly isSequence: boolean
    }
  /** Column by column: the cells of each stand together. */
  | { readonly kind: 'columns'; readonly path: readonly string[] }
  /** As a text in which there is JSON. */
  | { readonly kind: 'text'; readonly text: string }
  /** An empty list, or `null` in place of a list: no records. */
  | { readonly kind: 'none'; readonly key: string }
  /** Rows of cells that nothing names. */
  | { readonly kind: 'nameless' }

const LISTS: JsonForm = { kind: 'lists' }

/** Levels of objects around the records. */
const MAX_AROUND = 5

/** Finds the form of a document by its beginning; `rest` is what follows it in the same text. */
export function formOf({ value, end }: Beginning, rest: string): JsonForm {
  if (typeof value === 'string') return hasJson(value) ? { kind: 'text', text: value } : LISTS
  if (Array.isArray(value)) return formOfList(value, rest)
  if (!isObject(value)) return LISTS
  const isWhole = end !== undefined
  const found = findForm(value, isWhole, '', [])
  const isRecord = !hasRecordList(value)
  // Objects under ids beside a list of records are about those records.
  if (found !== undefined) return found.kind === 'keyed' && !isRecord ? LISTS : found
  if (isRecord && /^\s*,?\s*\{/.test(withoutExtras(rest.slice(0, 4000)))) return { kind: 'sequence' }
  if (!isWhole || !isRecord) return LISTS
  if (looksLikeLead(value)) return { kind: 'single' }
  return textInside(value) ?? nothingInside(value) ?? LISTS
}

/** Finds the form of lines by the first one. */
export function formOfLines(beginning: Beginning | undefined): JsonForm {
  const value = beginning?.value
  if (Array.isArray(value)) return { kind: 'rows', path: '', columns: undefined, isSequence: true }
  return isObject(value) && isPage(value) ? { kind: 'pages' } : LISTS
}

/** An API answer that contains a list of leads and is not a lead itself. */
function isPage(value: object): boolean {
  const isOfLeads = ([key, list]: readonly [string, unknown]) =>
    isUsualList(key) && Array.isArray(list) && isObject(list[0]) && looksLikeLead(list[0])
  return Object.entries(value).some(isOfLeads) && !looksLikeLead(value)
}

function formOfList(list: readonly unknown[], rest: string): JsonForm {
  const [first] = list
  const isSequence = !list.some(each => typeof each === 'object') && /^\s*,?\s*\[/.test(rest)
  const header = isSequence ? list : first
  if (list.length > 0 && list.every(each => isObject(each) && isPage(each))) return { kind: 'pages' }
  if (!Array.isArray(header) || !list.every(each => isSequence || Array.isArray(each))) return LISTS
  if (!isHeaderRow(header)) return { kind: 'nameless' }
  return { kind: 'rows', path: '', columns: undefined, isSequence }
}

/** Whether texts are headings: the catalogue knows some of them, or all could be names. */
function isHeaderRow(cells: readonly unknown[]): boolean {
  if (cells.length === 0 || !cells.every(cell => typeof cell === 'string')) return false
  if (countKnown(cells) > 0 || isHeader(cells)) return true
  return new Set(cells).size === cells.length && cells.every(cell => /^[\p{L}_][\p{L}\p{N}_ .-]*$/u.test(cell))
}

/** Rows, columns or keyed records, in an object or in one of those inside it. */
function findForm(value: object, isWhole: boolean, path: string, above: readonly object[]): JsonForm | undefined {
  const members = Object.entries(value)
  if (isColumns(members, isWhole)) return { kind: 'columns', path: path === '' ? [] : path.split('.') }
  if (isKeyed(members)) return { kind: 'keyed', path }
  for (const [key, member] of members) {
    const inner = path === '' ? key : `${path}.${key}`
    if (Array.isArray(member) && member.length > 0 && member.every(isRow)) {
      const columns = columnsBeside([value, ...above], key, widthOf(member[0]))
      if (columns !== undefined) return { kind: 'rows', path: inner, columns, isSequence: false }
      const header: unknown = member[0]
      if (Array.isArray(header) && isHeaderRow(header))
        return { kind: 'rows', path: inner, columns: undefined, isSequence: false }
      if (Array.isArray(header) && isUsualList(key)) return { kind: 'nameless' }
    } else if (isObject(member) && above.length < MAX_AROUND) {
      if (looksLikeLead(value) && !isColumns(Object.entries(member), isWhole)) continue
      const found = findForm(member, isWhole, inner, [value, ...above])
      if (found !== undefined) return found
    }
  }
  return undefined
}

/** `{"id": ["1", "2"], "email": [..]}`, or the same with positions: `{"id": {"0": "1", "1": "2"}}`. */
function isColumns(members: readonly (readonly [string, unknown])[], isWhole: boolean): boolean {
  if (members.length === 0) return false
  const sizes = members.map(([, column]) => sizeOfColumn(column))
  if (sizes.includes(undefined) || countKnown(members.map(([key]) => key)) < (isWhole ? 2 : 1)) return false
  const full = isWhole || sizes.length === 1 ? sizes : sizes.slice(0, -1)
  return new Set(full).size === 1 && full[0] !== 0
}

function sizeOfColumn(column: unknown): number | undefined {
  const isCell = (cell: unknown) => typeof cell !== 'object' || cell === null
  if (Array.isArray(column)) return column.every(isCell) ? column.length : undefined
  if (!isObject(column)) return undefined
  const entries = Object.entries(column)
  return entries.every(([key, cell], index) => key === String(index) && isCell(cell)) ? entries.length : undefined
}

/** Whether a key is an id, number or address, and not the name of a property. */
const ID =
  /^(?:\d+|-[\w-]{4,}|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{24}|(?=[^\s.]*\d)[\w-]{2,}|[^\s@]+@[^\s@]+|[\w-]{16,})$/i

function isKeyed(members: readonly (readonly [string, unknown])[]): boolean {
  if (members.length === 0 || !members.every(([key, member]) => ID.test(key) && isObject(member))) return false
  const [, first] = members[0] ?? []
  return isObject(first) && Object.values(first).some(cell => typeof cell !== 'object') && !hasRecordList(first)
}

/** A list of objects that could be records: not answers, not contact details. */
function hasRecordList(value: object, depth = 0): boolean {
  return Object.entries(value).some(([key, member]) => {
    if (Array.isArray(member)) {
      if (member.length === 0) return isUsualList(key)
      return !isChannel(key) && member.some(isObject) && pairsOf(key, member) === undefined && isRecordList(key, value)
    }
    return isObject(member) && depth < MAX_AROUND && hasRecordList(member, depth + 1)
  })
}

/** A list inside a lead belongs to the lead, unless its name is usual for lists of leads. */
function isRecordList(key: string, around: object): boolean {
  return isUsualList(key) || !looksLikeLead(around)
}

/** Whether an object has fields of a person, itself or in a wrapper. */
function looksLikeLead(value: object): boolean {
  const headings = [...(flatten(withoutLists(value)) ?? new Map<string, string>()).keys()]
  return namesPeople(headings.flatMap(heading => [heading, innerHeading(heading) ?? '']))
}

function withoutLists(value: object): object {
  const kept = Object.entries(value).filter(
    ([key, each]) => !Array.isArray(each) || isChannel(key) || isPairs(key, each),
  )
  return Object.fromEntries(kept.map(([key, each]) => [key, isObject(each) ? withoutLists(each) : each]))
}

function isPairs(key: string, list: readonly unknown[]): boolean {
  return list.some(isObject) && pairsOf(key, list) !== undefined
}

function hasJson(text: string): boolean {
  const isCandidate = /^\s*[[{]/.test(text) && /[\]}]\s*$/.test(text)
  return isCandidate && findJsonError(withoutExtras(text)) === undefined
}

function textInside(value: object): JsonForm | undefined {
  const texts = Object.values(value).filter(each => typeof each === 'string')
  const text = texts.find(hasJson)
  return text === undefined ? undefined : { kind: 'text', text }
}

/** `{"success": true, "data": null}` */
function nothingInside(value: object): JsonForm | undefined {
  const found = Object.entries(value).find(([key, member]) => isUsualList(key) && member === null)
  return found && { kind: 'none', key: found[0] }
}
