import type { BoundField } from '../../ir/plan/bound-field.ts'
import type { ValueKind } from '../../ir/values/column-type.ts'
import type { FieldType } from '../../ir/values/value.ts'
import type { Zone } from '../../ir/values/zone.ts'
import type { Dialect, Sql } from '../dialect/dialect.ts'
import { allOf, type Column, firstOf, not } from '../dialect/write.ts'
import { dayOf, dayOfInstant, secondsOf } from './calendar.ts'
import { decimalValue, wholeValue } from './query-number.ts'

/** The kinds of values that a field takes as they are. */
const TAKEN: Readonly<Record<FieldType, readonly ValueKind[]>> = {
  text: [],
  list: [],
  number: ['integer', 'decimal', 'float'],
  date: ['date', 'timestamp', 'timestamptz'],
  boolean: ['boolean', 'date', 'timestamp', 'timestamptz'],
}

/**
 * Whether the values of columns of some kinds are those of a field without reading them as texts. They are not where
 * the rulebook says of such a value, spelled as a text, that it is another one, or nothing.
 */
export function isTaken(field: BoundField, kinds: readonly ValueKind[]): boolean {
  const { type, nulls, map, number } = field
  if (kinds.length === 0 || !kinds.every(kind => TAKEN[type].includes(kind))) return false
  if (type === 'number' && (number.scale !== undefined || number.decimal !== '.')) return false
  const mapped = map.map(({ from }) => from)
  if (kinds.some(canBeNaN) && (!nulls.includes(NOT_A_NUMBER) || mapped.includes(NOT_A_NUMBER))) return false
  return [...nulls, ...mapped].every(text => kinds.every(kind => text === NOT_A_NUMBER || !isSpelling(text, kind)))
}

const NOT_A_NUMBER = 'nan'

/** Whether a folded text may be what a value of a kind is spelled as. */
function isSpelling(text: string, kind: ValueKind): boolean {
  return kind === 'boolean' ? text === 'true' || text === 'false' : /^-?(?:[0-9]|inf)/.test(text)
}

function canBeNaN(kind: ValueKind): kind is 'float' | 'decimal' {
  return kind === 'float' || kind === 'decimal'
}

/** A value as it stands in a column. */
export interface TypedCell {
  /** Whether there is one, be it one that leadq cannot read. */
  readonly isThere: Sql
  readonly text: Sql
  /** Whether it wins over other columns of its field. */
  readonly wins: Sql
  /** What is taken from the table. */
  readonly taken: Column
  /** What is made of that. */
  readonly made: readonly Column[]
}

/** Where a cell stands in the table, and in steps that have the lead. */
export interface Standing {
  readonly kind: ValueKind
  readonly sql: Sql
  readonly later: Sql
}

/** A cell of a kind that `isTaken` has passed; `name`: what the column with its value is called. */
export function typedCell(
  { type, winning }: BoundField,
  name: Sql,
  { kind, sql, later }: Standing,
  zone: Zone,
  dialect: Dialect,
): TypedCell {
  const isNumber = canBeNaN(kind) ? [not(`(${dialect.isNaN(dialect.decimalOf(later, kind))})`)] : []
  return {
    isThere: allOf([`${later} IS NOT NULL`, ...isNumber]),
    text: dialect.spelled(later, kind),
    wins: kind === 'boolean' && winning?.includes('true') ? `coalesce(${name}, FALSE)` : 'FALSE',
    ...columnsOf(type === 'boolean', name, { kind, sql, later }, zone, dialect),
  }
}

/** A date in a field of yes and no says yes. */
function columnsOf(
  isTruth: boolean,
  name: Sql,
  { kind, sql }: Standing,
  zone: Zone,
  dialect: Dialect,
): Pick<TypedCell, 'taken' | 'made'> {
  const day = `${name}__day`
  const isDay = { name, sql: firstOf([{ when: `${day} IS NOT NULL`, give: 'TRUE' }]) }
  switch (kind) {
    case 'integer':
      return { taken: { name, call: wholeValue(dialect), of: dialect.decimalOf(sql, kind) }, made: [] }
    case 'decimal':
    case 'float':
      return { taken: { name, call: decimalValue(dialect), of: dialect.decimalOf(sql, kind) }, made: [] }
    case 'date':
    case 'timestamp': {
      const call = dayOf(kind, dialect)
      return isTruth
        ? { taken: { name: day, call, of: sql }, made: [isDay] }
        : { taken: { name, call, of: sql }, made: [] }
    }
    case 'timestamptz': {
      const made = isTruth ? isDay : { name, call: dayOfInstant(zone, dialect), of: day }
      return { taken: { name: day, call: secondsOf(dialect), of: sql }, made: [made] }
    }
    default:
      return { taken: { name, sql }, made: [] }
  }
}
