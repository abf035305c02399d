import { EPOCH_PATTERNS } from '../../ir/values/date-forms.ts'
import type { Zone } from '../../ir/values/zone.ts'
import { dayOf, jsonMillis, localDay, millisOf, offsetAt } from '../cells/calendar.ts'
import { fractionOf } from '../cells/query-date.ts'
import type { Dialect, OwnFunction, Sql } from '../dialect/dialect.ts'
import { type Column, firstOf } from '../dialect/write.ts'

const { digits: epoch, decimals, json } = EPOCH_PATTERNS

/** When events happened: `readMoment` of `ir/values/date.ts`. The cell was read as a date before, so that its pieces are columns. */
export interface MomentSteps {
  readonly days: readonly Column[]
  /** Only where the order within a day matters. */
  readonly clocks: readonly Column[]
  /** A first guess at the instant, where the zone has shifts: see `utcOf` of `ir/values/zone.ts`. */
  readonly guesses: readonly Column[]
  readonly seconds: readonly Column[]
  readonly instants: readonly Column[]
}

/** Of a moment its day number, the milliseconds since 1970, and whether its time of day is known. */
export const MOMENT = { day: 'event_day', at: 'event_at', timed: 'event_timed' } as const

/** `raw`: the folded text that was read; `day`: its day, where it is a date. */
export function momentSteps(raw: Sql, day: Sql, zone: Zone, dialect: Dialect): MomentSteps {
  const { finds, floor, types } = dialect
  const [date, instant, seconds] = [`${raw}__date`, `${raw}__instant`, `${raw}__seconds`]
  const decimal = (sql: Sql) => `CAST(${sql} AS ${types.decimal})`
  const scaled = (by: string) => `CAST(${floor(`${decimal(raw)} * ${decimal(by)}`)} AS ${types.whole})`
  const millionths = `CAST(${floor(`${decimal(raw)} / ${decimal('1000')}`)} AS ${types.whole})`
  const isDecimal = finds(raw, decimals)
  const shifts = zone.shifts.length > 1
  return {
    days: [
      {
        name: MOMENT.day,
        sql: firstOf([{ when: isDecimal, give: localDay(scaled('1'), zone, dialect) }], day),
      },
    ],
    clocks: [{ name: 'event_clock', sql: `${date} * 86400 + coalesce(${seconds}, 0)` }],
    guesses: shifts ? [{ name: 'event_guess', sql: `event_clock - ${offsetAt('event_clock', zone)}` }] : [],
    seconds: [
      {
        name: 'event_seconds',
        sql: `coalesce(${instant}, event_clock - ${offsetAt(shifts ? 'event_guess' : 'event_clock', zone)})`,
      },
    ],
    instants: [
      {
        name: MOMENT.at,
        sql: firstOf(
          [
            { when: isDecimal, give: scaled('1000') },
            {
              when: finds(raw, epoch),
              give: `CASE length(${raw}) WHEN 10 THEN ${scaled('1000')} WHEN 13 THEN ${scaled('1')} ELSE ${millionths} END`,
            },
            { when: finds(raw, json), give: jsonMillis(raw, dialect) },
          ],
          `event_seconds * 1000 + ${thousandths(`${raw}__pieces`, dialect)}`,
        ),
      },
      {
        name: MOMENT.timed,
        sql: `(${seconds} IS NOT NULL OR ${finds(raw, epoch)} OR ${finds(raw, json)} OR ${isDecimal})`,
      },
    ],
  }
}

/** The kinds of values that say when something happened. */
export type MomentKind = 'date' | 'timestamp' | 'timestamptz'

/** The column of an event with its time as it stands in the table, in days or milliseconds since 1970. */
const STANDING = 'event_time'

/** The function that takes the time of an event; undefined in a dialect that reads its text. */
export function takenMoment(kind: MomentKind, dialect: Dialect): OwnFunction | undefined {
  return kind === 'date' ? dayOf(kind, dialect) : millisOf(kind, dialect)
}

/** When events happened, by a column of days or of timestamps. */
export function standingMoments(
  kind: MomentKind,
  call: OwnFunction,
  of: Sql,
  zone: Zone,
  dialect: Dialect,
): MomentSteps & { readonly taken: Column } {
  const shifts = zone.shifts.length > 1
  const seconds = dialect.floorDivided(STANDING, '1000')
  const [day, clock, at] = {
    date: [STANDING, `${STANDING} * 86400`, 'event_seconds * 1000'],
    timestamp: [
      dialect.floorDivided(STANDING, '86400000'),
      seconds,
      `event_seconds * 1000 + ${STANDING} - event_clock * 1000`,
    ],
    timestamptz: [localDay(seconds, zone, dialect), '', STANDING],
  }[kind]
  const isLocal = kind !== 'timestamptz'
  return {
    taken: { name: STANDING, call, of },
    days: [{ name: MOMENT.day, sql: day ?? STANDING }],
    clocks: isLocal ? [{ name: 'event_clock', sql: clock ?? STANDING }] : [],
    guesses: isLocal && shifts ? [{ name: 'event_guess', sql: `event_clock - ${offsetAt('event_clock', zone)}` }] : [],
    seconds: isLocal
      ? [
          {
            name: 'event_seconds',
            sql: `event_clock - ${offsetAt(shifts ? 'event_guess' : 'event_clock', zone)}`,
          },
        ]
      : [],
    instants: [
      { name: MOMENT.at, sql: at ?? STANDING },
      { name: MOMENT.timed, sql: kind === 'date' ? 'FALSE' : `${STANDING} IS NOT NULL` },
    ],
  }
}

/** Of a second; nothing of a time without pieces. */
function thousandths(pieces: Sql, dialect: Dialect): Sql {
  const digits = dialect.left(`${fractionOf(pieces, dialect)} || '000'`, 3)
  return firstOf([{ when: `${pieces} IS NOT NULL`, give: `CAST(${digits} AS ${dialect.types.whole})` }], '0')
}
