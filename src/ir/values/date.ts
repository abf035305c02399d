import { dayOf } from './calendar.ts'
import { localDay, utcOf, type Zone } from './zone.ts'

/**
 * How a column writes `3/4/2025`: day first, month first, or not at all (`iso`: then only ISO dates and epochs are dates).
 * Dates with dots are day-first in either order.
 */
export interface DateFormat {
  readonly order: 'dmy' | 'mdy' | 'iso'
}

const CLOCK = '([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})'
const PARTS_TIME = `(?:,?[ Tt]${CLOCK})? ?([AaPp][Mm])?)?`

/** Regular expressions in what every engine reads alike; the dialects print them. */
export const DATE_PATTERNS = {
  /** Year, month, day, hour, minute, second, fraction, zone. */
  iso: `^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ]${CLOCK}(?:[.,]([0-9]{1,9}))?)?)? ?(Z|UTC|[+-][0-9]{2}(?::?[0-9]{2})?)?$`,
  compact: '^([0-9]{4})([0-9]{2})([0-9]{2})$',
  /** Day, month, year, hour, minute, second, half of the day. */
  dots: `^([0-9]{1,2})[.]([0-9]{1,2})[.]([0-9]{4}|[0-9]{2})${PARTS_TIME}$`,
  /** First part, second part after `/` or after `-`, then as above. */
  slashes: `^([0-9]{1,2})(?:/([0-9]{1,2})/|-([0-9]{1,2})-)([0-9]{4}|[0-9]{2})${PARTS_TIME}$`,
  epoch: '^(?:[0-9]{10}|[0-9]{13}|[0-9]{16})$',
  /** Of events only: seconds with a fraction. */
  epochDecimals: '^[0-9]{10}[.][0-9]{1,9}$',
} as const

const ISO = new RegExp(DATE_PATTERNS.iso)
const COMPACT = new RegExp(DATE_PATTERNS.compact)
const DOTS = new RegExp(DATE_PATTERNS.dots)
const SLASHES = new RegExp(DATE_PATTERNS.slashes)
export const EPOCH = new RegExp(DATE_PATTERNS.epoch)
const EPOCH_DECIMALS = new RegExp(DATE_PATTERNS.epochDecimals)

/** A trimmed cell as a day number in the rulebook's zone, or undefined if it is no date that exists. */
export function readDate(text: string, format: DateFormat, zone: Zone): number | undefined {
  const written = readWritten(text, format)
  if (written !== undefined) return dayIn(written, zone)
  return EPOCH.test(text) ? localDay(Math.floor(Number(text) / 10 ** (text.length - 10)), zone) : undefined
}

/** When something happened: its calendar day in the rulebook's zone, and the instant, for the order within a day. */
export interface Moment {
  readonly day: number
  /** Milliseconds since 1970 in UTC; of a day without a time of day, its beginning. */
  readonly at: number
  readonly timed: boolean
}

/** A trimmed cell as a moment, in the spellings of `readDate`. */
export function readMoment(text: string, format: DateFormat, zone: Zone): Moment | undefined {
  const written = readWritten(text, format)
  if (written !== undefined) {
    const { date, seconds, thousandths, offset } = written
    const local = date * 86_400 + (seconds ?? 0)
    const epoch = offset === undefined ? utcOf(local, zone) : local - offset
    return { day: dayIn(written, zone), at: epoch * 1000 + thousandths, timed: seconds !== undefined }
  }
  if (!EPOCH.test(text) && !EPOCH_DECIMALS.test(text)) return undefined
  const at = Math.floor(Number(text) * (text.includes('.') ? 1000 : 10 ** (13 - text.length)))
  return { day: localDay(Math.floor(at / 1000), zone), at, timed: true }
}

/** Which part of a cell must be the day: true if the first, false if the second, nothing if either could be. */
export function dayFirstOf(text: string): boolean | undefined {
  if (DOTS.test(text)) return true
  const [, first, ofSlashes, ofDashes] = SLASHES.exec(text) ?? []
  if (first === undefined) return undefined
  if (Number(first) > 12) return true
  return Number(ofSlashes ?? ofDashes) > 12 ? false : undefined
}

/** Whether the order of a cell's parts matters at all: `3/4/2025` and not `2025-04-03` or `3.4.2025`. */
export function needsDateOrder(text: string): boolean {
  return SLASHES.test(text)
}

/** A date as it stands in a cell. */
interface Written {
  /** Its own calendar day, whatever the zone. */
  readonly date: number
  /** Of the day; absent if there is no time. */
  readonly seconds: number | undefined
  readonly thousandths: number
  /** Of its zone, in seconds; absent: the rulebook's. A day without a time has none. */
  readonly offset: number | undefined
}

function dayIn({ date, seconds, offset }: Written, zone: Zone): number {
  return seconds === undefined || offset === undefined ? date : localDay(date * 86_400 + seconds - offset, zone)
}

function readWritten(text: string, format: DateFormat): Written | undefined {
  const plain = plainWritten(text)
  if (plain !== undefined) return plain
  const iso = ISO.exec(text) ?? COMPACT.exec(text)
  if (iso !== null) return isoWritten(iso)
  return format.order === 'iso' ? undefined : partsWritten(text, format)
}

/** `2026-03-02T10:15:00Z`, with or without the Z: what nearly all of millions of times look like. */
function plainWritten(text: string): Written | undefined {
  const isUtc = text.length === 20 && text.endsWith('Z')
  if (!isUtc && text.length !== 19) return undefined
  if (text[4] !== '-' || text[7] !== '-' || text[13] !== ':' || text[16] !== ':') return undefined
  if (text[10] !== 'T' && text[10] !== ' ') return undefined
  const year = digitsAt(text, 0) * 100 + digitsAt(text, 2)
  const [hour, minute, second] = [digitsAt(text, 11), digitsAt(text, 14), digitsAt(text, 17)]
  const date = dayOf(year, digitsAt(text, 5), digitsAt(text, 8))
  if (date === undefined || Number.isNaN(date) || !(hour < 24 && minute < 60 && second < 61)) return undefined
  return { date, seconds: hour * 3600 + minute * 60 + second, thousandths: 0, offset: isUtc ? 0 : undefined }
}

/** Two digits as a number; NaN if there are others. */
function digitsAt(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - 0x30, text.charCodeAt(at + 1) - 0x30]
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

function isoWritten([, year, month, day, hour, minute, second, fraction, zone]: RegExpExecArray): Written | undefined {
  const date = dayOf(Number(year), Number(month), Number(day))
  if (date === undefined || !isTime(hour, minute, second)) return undefined
  const seconds = hour === undefined ? undefined : secondsOf(Number(hour), minute, second)
  const thousandths = fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'))
  return { date, seconds, thousandths, offset: zone === undefined || hour === undefined ? undefined : offsetOf(zone) }
}

function partsWritten(text: string, { order }: DateFormat): Written | undefined {
  const dots = DOTS.exec(text)
  if (dots !== null) {
    const [, day, month, ...rest] = dots
    return dayAndTime(day, month, rest)
  }
  const slashes = SLASHES.exec(text)
  if (slashes === null) return undefined
  const [, first, ofSlashes, ofDashes, ...rest] = slashes
  const second = ofSlashes ?? ofDashes
  return order === 'dmy' ? dayAndTime(first, second, rest) : dayAndTime(second, first, rest)
}

function dayAndTime(
  day: string | undefined,
  month: string | undefined,
  [year = '', hour, minute, second, half]: readonly (string | undefined)[],
): Written | undefined {
  if (!isTime(hour, minute, second)) return undefined
  if (half !== undefined && (Number(hour) < 1 || Number(hour) > 12)) return undefined
  const date = dayOf(fullYear(year), Number(month), Number(day))
  if (date === undefined) return undefined
  const seconds = hour === undefined ? undefined : secondsOf(hourOf(Number(hour), half), minute, second)
  return { date, seconds, thousandths: 0, offset: undefined }
}

function hourOf(hour: number, half: string | undefined): number {
  return half === undefined ? hour : (hour % 12) + (half.toUpperCase() === 'PM' ? 12 : 0)
}

function secondsOf(hour: number, minute = '0', second = '0'): number {
  return hour * 3600 + Number(minute) * 60 + Number(second)
}

function fullYear(year: string): number {
  if (year.length === 4) return Number(year)
  return Number(year) < 70 ? 2000 + Number(year) : 1900 + Number(year)
}

function isTime(hour = '0', minute = '0', second = '0'): boolean {
  return Number(hour) < 24 && Number(minute) < 60 && Number(second) < 61
}

/** The seconds by which a zone such as `+01:00` is ahead of UTC. */
export function offsetOf(name: string): number {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(name) ?? []
  if (sign === undefined) return 0
  const size = Number(hours) * 3600 + Number(minutes) * 60
  return sign === '-' ? -size : size
}
