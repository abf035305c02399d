import { FIELDS, type FieldName } from '../../ir/catalogue/fields.ts'
import { ANY_YES, FIRST_FILLED } from '../../ir/catalogue/several.ts'
import { STATUS_WORDS } from '../../ir/catalogue/statuses.ts'
import type { Headings as SystemHeadings } from '../../ir/catalogue/system.ts'
import type { Field } from '../../ir/plan/field.ts'
import { readBoolean, SPELLINGS } from '../../ir/values/boolean.ts'
import { fold } from '../../ir/values/fold.ts'
import { headingKey, withoutHint } from '../../ir/values/heading.ts'
import { NULLS } from '../../ir/values/nulls.ts'
import { guessColumn } from './guess.ts'
import { comesFirst, innerHeading } from './paths.ts'

/** The columns of a field and the source of that knowledge; a `guess` is based on the words of a heading. */
export interface Match {
  readonly columns: readonly number[]
  readonly by: 'rulebook' | 'system' | 'heading' | 'guess'
  /** Cells of a status column that mean yes or no for this field, beyond those its type can read. */
  readonly words?: Field['map']
}

/** Sources of the meaning of a heading, best first. */
const MEANINGS = ['system', 'heading', 'guess'] as const

/** The headings of an input, findable by their exact text, by their key, and `Phone Number#2` by its place. */
export interface Headings {
  /** All positions of a heading, leftmost first; several spellings of one key count as the same heading. */
  positions(heading: string): readonly number[]
  /** The position of a column with just this heading. */
  exactly(heading: string): number | undefined
  /** One position for a column that a rulebook names. */
  named(name: string): number | undefined
}

/** What the recognised system says about the headings of its files. */
export interface Dictionary {
  readonly headings: SystemHeadings
  /** Where the fields of its JSON records sit. */
  readonly paths?: readonly string[]
  /** Its spellings of an empty cell. */
  readonly nulls?: readonly string[]
}

export function indexHeadings(headings: readonly string[], paths?: readonly string[]): Headings {
  const byText = positionsBy(headings, heading => heading)
  const byKey = positionsBy(headings, headingKey)
  const byInnerKey = positionsBy(headings, heading => headingKey(innerHeading(heading, paths) ?? ''))
  const byFirstKey = positionsBy(headings, heading =>
    comesFirst(heading) ? headingKey(innerHeading(heading, paths) ?? '') : '',
  )
  const byBareKey = positionsBy(headings, heading =>
    headingKey(withoutHint(innerHeading(heading, paths) ?? heading) ?? ''),
  )
  const positions = (heading: string) => {
    const key = headingKey(heading)
    const first = byFirstKey.get(key) ?? []
    const known = byKey.get(key) ?? byInnerKey.get(key) ?? byBareKey.get(key)
    const others = (key === '' ? byText.get(heading) : known) ?? []
    return [...new Set([...first, ...others])]
  }
  return {
    positions,
    exactly: heading => byText.get(heading)?.[0],
    named: name => {
      const [, plain = name, ordinal] = /^(.*)#([1-9][0-9]*)$/.exec(name) ?? []
      const exact = byText.get(name)?.[0] ?? byText.get(plain)?.[Number(ordinal ?? 1) - 1]
      return exact ?? positions(plain)[Number(ordinal ?? 1) - 1]
    },
  }
}

/**
 * The columns of each field: those the rulebook names, else a heading of the recognised system, else one of the
 * catalogue, else a guess by words. A filled column comes before one that is empty in all sampled rows.
 */
export function matchColumns(
  fields: readonly Field[],
  headings: readonly string[],
  system: Dictionary | undefined,
  rows: readonly (readonly string[])[] = [],
): ReadonlyMap<string, Match> {
  const index = indexHeadings(headings, system?.paths)
  const meanings = meaningsOf(headings, system, rows)
  const nothing = new Set(['', ...NULLS, ...(system?.nulls ?? []).map(fold)])
  const isFilled = (position: number) => rows.some(row => !nothing.has(fold(row[position] ?? '')))
  /** For a `from` that names a field of the catalogue: the column that field would take. */
  const meant = (name: string) => {
    const positions = isCatalogueField(name)
      ? MEANINGS.flatMap(by => meanings.of(name, by)).flatMap(all => all.find(isFilled) ?? all.slice(0, 1))
      : []
    return positions.find(isFilled) ?? positions[0]
  }
  const taken = new Set<number>()
  const matches = new Map<string, Match>()
  for (const field of fields) {
    const found = field.from.flatMap(name => index.exactly(name) ?? meant(name) ?? index.named(name) ?? [])
    const columns = [...new Set(found)]
    if (columns.length > 0) matches.set(field.name, { columns, by: 'rulebook' })
  }
  const take = ({ name, from }: Field, by: Match['by'], isWanted: (position: number) => boolean) => {
    const known = matches.get(name)
    if (from.length > 0 || (known !== undefined && !isOfSeveral(name))) return
    const free = meanings
      .of(name, by)
      .flatMap(positions => positions.find(each => !taken.has(each) && isWanted(each)) ?? [])
    const chosen = isOfSeveral(name) ? free : free.slice(0, 1)
    if (chosen.length === 0) return
    for (const position of chosen) taken.add(position)
    matches.set(name, { columns: [...(known?.columns ?? []), ...chosen], by: known?.by ?? by })
  }
  for (const by of MEANINGS) for (const field of fields) take(field, by, isFilled)
  for (const by of MEANINGS) for (const field of fields) if (!matches.has(field.name)) take(field, by, () => true)
  for (const { name, from } of fields) {
    const known = matches.get(name)
    const status = from.length === 0 ? statusColumn(name, meanings, rows, known !== undefined) : undefined
    if (status === undefined) continue
    const columns = [...new Set([...(known?.columns ?? []), status.column])]
    matches.set(name, { columns, by: known?.by ?? status.by, words: status.words })
  }
  return matches
}

/** A status column in which some words mean yes or no for a field; other words mean nothing. */
function statusColumn(field: string, meanings: Meanings, rows: readonly (readonly string[])[], hasOwn: boolean) {
  const status = isCatalogueField(field) ? STATUS_WORDS[field] : undefined
  if (status === undefined) return undefined
  for (const by of MEANINGS) {
    for (const name of status.of) {
      const isOwn = name === field
      const inverts = !hasOwn && status.inverts?.includes(name) === true
      const said = new Map([
        ...(inverts ? [...SPELLINGS].map(([word, isYes]) => [word, !isYes] as const) : []),
        ...status.no.map(word => [word, false] as const),
        ...status.yes.map(word => [word, true] as const),
      ])
      for (const column of meanings.of(name, by).flat()) {
        const cells = [...new Set(rows.map(row => fold(row[column] ?? '')))].filter(cell => cell !== '')
        const isSaid = cells.some(cell => (status.needsYes ? said.get(cell) === true : said.has(cell)))
        if (!isSaid) continue
        const others = isOwn
          ? []
          : cells.filter(cell => !said.has(cell) && !(hasOwn && readBoolean(cell) !== undefined))
        const told = [...said].filter(([word, isYes]) => (isYes && !isOwn) || cells.includes(word))
        const words = [...told.map(([from, to]) => ({ from, to })), ...others.map(from => ({ from, to: null }))]
        return { column, by, words }
      }
    }
  }
  return undefined
}

function isOfSeveral(field: string): boolean {
  return FIRST_FILLED.has(field) || ANY_YES.has(field)
}

/** The fields of all columns of a file, whether or not a rulebook reads them. */
interface Meanings {
  /** Positions of a field's columns according to one source: by heading, best first, each leftmost first. */
  of(field: string, by: Match['by']): readonly (readonly number[])[]
  /** Positions of all columns that have a meaning. */
  readonly known: ReadonlyMap<number, FieldName>
}

/**
 * A heading that the system knows has only that meaning; a heading that neither knows may be guessed by its words or
 * cells.
 */
export function meaningsOf(
  headings: readonly string[],
  system: Dictionary | undefined,
  rows: readonly (readonly string[])[] = [],
): Meanings {
  const index = indexHeadings(headings, system?.paths)
  const known = new Map<number, FieldName>()
  const found = new Map<string, (readonly number[])[]>()
  const add = (by: Match['by'], field: FieldName, positions: readonly number[]) => {
    const free = positions.filter(position => !known.has(position))
    for (const position of free) known.set(position, field)
    if (free.length > 0) found.set(`${by} ${field}`, [...(found.get(`${by} ${field}`) ?? []), free])
  }
  const names = Object.keys(FIELDS) as FieldName[]
  for (const name of names)
    for (const heading of system?.headings[name] ?? []) add('system', name, index.positions(heading))
  for (const name of names)
    for (const heading of catalogueHeadings(name)) add('heading', name, index.positions(heading))
  for (const [position, heading] of headings.entries()) {
    const inner = innerHeading(heading, system?.paths) ?? heading
    const field = known.has(position) ? undefined : guessColumn(inner, position, { headings, rows })
    if (field !== undefined) add('guess', field, [position])
  }
  return {
    known,
    of: (field, by) =>
      found.get(`${by} ${field}`) ?? (by === 'heading' && !isCatalogueField(field) ? [index.positions(field)] : []),
  }
}

/** Positions of columns that the catalogue or the system knows, whether or not the rulebook reads them. */
export function knownColumns(headings: readonly string[], system: Dictionary | undefined): ReadonlyMap<number, string> {
  return meaningsOf(headings, system).known
}

function catalogueHeadings(field: FieldName): readonly string[] {
  return [field, ...FIELDS[field].headings]
}

export function isCatalogueField(name: string): name is FieldName {
  return Object.hasOwn(FIELDS, name)
}

function positionsBy(headings: readonly string[], keyOf: (heading: string) => string): Map<string, number[]> {
  const positions = new Map<string, number[]>()
  for (const [position, heading] of headings.entries()) {
    const key = keyOf(heading)
    if (key === '') continue
    const found = positions.get(key)
    if (found === undefined) positions.set(key, [position])
    else found.push(position)
  }
  return positions
}

export function catalogueField(name: string): Field {
  return { name, type: isCatalogueField(name) ? FIELDS[name].type : 'text', from: [], map: [] }
}
