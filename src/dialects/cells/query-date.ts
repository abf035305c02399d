import type { DateFormat } from '../../ir/values/date.ts'
import {
  DATE_PIECES,
  DATE_REWRITES,
  type DateForm,
  EPOCH_PATTERNS,
  formsOf,
  KNOWN_ZONE,
  MONTHS,
  PLAIN_DATE,
  placeOf,
  SERIAL,
  ZONE_OF_HOUR,
  ZONE_OFFSET,
  ZONES,
} from '../../ir/values/date-forms.ts'
import { fold } from '../../ir/values/fold.ts'
import { localShifts, type Zone } from '../../ir/values/zone.ts'
import type { Dialect, OwnFunction, Replacement, Sql } from '../dialect/dialect.ts'
import { allOf, anyOf, type Column, firstOf, packedCase, rewritten, type When } from '../dialect/write.ts'
import { dayNumber, dayOfInstant, epochSeconds, exists, jsonSeconds, offsetAt } from './calendar.ts'

const PART = '|'
/** Where a piece stands among the pieces. */
const PLACE = Object.fromEntries(DATE_PIECES.map((name, index) => [name, index + 1])) as Record<
  (typeof DATE_PIECES)[number],
  number
>

/**
 * Reading a date, step by step: its pieces, its calendar, its time of day, its instant, its day. Of a plain
 * `2026-01-31`
 * only the calendar and the day are to be found. See `ir/values/date.ts`.
 */
export interface DateSteps {
  readonly usual: readonly Column[]
  readonly pieces: readonly Column[]
  /** The calendar. */
  readonly digits: readonly Column[]
  readonly times: readonly Column[]
  readonly instants: readonly Column[]
  readonly days: readonly Column[]
  /** The day number, or nothing. */
  readonly value: Sql
  /** Whether the cell is a date at all. */
  readonly isDate: Sql
}

const PLAIN = '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'

/** `raw`: the column with the folded text, which the names of all others begin with; `isElse`: whether it is something else. */
export function dateSteps(raw: Sql, format: DateFormat, zone: Zone, dialect: Dialect, isElse?: Sql): DateSteps {
  const { finds, types, part } = dialect
  const column = (what: string) => `${raw}__${what}`
  const [usual, pieces, local] = [column('usual'), column('pieces'), column('local')]
  const piece = (name: keyof typeof PLACE) => part(pieces, PART, PLACE[name])
  const whole = (name: keyof typeof PLACE) => `CAST(nullif(${piece(name)}, '') AS ${types.whole})`
  const ofPieces = (value: Sql): When => ({ when: `${pieces} IS NOT NULL`, give: value })
  /** Of a plain date the digits at their place. */
  const ofDay = (value: Sql, from: number, length: number) =>
    isElse === undefined
      ? firstOf([
          { when: finds(raw, PLAIN), give: `CAST(substr(${raw}, ${from}, ${length}) AS ${types.whole})` },
          ofPieces(value),
        ])
      : firstOf([ofPieces(value)])
  const [year, month, day] = [column('year'), column('month'), column('day')]
  const [hour, minute, second] = [column('hour'), column('minute'), column('second')]
  const [seconds, offset] = [column('seconds'), column('offset')]
  const [date, instant] = [column('date'), column('instant')]
  const places = placesOf(format, zone)
  const place = column('place')
  const midnight = column('midnight')
  const serial = format.serial ? isSerial(raw, dialect) : 'FALSE'
  const serialDay = `CAST(${dialect.left(raw, 5)} AS ${types.whole})`
  const names = format.order === 'iso' ? [] : Object.entries(MONTHS)
  const monthNamed = names.map(([name, number]) => ({ when: dialect.text(name), give: String(number) }))
  return {
    usual: [
      {
        name: usual,
        call: usualDate(format, isElse === undefined, dialect),
        of: isElse === undefined ? raw : firstOf([{ when: `NOT ${isElse}`, give: raw }]),
      },
    ],
    pieces: [{ name: pieces, call: datePieces(format, dialect), of: usual }],
    digits: [
      { name: year, sql: ofDay(fullYear(piece('year'), whole('year')), 1, 4) },
      { name: month, sql: ofDay(packedCase(piece('month'), monthNamed, whole('month')), 6, 2) },
      { name: day, sql: ofDay(whole('day'), 9, 2) },
      { name: hour, sql: firstOf([ofPieces(whole('hour'))]) },
      { name: minute, sql: firstOf([ofPieces(whole('minute'))]) },
      { name: second, sql: firstOf([ofPieces(whole('second'))]) },
    ],
    times: [
      {
        name: seconds,
        sql: firstOf([
          ...(format.serial ? [{ when: serial, give: serialSeconds(raw, dialect) }] : []),
          ofPieces(
            timeOfDay({ half: piece('half'), zone: piece('zone') }, hour, minute, second, dialect, [
              placeOf(fold(zone.name)),
              ...places.keys(),
            ]),
          ),
        ]),
      },
      { name: offset, call: zoneOffset(dialect), of: piece('zone') },
      ...(places.size === 0
        ? []
        : [
            { name: place, sql: firstOf([ofPieces(piece('zone'))]) },
            { name: midnight, sql: firstOf([ofPieces(`(${dayNumber(year, month, day, dialect)}) * 86400`)]) },
          ]),
    ],
    instants: [
      {
        name: date,
        sql: firstOf([
          ...(format.serial ? [{ when: serial, give: `${serialDay} - ${SERIAL.epoch}` }] : []),
          {
            when: allOf([exists(year, month, day, dialect), `coalesce(${seconds}, 0) >= 0`]),
            give: dayNumber(year, month, day, dialect),
          },
        ]),
      },
      {
        name: instant,
        sql: firstOf([
          { when: isElse ?? finds(raw, PLAIN), give: 'NULL' },
          { when: `${pieces} IS NULL AND ${finds(raw, EPOCH_PATTERNS.digits)}`, give: epochSeconds(raw, dialect) },
          { when: `${pieces} IS NULL AND ${finds(raw, EPOCH_PATTERNS.json)}`, give: jsonSeconds(raw, dialect) },
          {
            when: `${offset} IS NOT NULL AND ${seconds} >= 0 AND ${exists(year, month, day, dialect)}`,
            give: `(${dayNumber(year, month, day, dialect)}) * 86400 + ${seconds} - ${offset}`,
          },
          ...[...places].map(([name, { shifts }]) => ({
            when: `${place} = ${dialect.text(name)} AND ${seconds} >= 0 AND ${exists(year, month, day, dialect)}`,
            give: `${midnight} + ${seconds} - ${offsetAt(`${midnight} + ${seconds}`, { shifts })}`,
          })),
        ]),
      },
    ],
    days: [{ name: local, call: dayOfInstant(zone, dialect), of: instant }],
    value: `coalesce(${local}, ${date})`,
    isDate: `${instant} IS NOT NULL OR ${date} IS NOT NULL`,
  }
}

/** The functions that read a date, whatever the order of its parts. */
export function dateFunctions(dialect: Dialect): OwnFunction[] {
  return [
    usualDate({}, true, dialect),
    usualDate({}, false, dialect),
    ...(['iso', 'dmy', 'mdy'] as const).map(order => datePieces({ order }, dialect)),
    zoneOffset(dialect),
  ]
}

/** A date that is not plain, in its usual spelling. */
function usualDate({ serial }: Pick<DateFormat, 'serial'>, hasPlain: boolean, dialect: Dialect): OwnFunction {
  const { finds } = dialect
  const nothing = (text: Sql) =>
    anyOf([hasPlain ? finds(text, PLAIN) : 'FALSE', serial ? isSerial(text, dialect) : 'FALSE'])
  return {
    name: hasPlain ? 'date_spelling' : 'spelling_as_date',
    about: hasPlain ? 'a date that is not plain, in its usual spelling' : 'a date in its usual spelling',
    takes: 'text',
    gives: 'text',
    body: text =>
      firstOf(
        [
          { when: nothing(text), give: 'NULL' },
          { when: finds(text, PLAIN_DATE), give: text },
        ],
        rewritten(text, DATE_REWRITES, dialect),
      ),
  }
}

function datePieces({ order }: Pick<DateFormat, 'order'>, dialect: Dialect): OwnFunction {
  return {
    name: `date_pieces_${order}`,
    about: `of a date: ${DATE_PIECES.join(', ')}`,
    takes: 'text',
    gives: 'text',
    body: usual => firstOf(formsOf(order).map(form => takenApart(usual, form, dialect))),
  }
}

function zoneOffset(dialect: Dialect): OwnFunction {
  return {
    name: 'zone_offset',
    about: 'by how many seconds a zone is ahead of UTC',
    takes: 'text',
    gives: 'whole',
    body: zone => offsetOf(zone, dialect),
  }
}

/** The zones but the rulebook's that cells name by a place, by their folded names, with local times in place of instants. */
function placesOf({ zones = [] }: DateFormat, own: Zone): ReadonlyMap<string, Pick<Zone, 'shifts'>> {
  const others = zones.filter(({ name }) => name !== fold(own.name))
  return new Map(others.map(zone => [placeOf(zone.name), { shifts: localShifts(zone) }]))
}

/** The pieces of a date of one form, in the order of `DATE_PIECES`. */
function takenApart(text: Sql, { pattern, groups }: DateForm, { finds, replaced }: Dialect): When {
  const pieces = DATE_PIECES.flatMap((name, index): Replacement => [...(index === 0 ? [] : [PART]), groups[name] ?? ''])
  return { when: finds(text, pattern), give: replaced(text, pattern, pieces) }
}

/** The fraction of a second in the pieces of a date. */
export function fractionOf(pieces: Sql, { part }: Dialect): Sql {
  return part(pieces, PART, PLACE.fraction)
}

function fullYear(text: Sql, value: Sql): Sql {
  return `CASE WHEN length(${text}) > 2 THEN ${value} WHEN ${value} < 70 THEN 2000 + ${value} ELSE 1900 + ${value} END`
}

/** Seconds; below 0 for a time or a zone that does not exist; nothing where there is no time. */
function timeOfDay(
  { half, zone }: { readonly half: Sql; readonly zone: Sql },
  hour: Sql,
  minute: Sql,
  second: Sql,
  { finds, left, text, isOneOf, remainder }: Dialect,
  places: readonly string[],
): Sql {
  const rest = `coalesce(${minute}, 0) * 60 + coalesce(${second}, 0)`
  const isPlain = `${half} IN ('', ${text('uhr')})`
  return firstOf([
    { when: allOf([`NOT ${finds(zone, KNOWN_ZONE)}`, `NOT (${isOneOf(zone, places)})`]), give: '-1' },
    { when: `${hour} > 23 OR ${minute} > 59 OR ${second} > 60`, give: '-1' },
    {
      when: `${hour} IS NOT NULL AND ${minute} IS NULL AND ${half} = '' AND NOT ${finds(zone, ZONE_OF_HOUR)}`,
      give: '-1',
    },
    { when: isPlain, give: `${hour} * 3600 + ${rest}` },
    { when: `${hour} < 1 OR ${hour} > 12`, give: '-1' },
    {
      when: 'TRUE',
      give: `(${remainder(hour, '12')} + CASE WHEN ${left(half, 1)} = 'p' THEN 12 ELSE 0 END) * 3600 + ${rest}`,
    },
  ])
}

/** Of a known zone, in seconds; nothing for one that is named by a place, and where there is none. */
function offsetOf(zone: Sql, { finds, replaced, types, left, text }: Dialect): Sql {
  const digits = replaced(zone, '[^0-9]', [])
  const hours = `CAST(${left(digits, 2)} AS ${types.whole})`
  const minutes = `CAST('0' || ${replaced(digits, '^[0-9]{1,2}', [])} AS ${types.whole})`
  const size = `(${hours} * 3600 + ${minutes} * 60)`
  const named = Object.entries(ZONES).map(([name, ahead]) => ({ when: text(name), give: String(ahead * 3600) }))
  const signed = firstOf([
    { when: `NOT ${finds(zone, ZONE_OFFSET)}`, give: 'NULL' },
    { when: finds(zone, '-'), give: `0 - ${size}` },
    { when: 'TRUE', give: size },
  ])
  return firstOf([{ when: `${zone} = ''`, give: 'NULL' }], packedCase(zone, named, signed))
}

/** Whether a cell is a spreadsheet's number of a day. */
function isSerial(raw: Sql, { finds, left }: Dialect): Sql {
  const day = left(raw, 5)
  return allOf([finds(raw, SERIAL.pattern), `${day} >= '${SERIAL.first}'`, `${day} <= '${SERIAL.last}'`])
}

/** The time in the fraction of such a number; nothing where there is none. */
function serialSeconds(raw: Sql, { replaced, floor, types }: Dialect): Sql {
  const decimal = (value: Sql) => `CAST(${value} AS ${types.decimal})`
  const number = decimal(replaced(raw, ',', ['.']))
  const seconds = floor(`(${number} - ${floor(number)}) * ${decimal('86400')} + ${decimal('0.5')}`)
  return firstOf([{ when: `length(${raw}) > 5`, give: `CAST(${seconds} AS ${types.whole})` }])
}
