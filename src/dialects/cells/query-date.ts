import { DATE_PATTERNS, type DateFormat } from '../../ir/values/date.ts'
import type { Zone } from '../../ir/values/zone.ts'
import type { Dialect, Replacement, Sql } from '../dialect/dialect.ts'
import { allOf, type Column, firstOf, type When } from '../dialect/write.ts'

const { iso, compact, dots, slashes, epoch } = DATE_PATTERNS
const PART = '|'

/**
 * Reading a date, step by step: its pieces, its calendar, its time of day, its instant, its day. Of a plain
 * `2026-01-31`
 * only the calendar and the day are to be found. See `ir/values/date.ts`.
 */
export interface DateSteps {
  readonly more: Column[]
  readonly usual: Column[]
  readonly pieces: Column[]
  /** The calendar. */
  readonly digits: Column[]
  readonly times: Column[]
  readonly instants: Column[]
  /** The day number, or nothing. */
  readonly value: Sql
  /** Whether the cell is a date at all. */
  readonly isDate: Sql
}

const PLAIN = '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'

/** `name`: of the column with the trimmed cell; `isElse`: cells that are known to be something else. */
export function dateSteps(name: Sql, format: DateFormat, zone: Zone, dialect: Dialect, isElse?: Sql): DateSteps {
  const { finds, replaced, types, part } = dialect
  const pieces = `${name}_pieces`
  const piece = (n: number) => part(pieces, PART, n)
  const whole = (n: number) => `CAST(nullif(${piece(n)}, '') AS ${types.whole})`
  const more = `${name}_more`
  const ofPieces = (value: Sql): When => ({ when: `${pieces} IS NOT NULL`, give: value })
  /** Of a plain date the digits at their place. */
  const ofDay = (value: Sql, from: number, length: number) =>
    isElse === undefined
      ? firstOf([
          { when: `NOT ${more}`, give: `CAST(substr(${name}, ${from}, ${length}) AS ${types.whole})` },
          ofPieces(value),
        ])
      : firstOf([ofPieces(value)])
  const row = (pattern: string, order: Replacement) => ({
    when: finds(name, pattern),
    give: replaced(name, pattern, order),
  })
  const column = (what: string) => `${name}_${what}`
  const [year, month, day] = [column('year'), column('month'), column('day')]
  const [hour, minute, second] = [column('hour'), column('minute'), column('second')]
  const [seconds, offset] = [column('seconds'), column('offset')]
  const [date, instant] = [column('date'), column('instant')]
  return {
    usual: [],
    more: [{ name: more, sql: `NOT ${isElse ?? finds(name, PLAIN)}` }],
    pieces: [
      {
        name: pieces,
        sql: firstOf([
          { when: `NOT ${more}`, give: 'NULL' },
          row(iso, separated([1, 2, 3, 4, 5, 6, '', 8])),
          row(compact, separated([1, 2, 3, '', '', '', '', ''])),
          ...(format.order === 'iso'
            ? []
            : [
                row(dots, separated([3, 2, 1, 4, 5, 6, 7, ''])),
                format.order === 'dmy'
                  ? row(slashes, [4, PART, 2, 3, PART, 1, PART, ...separated([5, 6, 7, 8, ''])])
                  : row(slashes, [4, PART, 1, PART, 2, 3, PART, ...separated([5, 6, 7, 8, ''])]),
              ]),
        ]),
      },
    ],
    digits: [
      { name: year, sql: ofDay(fullYear(piece(1), whole(1)), 1, 4) },
      { name: month, sql: ofDay(whole(2), 6, 2) },
      { name: day, sql: ofDay(whole(3), 9, 2) },
      { name: hour, sql: firstOf([ofPieces(whole(4))]) },
      { name: minute, sql: firstOf([ofPieces(whole(5))]) },
      { name: second, sql: firstOf([ofPieces(whole(6))]) },
    ],
    times: [
      { name: seconds, sql: firstOf([ofPieces(timeOfDay(piece(7), hour, minute, `coalesce(${second}, 0)`))]) },
      { name: offset, sql: firstOf([ofPieces(offsetOf(piece(8), dialect))]) },
    ],
    instants: [
      {
        name: date,
        sql: firstOf([
          {
            when: allOf([exists(year, month, day), `coalesce(${seconds}, 0) >= 0`]),
            give: dayNumber(year, month, day, dialect),
          },
        ]),
      },
      {
        name: instant,
        sql: firstOf([
          { when: `NOT ${more}`, give: 'NULL' },
          { when: `${pieces} IS NULL AND ${finds(name, epoch)}`, give: epochSeconds(name, dialect) },
          {
            when: `${offset} IS NOT NULL AND ${seconds} >= 0 AND ${exists(year, month, day)}`,
            give: `(${dayNumber(year, month, day, dialect)}) * 86400 + ${seconds} - ${offset}`,
          },
        ]),
      },
    ],
    value: firstOf([{ when: `${instant} IS NOT NULL`, give: localDay(instant, zone, dialect) }], date),
    isDate: `${instant} IS NOT NULL OR ${date} IS NOT NULL`,
  }
}

function separated(pieces: Replacement): Replacement {
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [PART, piece]))
}

function fullYear(text: Sql, value: Sql): Sql {
  return `CASE WHEN length(${text}) > 2 THEN ${value} WHEN ${value} < 70 THEN 2000 + ${value} ELSE 1900 + ${value} END`
}

/** Seconds; below 0 for a time that does not exist; nothing where there is none. */
function timeOfDay(half: Sql, hour: Sql, minute: Sql, second: Sql): Sql {
  return firstOf([
    { when: `${hour} > 23 OR ${minute} > 59 OR ${second} > 60`, give: '-1' },
    { when: `${half} <> '' AND (${hour} < 1 OR ${hour} > 12)`, give: '-1' },
    { when: `${half} = ''`, give: `${hour} * 3600 + ${minute} * 60 + ${second}` },
    {
      when: 'TRUE',
      give: `(${hour} % 12 + CASE WHEN lower(${half}) = 'pm' THEN 12 ELSE 0 END) * 3600 + ${minute} * 60 + ${second}`,
    },
  ])
}

/** Of a zone, in seconds; nothing where none is written. */
function offsetOf(zone: Sql, { replaced, types, left, text }: Dialect): Sql {
  const digits = replaced(zone, '[^0-9]', [])
  const hours = `CAST(${left(digits, 2)} AS ${types.whole})`
  const minutes = `CAST('0' || ${replaced(digits, '^[0-9]{2}', [])} AS ${types.whole})`
  const size = `(${hours} * 3600 + ${minutes} * 60)`
  return firstOf([
    { when: `${zone} = ''`, give: 'NULL' },
    { when: `${zone} IN (${text('Z')}, ${text('UTC')})`, give: '0' },
    { when: `${left(zone, 1)} = '-'`, give: `0 - ${size}` },
    { when: 'TRUE', give: size },
  ])
}

/** Whether the day exists, computed without the engine's date type. */
function exists(year: Sql, month: Sql, day: Sql): Sql {
  const leap = `CASE WHEN (${year} % 4 = 0 AND ${year} % 100 <> 0) OR ${year} % 400 = 0 THEN 29 ELSE 28 END`
  const length = `CASE ${month} WHEN 2 THEN ${leap} WHEN 4 THEN 30 WHEN 6 THEN 30 WHEN 9 THEN 30 WHEN 11 THEN 30 ELSE 31 END`
  return allOf([`${year} BETWEEN 1600 AND 2400`, `${month} BETWEEN 1 AND 12`, `${day} BETWEEN 1 AND ${length}`])
}

/** Days since 1970-01-01. */
function dayNumber(year: Sql, month: Sql, day: Sql, { divided }: Dialect): Sql {
  const shifted = `(${year} - CASE WHEN ${month} < 3 THEN 1 ELSE 0 END)`
  const leaps = `${divided(shifted, '4')} - ${divided(shifted, '100')} + ${divided(shifted, '400')}`
  return `365 * ${shifted} + ${leaps} + ${divided(`306 * ((${month} + 9) % 12) + 5`, '10')} + ${day} - 719469`
}

/** Epochs of 10, 13 and 16 digits as seconds. */
function epochSeconds(text: Sql, { floor, types }: Dialect): Sql {
  const value = `CAST(${text} AS ${types.decimal})`
  const seconds = (unit: string) => `CAST(${floor(`${value} / CAST(${unit} AS ${types.decimal})`)} AS ${types.whole})`
  return `CASE length(${text}) WHEN 10 THEN ${seconds('1')} WHEN 13 THEN ${seconds('1000')} ELSE ${seconds('1000000')} END`
}

/** The calendar day of an instant in the rulebook's zone. */
export function localDay(instant: Sql, zone: Zone, { floorDivided }: Dialect): Sql {
  const offset = offsetAt(instant, zone)
  return floorDivided(offset === '0' ? instant : `${instant} + ${offset}`, '86400')
}

/** By how many seconds the clocks of a zone are ahead of UTC. */
export function offsetAt(instant: Sql, { shifts }: Zone): Sql {
  const [first, ...later] = shifts
  const rows = later.toReversed().map(({ since, offset }) => ({ when: `${instant} >= ${since}`, give: String(offset) }))
  return firstOf(rows, String(first?.offset ?? 0))
}
