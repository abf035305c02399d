import type { BoundField } from '../../ir/plan/bound-field.ts'
import type { MailKind } from '../../ir/plan/operators.ts'
import type { Constant } from '../../ir/values/value.ts'
import type { Zone } from '../../ir/values/zone.ts'
import type { Dialect, Sql } from '../dialect/dialect.ts'
import { allOf, anyOf, type Column, firstOf, lookUp } from '../dialect/write.ts'
import { itemsIn } from './items.ts'
import { isMail, isOfKind } from './query-mail.ts'
import { wordForm } from './query-text.ts'
import { constant, damaged, type TypeSteps, typeSteps } from './typed.ts'
import type { FieldColumns, Wanted } from './wanted.ts'

/** The columns that a field adds to each step. */
export interface Reading extends Omit<TypeSteps, 'value' | 'isRange' | 'shown'> {
  readonly items: readonly Column[]
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
  /** The column with the trimmed cell at a position. */
  cell(position: number): Sql
}

/** Reads a field from its cells, as `engine/coerce.ts` does. */
export function readField(field: BoundField, context: ReadingContext): Reading {
  const { name, wanted, dialect, zone, cell } = context
  const isList = field.type === 'list'
  const [raw, lower, items, found] = [`${name}_raw`, `${name}_folded`, `${name}_items`, `${name}_found`]
  const { value: typed, isRange, shown = raw, ...steps } = typeSteps(field, { raw, lower, items, zone, dialect })
  const map = mapOf(field)
  const itemsAt = (position: number) => `${items}_${position + 1}`
  const pick = (columnOf: (position: number) => Sql) =>
    firstOf([
      ...(field.winning === undefined ? [] : field.columns).map(position => ({
        when: dialect.isOneOf(`${cell(position)}_folded`, field.winning ?? []),
        give: columnOf(position),
      })),
      ...field.columns.map(position => ({
        when: saysSomething(`${cell(position)}_folded`, isList ? itemsAt(position) : undefined, map, field, dialect),
        give: columnOf(position),
      })),
    ])
  const values = map.values.map(({ from, to }) => ({ when: dialect.text(from), give: constant(to, isList, dialect) }))
  const ofNothing = field.blankIsNo ? false : field.empty
  return {
    ...steps,
    items: isList
      ? field.columns.map(position => ({
          name: itemsAt(position),
          sql: itemsIn(cell(position), field.split ?? ';', dialect),
        }))
      : [],
    picked: [
      { name: raw, sql: pick(cell) },
      { name: lower, sql: pick(position => `${cell(position)}_folded`) },
      ...(isList ? [{ name: items, sql: pick(itemsAt) }] : []),
    ],
    read: [
      { name: found, sql: lookUp(lower, values, typed) },
      ...(wanted.text ? [{ name: `${name}_text`, sql: shownText(field, { raw, lower, shown }, map, dialect) }] : []),
    ],
    values: [
      {
        name,
        sql: ofNothing === undefined ? found : `coalesce(${found}, ${constant(ofNothing, isList, dialect)})`,
      },
    ],
    ...aspects(name, isList, wanted, dialect),
    columns: {
      isList,
      raw,
      lower,
      isMissing: false,
      value: name,
      text: `${name}_text`,
      words: `${name}_words`,
      mail: `${name}_mail`,
      isMail: kind => `${name}_${kind}`,
      filled: `${found} IS NOT NULL`,
      invalid: `${raw} IS NOT NULL AND ${found} IS NULL`,
      range: rangeOf(isRange, { lower, found }, map, dialect),
    },
  }
}

type Aspects = Pick<Reading, 'aspects' | 'kinds' | 'business'>

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

/** Whether there is anything in a cell; of a list, also at least one element. */
function saysSomething(
  lower: Sql,
  items: Sql | undefined,
  { values, nothing }: Mapping,
  { nulls }: BoundField,
  { isOneOf }: Dialect,
): Sql {
  const mapped = values.map(({ from }) => from)
  const spellings = [...new Set([...nulls.filter(spelling => !mapped.includes(spelling)), ...nothing])]
  const isSpelled = spellings.length === 0 ? `${lower} IS NOT NULL` : `NOT (${isOneOf(lower, spellings)})`
  if (items === undefined) return isSpelled
  const isMapped = mapped.length === 0 ? [] : [isOneOf(lower, mapped)]
  return allOf([isSpelled, anyOf([`${items} IS NOT NULL`, ...isMapped])])
}

/** The text behind the value: what the map says, or the cell; empty where there is none. */
function shownText(
  field: BoundField,
  { raw, lower, shown: whole }: Readonly<Record<'raw' | 'lower' | 'shown', Sql>>,
  { values }: Mapping,
  dialect: Dialect,
): Sql {
  const isDamaged = damaged(field, raw, dialect)
  const cell = isDamaged === undefined ? whole : firstOf([{ when: isDamaged, give: "''" }], raw)
  const shown = values.map(({ from, to }) => ({ when: dialect.text(from), give: dialect.text(String(to)) }))
  return `coalesce(${lookUp(lower, shown, cell)}, '')`
}

/** The map's value replaces a listed cell. */
function rangeOf(
  isRange: Sql | undefined,
  { lower, found }: { readonly lower: Sql; readonly found: Sql },
  { values }: Mapping,
  { isOneOf }: Dialect,
): Sql {
  if (isRange === undefined) return 'FALSE'
  const mapped = values.map(({ from }) => from)
  const isMapped = mapped.length === 0 ? [] : [`NOT (${isOneOf(lower, mapped)})`]
  return allOf([isRange, `${found} IS NOT NULL`, ...isMapped])
}

/** Further properties of a text: its words, whether it is an address, and of which kind. */
function aspects(name: string, isList: boolean, wanted: Wanted, dialect: Dialect): Aspects {
  const words = (text: Sql) => wordForm(text, dialect)
  const isAddress = (text: Sql) => isMail(text, dialect)
  const mail = `${name}_mail`
  const column = (kind: MailKind, isKind: Sql) => ({
    name: `${name}_${kind}`,
    sql: firstOf([{ when: `${name} IS NOT NULL`, give: `coalesce(${isKind}, FALSE)` }]),
  })
  // The lists are long: whether an address is on neither of them is taken from whether it is on each.
  const isDerived = wanted.mail.includes('business_mail') && !isList
  const asked = new Set([...wanted.mail, ...(isDerived ? (['free_mail', 'disposable_mail'] as const) : [])])
  if (isDerived) asked.delete('business_mail')
  return {
    aspects: [
      ...(wanted.words ? [{ name: `${name}_words`, sql: isList ? dialect.mapped(name, words) : words(name) }] : []),
      ...(wanted.mail.length === 0
        ? []
        : [
            {
              name: mail,
              sql: isList ? dialect.kept(name, isAddress) : firstOf([{ when: isAddress(name), give: name }]),
            },
          ]),
    ],
    kinds: [...asked].map(kind => {
      const isKind = (address: Sql) => isOfKind(address, kind, dialect)
      return column(kind, isList ? dialect.some(mail, isKind) : isKind(mail))
    }),
    business: isDerived
      ? [
          column(
            'business_mail',
            `${mail} IS NOT NULL AND NOT ${anyOf([`${name}_free_mail`, `${name}_disposable_mail`])}`,
          ),
        ]
      : [],
  }
}
