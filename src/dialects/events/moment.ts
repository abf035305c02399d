import { EPOCH_PATTERNS } from '../../ir/values/date-forms.ts'
import type { Zone } from '../../ir/values/zone.ts'
import { jsonMillis, localDay, offsetAt } from '../cells/calendar.ts'
import { fractionOf } from '../cells/query-date.ts'
import type { Dialect, Sql } from '../dialect/dialect.ts'
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

/** Of a second; nothing of a time without pieces. */
function thousandths(pieces: Sql, dialect: Dialect): Sql {
  const digits = dialect.left(`${fractionOf(pieces, dialect)} || '000'`, 3)
  return firstOf([{ when: `${pieces} IS NOT NULL`, give: `CAST(${digits} AS ${dialect.types.whole})` }], '0')
}
