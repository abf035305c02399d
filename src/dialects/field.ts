import { MARK, SPELLINGS } from '../ir/boolean.ts'
import type { BoundField, BoundPlan } from '../ir/bound-plan.ts'
import { isKeyField, ROUNDED_KEY } from '../ir/damaged.ts'
import type { Constant } from '../ir/value.ts'
import { dateSteps } from './date.ts'
import type { Dialect, Sql } from './dialect.ts'
import { isMail } from './mail.ts'
import { numberSteps } from './number.ts'
import { folded, wordForm } from './texts.ts'
import { all, any, type Column, firstOf, lookUp, number, oneOf, type Step, slug, uniqueNames } from './write.ts'

/** What is asked of a field beyond its value. */
export interface Wanted {
  readonly text: boolean
  readonly words: boolean
  readonly mail: boolean
}

/** The columns of a field, once its cells have been read; `engine/coerce.ts` says what is read. */
export interface FieldColumns {
  readonly isList: boolean
  readonly value: Sql
  /** The trimmed text behind it, empty where there is none. */
  readonly text: Sql
  readonly words: Sql
  /** The value if it is a mail address; of a list, those of its items. */
  readonly mail: Sql
  /** Whether a cell was filled and could be read. */
  readonly filled: Sql
}

export interface Fields {
  readonly steps: readonly Step[]
  readonly columnsOf: (name: string) => FieldColumns
}

/** Reads the fields of a bound plan. `cellOf` is the column of the source at a position; `kept` are further columns. */
export function readFields(
  bound: BoundPlan,
  wanted: ReadonlyMap<string, Wanted>,
  cellOf: (position: number) => Sql,
  kept: readonly Column[],
  dialect: Dialect,
): Fields {
  const name = uniqueNames()
  const fields = bound.fields.filter(field => wanted.has(field.name) && field.columns.length > 0)
  const positions = [...new Set(fields.flatMap(({ columns }) => columns))]
  const cells = new Map(positions.map(position => [position, name(`cell_${position + 1}`)]))
  const cell = (position: number) => cells.get(position) ?? ''
  const readings = fields.map(field =>
    readField(field, name(`f_${slug(field.name)}`), cell, bound, wanted.get(field.name), dialect),
  )
  const step = (stepName: string, about: string, columnsOf: (reading: Reading) => readonly Column[]): Step => ({
    name: stepName,
    about,
    columns: readings.flatMap(columnsOf),
  })
  const known = new Map(readings.map(({ columns }, index) => [fields[index]?.name, columns]))
  const missing = (field: BoundField | undefined) => missingColumns(field, dialect)
  const trimmed = (position: number) => `nullif(${dialect.trimmed(cell(position))}, '')`
  const lowered = (position: number) => dialect.lowered(dialect.spaced(cell(position)))
  return {
    steps: [
      {
        name: 'leads',
        about: 'the cells as texts, in form C',
        columns: [
          ...kept,
          ...positions.map(position => ({
            name: cell(position),
            sql: dialect.normalised(`CAST(${cellOf(position)} AS ${dialect.types.text})`),
          })),
        ],
      },
      {
        name: 'trimmed',
        about: 'without white space around them',
        isWhole: true,
        columns: [
          ...kept.map(({ name: same }) => ({ name: same, sql: same })),
          ...positions.map(position => ({ name: cell(position), sql: trimmed(position) })),
        ],
      },
      {
        name: 'folded',
        about: 'as texts are compared: one space for runs of white space, lower case',
        columns: positions.map(position => ({ name: `${cell(position)}_folded`, sql: lowered(position) })),
      },
      step('items', 'the elements of lists', reading => reading.items),
      step('filled', 'of several columns the first that says something', reading => reading.picked),
      step('pieces', 'numbers and dates taken apart', reading => reading.pieces),
      step('digits', 'the digits of numbers, the calendar of dates', reading => reading.digits),
      step('instants', 'the days and instants of dates', reading => reading.instants),
      step('readings', 'the cells by the type of their field; what cannot be read is nothing', reading => reading.read),
      step('fields', 'with what stands for nothing', reading => reading.values),
      step('words', 'for has_word and mail addresses', reading => reading.aspects),
    ],
    columnsOf: field => known.get(field) ?? missing(bound.fields.find(each => each.name === field)),
  }
}

/** The columns that a field adds to each step. */
interface Reading {
  readonly items: Column[]
  readonly picked: Column[]
  readonly pieces: Column[]
  readonly digits: Column[]
  readonly instants: Column[]
  readonly read: Column[]
  readonly values: Column[]
  readonly aspects: Column[]
  readonly columns: FieldColumns
}

function readField(
  field: BoundField,
  name: string,
  cell: (position: number) => Sql,
  { zone }: Pick<BoundPlan, 'zone'>,
  wanted: Wanted | undefined,
  dialect: Dialect,
): Reading {
  const isList = field.type === 'list'
  const [raw, lower, items] = [`${name}_raw`, `${name}_folded`, `${name}_items`]
  const [found, value, text] = [`${name}_found`, name, `${name}_text`]
  const typed = typeSteps(field, { raw, lower, items, zone, dialect })
  const map = new Map(field.map.map(({ from, to }) => [from, to]))
  const mapped = [...map].flatMap(([from, to]) => (to === null ? [] : [{ from, to }]))
  const mappedKeys = mapped.map(({ from }) => dialect.text(from))
  const nothing = [...nothingOf(field, map)].map(dialect.text)
  const itemsOf = (position: number) => `${items}_${position + 1}`
  const says = (position: number) =>
    all([
      nothing.length === 0
        ? `${cell(position)}_folded IS NOT NULL`
        : `${cell(position)}_folded NOT IN (${nothing.join(', ')})`,
      ...(isList
        ? [
            any([
              `${itemsOf(position)} IS NOT NULL`,
              ...(mappedKeys.length > 0 ? [oneOf(`${cell(position)}_folded`, mappedKeys)] : []),
            ]),
          ]
        : []),
    ])
  const pick = (columnOf: (position: number) => Sql) =>
    firstOf(field.columns.map(position => ({ when: says(position), give: columnOf(position) })))
  const ofNothing = field.blankIsNo ? false : field.empty
  const shown = mapped.map(({ from, to }) => ({ when: dialect.text(from), give: dialect.text(String(to)) }))
  const readable = damaged(field, raw, dialect)
  const isMailOf = (item: Sql) => isMail(item, dialect)
  return {
    items: isList
      ? field.columns.map(position => ({
          name: itemsOf(position),
          sql: itemsIn(cell(position), field.split ?? ';', dialect),
        }))
      : [],
    picked: [
      { name: raw, sql: pick(cell) },
      { name: lower, sql: pick(position => `${cell(position)}_folded`) },
      ...(isList ? [{ name: items, sql: pick(itemsOf) }] : []),
    ],
    pieces: typed.pieces,
    digits: typed.digits,
    instants: typed.instants,
    read: [
      {
        name: found,
        sql: lookUp(
          lower,
          mapped.map(({ from, to }) => ({ when: dialect.text(from), give: constant(to, isList, dialect) })),
          typed.value,
        ),
      },
      ...(wanted?.text
        ? [
            {
              name: text,
              sql: `coalesce(${lookUp(lower, shown, readable === undefined ? raw : firstOf([{ when: readable, give: "''" }], raw))}, '')`,
            },
          ]
        : []),
    ],
    values: [
      {
        name: value,
        sql: ofNothing === undefined ? found : `coalesce(${found}, ${constant(ofNothing, isList, dialect)})`,
      },
    ],
    aspects: [
      ...(wanted?.words
        ? [{ name: `${name}_words`, sql: each(value, isList, item => wordForm(item, dialect), dialect) }]
        : []),
      ...(wanted?.mail
        ? [
            {
              name: `${name}_mail`,
              sql: isList ? dialect.kept(value, isMailOf) : firstOf([{ when: isMailOf(value), give: value }]),
            },
          ]
        : []),
    ],
    columns: { isList, value, text, words: `${name}_words`, mail: `${name}_mail`, filled: `${found} IS NOT NULL` },
  }
}

function each(value: Sql, isList: boolean, of: (item: Sql) => Sql, dialect: Dialect): Sql {
  return isList ? dialect.mapped(value, of) : of(value)
}

/** Folded spellings of nothing, those that the map makes nothing among them. */
function nothingOf({ nulls }: BoundField, map: ReadonlyMap<string, Constant | null>): ReadonlySet<string> {
  const spelled = nulls.filter(spelling => !map.has(spelling))
  return new Set([...spelled, ...[...map].filter(([, to]) => to === null).map(([from]) => from)])
}

function missingColumns(field: BoundField | undefined, { types }: Dialect): FieldColumns {
  const nothing = { text: types.text, list: types.texts, number: types.decimal, date: types.whole, boolean: 'BOOLEAN' }
  const type = field?.type ?? 'text'
  const text = `CAST(NULL AS ${type === 'list' ? types.texts : types.text})`
  return {
    isList: type === 'list',
    value: `CAST(NULL AS ${nothing[type]})`,
    text: "''",
    words: text,
    mail: text,
    filled: 'FALSE',
  }
}

/** A constant of a rulebook as a value of its field. */
export function constant(value: Constant, isList: boolean, { text, list }: Dialect): Sql {
  if (typeof value === 'string') return isList ? list([text(value)]) : text(value)
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : number(value)
}

interface TypeContext {
  readonly raw: Sql
  readonly lower: Sql
  readonly items: Sql
  readonly zone: BoundPlan['zone']
  readonly dialect: Dialect
}

type TypeSteps = Pick<Reading, 'pieces' | 'digits' | 'instants'> & { readonly value: Sql }

function typeSteps(field: BoundField, { raw, lower, items, zone, dialect }: TypeContext): TypeSteps {
  const plain = { pieces: [], digits: [], instants: [] }
  switch (field.type) {
    case 'text': {
      const isDamaged = damaged(field, raw, dialect)
      return { ...plain, value: isDamaged === undefined ? lower : firstOf([{ when: isDamaged, give: 'NULL' }], lower) }
    }
    case 'list':
      return { ...plain, value: items }
    case 'number':
      return { ...plain, ...numberSteps(raw, field.number, dialect) }
    case 'date': {
      const { calendar, ...steps } = dateSteps(raw, field.date, zone, dialect)
      return { ...steps, digits: calendar }
    }
    case 'boolean': {
      const { calendar, value: day, ...steps } = dateSteps(raw, field.date, zone, dialect)
      const spelled = (truth: boolean) =>
        [...SPELLINGS].filter(([, meant]) => meant === truth).map(([spelling]) => dialect.text(spelling))
      const value = firstOf([
        ...(field.blankIsNo ? [{ when: `${lower} = ${dialect.text(MARK)}`, give: 'TRUE' }] : []),
        { when: oneOf(lower, spelled(true)), give: 'TRUE' },
        { when: oneOf(lower, spelled(false)), give: 'FALSE' },
        { when: `${day} IS NOT NULL`, give: 'TRUE' },
      ])
      return { ...steps, digits: calendar, value }
    }
  }
}

/** Whether a key was rounded by a spreadsheet; undefined for fields that are no keys. */
function damaged(field: BoundField, raw: Sql, { finds }: Dialect): Sql | undefined {
  return field.type === 'text' && isKeyField(field.name) ? finds(raw, ROUNDED_KEY) : undefined
}

/** JSON lists whose elements mean the same to every engine: texts, whole numbers, yes, no and nothing. */
const JSON_ITEM = [
  '"(?:[^"\\\\\\x01-\\x1f]|\\\\["\\\\/bfnrt]|\\\\u(?:0(?:0(?:0[1-9A-Fa-f]|[1-9A-Fa-f][0-9A-Fa-f])|[1-9A-Fa-f][0-9A-Fa-f]{2})|[1-9A-CEFa-cef][0-9A-Fa-f]{3}|[Dd][0-7][0-9A-Fa-f]{2}))*"',
  '0|-?[1-9][0-9]{0,14}|true|false|null',
].join('|')
const BLANK = '[ \\t\\n\\r]*'
export const JSON_LIST = `^\\[${BLANK}(?:(?:${JSON_ITEM})${BLANK}(?:,${BLANK}(?:${JSON_ITEM})${BLANK})*)?\\]$`

/** The folded elements in a cell; nothing if there are none. */
function itemsIn(cell: Sql, separator: string, dialect: Dialect): Sql {
  const items = firstOf(
    [{ when: dialect.finds(cell, JSON_LIST), give: dialect.jsonItems(cell) }],
    dialect.split(cell, separator),
  )
  return dialect.kept(
    dialect.mapped(items, item => folded(item, dialect)),
    item => `${item} <> ''`,
  )
}
