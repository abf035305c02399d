import { FIELDS, type FieldName } from '../../ir/catalogue/fields.ts'
import type { Headings as SystemHeadings } from '../../ir/catalogue/system.ts'
import type { Field } from '../../ir/plan/field.ts'
import { headingKey } from '../../ir/values/heading.ts'
import { innerHeading } from './paths.ts'

/** Which columns a field takes, and who said so. */
export interface Match {
  readonly columns: readonly number[]
  readonly by: 'rulebook' | 'system' | 'heading'
}

/** The headings of an input, findable by their exact text, by their key, and `Phone Number#2` by its place. */
export interface Headings {
  /** All positions of a heading, leftmost first; several spellings of one key count as the same heading. */
  positions(heading: string): readonly number[]
  /** One position for a column that a rulebook names. */
  named(name: string): number | undefined
}

/** What the recognised system says about the headings of its files. */
export interface Dictionary {
  readonly headings: SystemHeadings
  /** Where the fields of its JSON records sit. */
  readonly paths?: readonly string[]
}

export function indexHeadings(headings: readonly string[], paths?: readonly string[]): Headings {
  const byText = positionsBy(headings, heading => heading)
  const byKey = positionsBy(headings, headingKey)
  const byInnerKey = positionsBy(headings, heading => headingKey(innerHeading(heading, paths) ?? ''))
  const positions = (heading: string) => {
    const key = headingKey(heading)
    return byKey.get(key) ?? byInnerKey.get(key) ?? []
  }
  return {
    positions,
    named: name => {
      const [, plain = name, ordinal] = /^(.*)#([1-9][0-9]*)$/.exec(name) ?? []
      const exact = byText.get(name)?.[0] ?? byText.get(plain)?.[Number(ordinal ?? 1) - 1]
      return exact ?? positions(plain)[Number(ordinal ?? 1) - 1]
    },
  }
}

/** Columns for each field: those the rulebook names, else a heading of the recognised system, else one of the catalogue. */
export function matchColumns(
  fields: readonly Field[],
  headings: readonly string[],
  system: Dictionary | undefined,
): ReadonlyMap<string, Match> {
  const index = indexHeadings(headings, system?.paths)
  const matches = new Map<string, Match>()
  const taken = new Set<number>()
  const byHeading = (field: Field, names: readonly string[], by: Match['by']) => {
    if (matches.has(field.name) || field.from.length > 0) return
    const column = names.flatMap(index.positions).find(position => !taken.has(position))
    if (column === undefined) return
    taken.add(column)
    matches.set(field.name, { columns: [column], by })
  }
  for (const field of fields) {
    const columns = field.from.flatMap(name => index.named(name) ?? [])
    if (columns.length > 0) matches.set(field.name, { columns, by: 'rulebook' })
  }
  for (const field of fields) byHeading(field, systemHeadings(system, field.name), 'system')
  for (const field of fields) byHeading(field, catalogueHeadings(field.name), 'heading')
  return matches
}

/** Positions of columns that the catalogue or the system knows, whether or not the rulebook reads them. */
export function knownColumns(headings: readonly string[], system: Dictionary | undefined): ReadonlySet<number> {
  const index = indexHeadings(headings, system?.paths)
  const names = Object.keys(FIELDS).flatMap(name => [...systemHeadings(system, name), ...catalogueHeadings(name)])
  return new Set(names.flatMap(index.positions))
}

function systemHeadings(system: Dictionary | undefined, field: string): readonly string[] {
  return isCatalogueField(field) ? (system?.headings[field] ?? []) : []
}

function catalogueHeadings(field: string): readonly string[] {
  return [field, ...(isCatalogueField(field) ? FIELDS[field].headings : [])]
}

export function isCatalogueField(name: string): name is FieldName {
  return Object.hasOwn(FIELDS, name)
}

function positionsBy(headings: readonly string[], keyOf: (heading: string) => string): Map<string, number[]> {
  const positions = new Map<string, number[]>()
  for (const [position, heading] of headings.entries()) {
    const key = keyOf(heading)
    if (key !== '') positions.set(key, [...(positions.get(key) ?? []), position])
  }
  return positions
}

export function catalogueField(name: string): Field {
  return { name, type: isCatalogueField(name) ? FIELDS[name].type : 'text', from: [], map: [] }
}
