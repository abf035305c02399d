import { EPOCH_PATTERNS } from '../../ir/values/date-forms.ts'
import type { Zone } from '../../ir/values/zone.ts'
import type { Dialect, OwnFunction, Sql } from '../dialect/dialect.ts'
import { allOf, packedCase } from '../dialect/write.ts'

/** Days, instants and zones in whole numbers, without the database's own calendar. */

/** The day number of a date, or of a timestamp without zone. */
export function dayOf(kind: 'date' | 'timestamp', dialect: Dialect): OwnFunction {
  return {
    name: kind === 'date' ? 'day' : 'day_of_timestamp',
    about: 'days since 1970, of the years that leadq reads',
    takes: kind,
    gives: 'whole',
    body: value => dialect.dayOf(value, kind),
  }
}

/** The whole seconds since 1970 of a timestamp with zone. */
export function secondsOf(dialect: Dialect): OwnFunction {
  return {
    name: 'instant',
    about: 'seconds since 1970, of the years that leadq reads',
    takes: 'timestamptz',
    gives: 'whole',
    body: value => dialect.secondsOf(value),
  }
}

/** The milliseconds since 1970 of a timestamp; undefined in a dialect that does not say. */
export function millisOf(kind: 'timestamp' | 'timestamptz', { millisOf: of }: Dialect): OwnFunction | undefined {
  if (of === undefined) return undefined
  return {
    name: kind === 'timestamp' ? 'clock' : 'moment',
    about: 'milliseconds since 1970, of the years that leadq reads',
    takes: kind,
    gives: 'whole',
    body: value => of(value, kind),
  }
}

/** The calendar day of an instant in the rulebook's zone. */
export function dayOfInstant(zone: Zone, dialect: Dialect): OwnFunction {
  return {
    name: 'local_day',
    about: `the day number of an instant in ${zone.name}`,
    takes: 'whole',
    gives: 'whole',
    body: instant => localDay(instant, zone, dialect),
  }
}

/** Whether the day exists, computed without the engine's date type. */
export function exists(year: Sql, month: Sql, day: Sql, { remainder }: Dialect): Sql {
  const isMultiple = (by: string) => `${remainder(year, by)} = 0`
  const leap = `CASE WHEN (${isMultiple('4')} AND ${remainder(year, '100')} <> 0) OR ${isMultiple('400')} THEN 29 ELSE 28 END`
  const length = `CASE ${month} WHEN 2 THEN ${leap} WHEN 4 THEN 30 WHEN 6 THEN 30 WHEN 9 THEN 30 WHEN 11 THEN 30 ELSE 31 END`
  return allOf([`${year} BETWEEN 1600 AND 2400`, `${month} BETWEEN 1 AND 12`, `${day} BETWEEN 1 AND ${length}`])
}

/** Days since 1970-01-01. */
export function dayNumber(year: Sql, month: Sql, day: Sql, { divided, remainder }: Dialect): Sql {
  const shifted = `(${year} - CASE WHEN ${month} < 3 THEN 1 ELSE 0 END)`
  const leaps = `${divided(shifted, '4')} - ${divided(shifted, '100')} + ${divided(shifted, '400')}`
  return `365 * ${shifted} + ${leaps} + ${divided(`306 * (${remainder(`(${month} + 9)`, '12')}) + 5`, '10')} + ${day} - 719469`
}

/** Epochs of 10, 13 and 16 digits as seconds. */
export function epochSeconds(text: Sql, { floor, types }: Dialect): Sql {
  const value = `CAST(${text} AS ${types.decimal})`
  const seconds = (unit: string) => `CAST(${floor(`${value} / CAST(${unit} AS ${types.decimal})`)} AS ${types.whole})`
  return `CASE length(${text}) WHEN 10 THEN ${seconds('1')} WHEN 13 THEN ${seconds('1000')} ELSE ${seconds('1000000')} END`
}

/** The milliseconds in `/Date(1770801120000)/`. */
export function jsonMillis(lower: Sql, { replaced, types }: Dialect): Sql {
  return `CAST(${replaced(lower, EPOCH_PATTERNS.json, [1])} AS ${types.whole})`
}

export function jsonSeconds(lower: Sql, dialect: Dialect): Sql {
  return dialect.floorDivided(jsonMillis(lower, dialect), '1000')
}

/** The calendar day of an instant in the rulebook's zone. */
export function localDay(instant: Sql, zone: Zone, { floorDivided }: Dialect): Sql {
  const offset = offsetAt(instant, zone)
  return floorDivided(offset === '0' ? instant : `${instant} + ${offset}`, '86400')
}

/** By how many seconds the clocks of a zone are ahead of UTC. */
export function offsetAt(instant: Sql, { shifts }: Pick<Zone, 'shifts'>): Sql {
  const [first, ...later] = shifts
  const rows = later.toReversed().map(({ since, offset }) => ({ when: `${instant} >= ${since}`, give: String(offset) }))
  return packedCase('', rows, String(first?.offset ?? 0))
}
