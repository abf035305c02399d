import type { BoundField } from '../../ir/plan/bound-field.ts'
import type { ValueKind } from '../../ir/values/column-type.ts'
import type { FieldType } from '../../ir/values/value.ts'
import type { Zone } from '../../ir/values/zone.ts'
import type { Dialect, Sql } from '../dialect/dialect.ts'
import { allOf, type Column, firstOf, not } from '../dialect/write.ts'
import { dayOfInstant } from './calendar.ts'
import { decimalValue } from './query-number.ts'

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

function canBeNaN(kind: ValueKind): boolean {
  return kind === 'float' || kind === 'decimal'
}

/** A value as it stands in a column. */
export interface TypedCell {
  /** Whether there is one, be it one that leadq cannot read. */
  readonly isThere: Sql
  readonly text: Sql
  /** Whether it wins over other columns of its field. */
  readonly wins: Sql
  /** What the value is made of. */
  readonly parts: readonly Column[]
  readonly value: Column
}

/** A cell of a kind that `isTaken` has passed; `name`: what the column with its value is called. */
export function typedCell(
  field: BoundField,
  { name, cell, kind }: { readonly name: Sql; readonly cell: Sql; readonly kind: ValueKind },
  zone: Zone,
  dialect: Dialect,
): TypedCell {
  const number = `${name}_size`
  const isNumber = canBeNaN(kind) ? [not(`(${dialect.isNaN(number)})`)] : []
  return {
    isThere: allOf([`${cell} IS NOT NULL`, ...isNumber]),
    text: dialect.spelled(cell, kind),
    wins: kind === 'boolean' && field.winning?.includes('true') ? `coalesce(${cell}, FALSE)` : 'FALSE',
    ...readingOf(field.type === 'boolean', { name, cell, kind, number }, zone, dialect),
  }
}

interface Valued {
  readonly name: Sql
  readonly cell: Sql
  readonly kind: ValueKind
  readonly number: Sql
}

/** A date in a field of yes and no says yes. */
function readingOf(
  isTruth: boolean,
  { name, cell, kind, number }: Valued,
  zone: Zone,
  dialect: Dialect,
): Pick<TypedCell, 'parts' | 'value'> {
  const plainly = (sql: Sql) => ({ parts: [], value: { name, sql } })
  const dated = (sql: Sql) => plainly(isTruth ? firstOf([{ when: `${sql} IS NOT NULL`, give: 'TRUE' }]) : sql)
  switch (kind) {
    case 'integer': {
      const isReadable = `${cell} BETWEEN -999999999999999 AND 999999999999999`
      return plainly(firstOf([{ when: isReadable, give: dialect.decimalOf(cell, kind) }]))
    }
    case 'decimal':
    case 'float':
      return {
        parts: [{ name: number, sql: dialect.decimalOf(cell, kind) }],
        value: { name, call: decimalValue(dialect), of: number },
      }
    case 'date':
    case 'timestamp':
      return dated(dialect.dayOf(cell, kind))
    case 'timestamptz': {
      if (isTruth) return dated(dialect.secondsOf(cell))
      const seconds = `${name}_seconds`
      return {
        parts: [{ name: seconds, sql: dialect.secondsOf(cell) }],
        value: { name, call: dayOfInstant(zone, dialect), of: seconds },
      }
    }
    default:
      return plainly(cell)
  }
}
