import type { BoundField } from '../../ir/plan/bound-field.ts'
import type { Constant } from '../../ir/values/value.ts'
import type { Zone } from '../../ir/values/zone.ts'
import type { Dialect, Sql } from '../dialect/dialect.ts'
import { allOf, anyOf, type Column, firstOf, lookUp } from '../dialect/write.ts'
import { itemsIn } from './items.ts'
import { isMail, isOfKind, mailAddress, mailKind } from './query-mail.ts'
import { knownText, wordForm, wordsOf } from './query-text.ts'
import { constant, damaged, NO_STEPS, type TypeSteps, typeSteps } from './typed.ts'
import { isTaken, type Standing, typedCell } from './typed-cell.ts'
import type { FieldColumns, Wanted } from './wanted.ts'

/** The columns that a field adds to each step. */
export interface Reading extends Omit<TypeSteps, 'value' | 'isRange' | 'address'> {
  /** Values that are taken from the table. */
  readonly taken: readonly Column[]
  readonly items: readonly Column[]
  readonly known: readonly Column[]
  readonly picked: readonly Column[]
  readonly read: readonly Column[]
  readonly values: readonly Column[]
  readonly aspects: readonly Column[]
  readonly kinds: readonly Column[]
  /** Whether an address is on none of the lists. */
  readonly business: readonly Column[]
  readonly columns: FieldColumns
}

export interface ReadingContext {
  /** What the field's columns begin with. */
  readonly name: string
  readonly wanted: Wanted
  readonly zone: Zone
  readonly dialect: Dialect
  /** The columns with the cell at a position: folded, and trimmed. */
  folded(position: number): Sql
  trimmed(position: number): Sql
  /** Its cells, if the field takes them as they stand. */
  readonly standing: readonly Standing[] | undefined
}

/** Where the cells of a field stand, if it takes their values as they are. */
export function standingCells(
  field: BoundField,
  typedCellOf: (position: number) => Standing | undefined,
): readonly Standing[] | undefined {
  const cells = field.columns.flatMap(position => typedCellOf(position) ?? [])
  const isWhole = cells.length === field.columns.length
  return isWhole &&
    isTaken(
      field,
      cells.map(({ kind }) => kind),
    )
    ? cells
    : undefined
}

/** The positions of cells that fields take as they are. */
export function standingPositions(
  fields: readonly BoundField[],
  typedCellOf: (position: number) => Standing | undefined,
): number[] {
  const taken = fields.filter(field => field.columns.length > 0 && standingCells(field, typedCellOf) !== undefined)
  return [...new Set(taken.flatMap(({ columns }) => columns))]
}

/** Whether the trimmed text of a field's cells is needed beside the folded one. */
export function needsTrimmed({ type }: BoundField, { text }: Wanted): boolean {
  return text || type === 'list'
}

/** Reads a field from its cells, as `engine/coerce.ts` does. */
export function readField(field: BoundField, context: ReadingContext): Reading {
  const { standing } = context
  return standing === undefined ? readTexts(field, context) : readValues(field, standing, context)
}

/** Values that are taken as they stand in their columns. */
function readValues(
  field: BoundField,
  standing: readonly Standing[],
  { name, zone, dialect }: ReadingContext,
): Reading {
  const ofNothing = field.blankIsNo ? false : field.empty
  const found = ofNothing === undefined ? name : `${name}__found`
  const isOne = standing.length === 1
  const cells = standing.map((at, index) => {
    const own = isOne ? found : `${name}__${index + 1}`
    return { ...typedCell(field, own, at, zone, dialect), name: own }
  })
  const first = (giveOf: (each: (typeof cells)[number]) => Sql) =>
    firstOf([
      ...(isOne ? [] : cells.map(each => ({ when: each.wins, give: giveOf(each) }))),
      ...cells.map(each => ({ when: each.isThere, give: giveOf(each) })),
    ])
  return {
    ...NO_STEPS,
    ...NO_ASPECTS,
    items: [],
    taken: cells.map(each => each.taken),
    known: cells.flatMap(each => each.made),
    picked: [],
    read: isOne ? [] : [{ name: found, sql: first(each => each.name) }],
    values:
      ofNothing === undefined ? [] : [{ name, sql: `coalesce(${found}, ${constant(ofNothing, false, dialect)})` }],
    columns: {
      isList: false,
      read: found,
      isMissing: false,
      value: name,
      text: `coalesce(${first(each => each.text)}, '')`,
      words: name,
      mail: name,
      isMail: kind => `${name}__${kind}`,
      filled: `${found} IS NOT NULL`,
      invalid: `${anyOf(cells.map(({ isThere }) => isThere))} AND ${found} IS NULL`,
      range: 'FALSE',
    },
  }
}

/** Values that are read from texts. */
function readTexts(field: BoundField, context: ReadingContext): Reading {
  const { name, wanted, dialect, zone, folded, trimmed } = context
  const isList = field.type === 'list'
  const map = mapOf(field)
  const values = map.values.map(({ from, to }) => ({ when: dialect.text(from), give: constant(to, isList, dialect) }))
  const ofNothing = field.blankIsNo ? false : field.empty
  const [raw, items, found] = [`${name}__raw`, `${name}__items`, ofNothing === undefined ? name : `${name}__found`]
  // Most texts are what they are once folded.
  const isPlain = values.length === 0 && typeSteps(field, { text: name, items, zone, dialect }).value === name
  const text = isPlain ? found : `t_${name.slice(2)}`
  const { value: typed, isRange, address, ...steps } = typeSteps(field, { text, items, zone, dialect })
  const isOne = field.columns.length === 1
  const isPicked = !isOne || isList
  const hasTrimmed = needsTrimmed(field, wanted)
  const itemsAt = (position: number) => `${items}__${position + 1}`
  const known = field.columns.map((position, index) => ({
    name: isPicked ? `${text}__${index + 1}` : text,
    position,
  }))
  const pick = (columnOf: (each: (typeof known)[number]) => Sql) =>
    firstOf([
      ...(field.winning === undefined ? [] : known).map(each => ({
        when: dialect.isOneOf(each.name, field.winning ?? []),
        give: columnOf(each),
      })),
      ...known.map(each => ({
        when: isList ? hasElements(each.name, itemsAt(each.position), map, dialect) : `${each.name} IS NOT NULL`,
        give: columnOf(each),
      })),
    ])
  const picked =
    !isList && field.winning === undefined ? `coalesce(${known.map(each => each.name).join(', ')})` : undefined
  const own = aspects(name, isList, wanted, dialect)
  return {
    ...steps,
    taken: [],
    items: isList
      ? field.columns.map(position => ({
          name: itemsAt(position),
          sql: itemsIn(trimmed(position), field.split ?? ';', dialect),
        }))
      : [],
    known: known.map(each => ({
      name: each.name,
      call: knownText(nullSpellings(field, map), dialect),
      of: folded(each.position),
    })),
    picked: [
      ...(isPicked ? [{ name: text, sql: picked ?? pick(each => each.name) }] : []),
      ...(isList ? [{ name: items, sql: pick(each => itemsAt(each.position)) }] : []),
      ...(hasTrimmed ? [{ name: raw, sql: pick(each => trimmed(each.position)) }] : []),
    ],
    read: [
      ...(text === found ? [] : [{ name: found, sql: lookUp(text, values, typed) }]),
      ...(wanted.text ? [{ name: `${name}__text`, sql: shownText(field, { raw, text, address }, map, dialect) }] : []),
    ],
    values:
      ofNothing === undefined ? [] : [{ name, sql: `coalesce(${found}, ${constant(ofNothing, isList, dialect)})` }],
    ...own,
    columns: {
      isList,
      read: text,
      isMissing: false,
      value: name,
      text: `${name}__text`,
      words: `${name}__words`,
      mail: isList ? `${name}__mail` : `nullif(${name}__mail, '')`,
      isMail: kind => `${name}__${kind}`,
      filled: `${found} IS NOT NULL`,
      invalid: `${text} IS NOT NULL AND ${found} IS NULL`,
      range: rangeOf(isRange, { text, found }, map, dialect),
    },
  }
}

type Aspects = Pick<Reading, 'aspects' | 'kinds' | 'business'>

const NO_ASPECTS: Aspects = { aspects: [], kinds: [], business: [] }

interface Mapping {
  readonly values: readonly { readonly from: string; readonly to: Constant }[]
  /** Entries that the map empties. */
  readonly nothing: readonly string[]
}

/** Of several entries for a text the last counts. */
function mapOf({ map }: BoundField): Mapping {
  const last = [...new Map(map.map(({ from, to }) => [from, to]))]
  return {
    values: last.flatMap(([from, to]) => (to === null ? [] : [{ from, to }])),
    nothing: last.flatMap(([from, to]) => (to === null ? [from] : [])),
  }
}

/** The folded texts that say that there is nothing. */
function nullSpellings({ nulls }: BoundField, { values, nothing }: Mapping): string[] {
  const mapped = new Set(values.map(({ from }) => from))
  return [...new Set([...nulls.filter(spelling => !mapped.has(spelling)), ...nothing])]
}

/** Whether a list has an element, or is one that the map knows. */
function hasElements(text: Sql, items: Sql, { values }: Mapping, { isOneOf }: Dialect): Sql {
  const mapped = values.map(({ from }) => from)
  const isMapped = mapped.length === 0 ? [] : [isOneOf(text, mapped)]
  return allOf([`${text} IS NOT NULL`, anyOf([`${items} IS NOT NULL`, ...isMapped])])
}

interface Shown {
  readonly raw: Sql
  readonly text: Sql
  readonly address: Sql | undefined
}

/** The text behind the value: what the map says, or the cell; empty where there is none. */
function shownText(field: BoundField, { raw, text, address }: Shown, { values }: Mapping, dialect: Dialect): Sql {
  const isDamaged = damaged(field, raw, dialect)
  const whole = address === undefined ? raw : firstOf([{ when: `${address} = ${text}`, give: raw }], address)
  const cell = isDamaged === undefined ? whole : firstOf([{ when: isDamaged, give: "''" }], raw)
  const shown = values.map(({ from, to }) => ({ when: dialect.text(from), give: dialect.text(String(to)) }))
  return `coalesce(${lookUp(text, shown, cell)}, '')`
}

/** The map's value replaces a listed cell. */
function rangeOf(
  isRange: Sql | undefined,
  { text, found }: Readonly<Record<'text' | 'found', Sql>>,
  { values }: Mapping,
  { isOneOf }: Dialect,
): Sql {
  if (isRange === undefined) return 'FALSE'
  const mapped = values.map(({ from }) => from)
  const isMapped = mapped.length === 0 ? [] : [`NOT (${isOneOf(text, mapped)})`]
  return allOf([isRange, `${found} IS NOT NULL`, ...isMapped])
}

/** Further properties of a text: its words, whether it is an address, and of which kind. */
function aspects(name: string, isList: boolean, wanted: Wanted, dialect: Dialect): Aspects {
  const mail = `${name}__mail`
  // The lists are long: whether an address is on neither of them is taken from whether it is on each.
  const isDerived = wanted.mail.includes('business_mail') && !isList
  const asked = new Set([...wanted.mail, ...(isDerived ? (['free_mail', 'disposable_mail'] as const) : [])])
  if (isDerived) asked.delete('business_mail')
  const ofList = (sql: Sql) => firstOf([{ when: `${name} IS NOT NULL`, give: `coalesce(${sql}, FALSE)` }])
  const words: Column = isList
    ? { name: `${name}__words`, sql: dialect.mapped(name, item => wordForm(item, dialect)) }
    : { name: `${name}__words`, call: wordsOf(dialect), of: name }
  const address: Column = isList
    ? { name: mail, sql: dialect.kept(name, item => isMail(item, dialect)) }
    : { name: mail, call: mailAddress(dialect), of: name }
  return {
    aspects: [...(wanted.words ? [words] : []), ...(wanted.mail.length === 0 ? [] : [address])],
    kinds: [...asked].map((kind): Column => {
      const column = `${name}__${kind}`
      if (isList) return { name: column, sql: ofList(dialect.some(mail, each => isOfKind(each, kind, dialect))) }
      return kind === 'valid_email'
        ? { name: column, sql: `${mail} <> ''` }
        : { name: column, call: mailKind(kind, dialect), of: mail }
    }),
    business: isDerived
      ? [
          {
            name: `${name}__business_mail`,
            sql: `${mail} <> '' AND NOT ${anyOf([`${name}__free_mail`, `${name}__disposable_mail`])}`,
          },
        ]
      : [],
  }
}
