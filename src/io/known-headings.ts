import type { CatalogueField } from '../ir/catalogue/field.ts'
import { FIELDS } from '../ir/catalogue/fields.ts'
import { headingsOf, type System } from '../ir/catalogue/system.ts'
import { SYSTEMS } from '../ir/catalogue/systems.ts'
import { headingKey } from '../ir/values/heading.ts'

/** Whether a row of cells could be a header: the catalogue knows headings, and hardly any cell of a lead. */

/** Headings of systems shorter than this also occur as cells: `CC`, `#`. */
const MIN_HEADING_LENGTH = 3

let all: readonly string[] | undefined
let keys: ReadonlySet<string> | undefined
let texts: ReadonlySet<string> | undefined

function knownTexts(): readonly string[] {
  const ofSystem = (system: System) => [
    ...system.exports.flatMap(({ signatures }) => signatures.flat().filter(part => !/^[/!]|[=~]/.test(part))),
    ...Object.values(headingsOf(system)).flat(),
    ...Object.values(system.companyHeadings ?? {}).flat(),
  ]
  all ??= [
    ...Object.values(FIELDS).flatMap(({ headings }) => [...headings]),
    ...Object.values<System>(SYSTEMS)
      .flatMap(ofSystem)
      .filter(({ length }) => length >= MIN_HEADING_LENGTH),
  ]
  return all
}

/** The field that a heading means in the catalogue, whatever system wrote it. */
export function fieldOf(heading: string): KnownField | undefined {
  fields ??= new Map(
    Object.entries<CatalogueField>(FIELDS).flatMap(([name, { type, headings }]) =>
      headings.map((known): [string, KnownField] => [headingKey(known), { name, type }]),
    ),
  )
  return fields.get(headingKey(heading))
}

interface KnownField {
  readonly name: string
  readonly type: CatalogueField['type']
}

let fields: ReadonlyMap<string, KnownField> | undefined

/** How many of the cells are headings that the catalogue knows. */
export function countKnown(cells: readonly string[]): number {
  keys ??= new Set(knownTexts().map(headingKey))
  const known = keys
  return cells.filter(cell => cell !== '' && cell.length < 80 && known.has(headingKey(cell))).length
}

/** Fields that only a list of people has. */
const OF_PEOPLE = ['email', 'first_name', 'last_name', 'full_name', 'job_title', 'mobile'] as const

let people: ReadonlySet<string> | undefined
let ofFields: ReadonlySet<string> | undefined

/** Whether a heading means a field whatever system wrote it. */
export function meansField(heading: string): boolean {
  ofFields ??= new Set(Object.entries(FIELDS).flatMap(([name, { headings }]) => [name, ...headings].map(headingKey)))
  return heading.length < 80 && ofFields.has(headingKey(heading))
}

/** Whether one of the headings is about a person. */
export function namesPeople(headings: readonly string[]): boolean {
  people ??= new Set(OF_PEOPLE.flatMap(field => [field, ...FIELDS[field].headings]).map(headingKey))
  const known = people
  return headings.some(heading => known.has(headingKey(heading)))
}

/** All headings as `mayBeHeader` knows them. */
export function allTexts(): ReadonlySet<string> {
  texts ??= new Set(knownTexts().flatMap(known => [known, known.toLowerCase()]))
  return texts
}

/** A quick test of the first cells of every record: almost no lead passes it. */
export function mayBeHeader(cells: readonly string[]): boolean {
  return isKnownText(cells[0] ?? '') || isKnownText(cells[1] ?? '')
}

const MAX_HEADING_LENGTH = 80
const LETTERS = 256

/** A look-up hashes the whole text, so texts whose length or first letter no heading has are not looked up. */
function isKnownText(text: string): boolean {
  const known = allTexts()
  shapes ??= shapesOf(known)
  return text.length < MAX_HEADING_LENGTH && shapes[shapeOf(text)] === 1 && known.has(text)
}

let shapes: Uint8Array | undefined

function shapesOf(known: ReadonlySet<string>): Uint8Array {
  const found = new Uint8Array(MAX_HEADING_LENGTH * LETTERS)
  for (const text of known) if (text.length < MAX_HEADING_LENGTH) found[shapeOf(text)] = 1
  return found
}

function shapeOf(text: string): number {
  return text.length * LETTERS + (text.charCodeAt(0) % LETTERS)
}

/** Whether most of the filled cells are known headings, and at least some. */
export function isHeader(cells: readonly string[]): boolean {
  const filled = cells.filter(cell => cell.trim() !== '').length
  const known = countKnown(cells)
  return known >= Math.min(3, Math.max(2, filled)) && known * 2 >= filled
}
