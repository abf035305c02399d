import { dayOf } from './calendar.ts'
import {
  DATE_FORMS,
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
} from './date-forms.ts'
import { fold } from './fold.ts'
import { compileRewrites, isRewritable } from './rewrite.ts'
import { localDay, localSeconds, utcOf, type Zone } from './zone.ts'

/**
 * How a column writes `3/4/2025`: day first, month first, or not at all (`iso`: then only dates that begin with the year
 * and epochs are dates). Dates with dots are day-first in either order.
 */
export interface DateFormat {
  readonly order: 'dmy' | 'mdy' | 'iso'
  /** The column holds numbers of days, as spreadsheets count them. */
  readonly serial?: true
  /** The zones that its cells name by a place; any other place but that of the rulebook's zone makes no date. */
  readonly zones?: readonly Zone[]
}

/** A cell as a day number in the rulebook's zone, or undefined if it is no date that exists. */
export function readDate(text: string, format: DateFormat, zone: Zone): number | undefined {
  const written = readWritten(text, format, zone)
  if (written !== undefined) return dayIn(written, zone)
  const instant = readEpoch(text)
  return instant === undefined ? undefined : localDay(Math.floor(instant / 1000), zone)
}

/** When something happened: its calendar day in the rulebook's zone, and the instant, for the order within a day. */
export interface Moment {
  readonly day: number
  /** Milliseconds since 1970 in UTC; of a day without a time of day, its beginning. */
  readonly at: number
  readonly timed: boolean
}

/** A cell as a moment, in the spellings of `readDate`. */
export function readMoment(text: string, format: DateFormat, zone: Zone): Moment | undefined {
  const written = readWritten(text, format, zone)
  if (written !== undefined) {
    const { date, seconds, thousandths, offset } = written
    const local = date * 86_400 + (seconds ?? 0)
    const epoch = offset === undefined ? utcOf(local, zone) : local - offset
    return { day: dayIn(written, zone), at: epoch * 1000 + thousandths, timed: seconds !== undefined }
  }
  const at = readEpoch(text) ?? (EPOCH_DECIMALS.test(text) ? Math.floor(Number(text) * 1000) : undefined)
  return at === undefined ? undefined : { day: localDay(Math.floor(at / 1000), zone), at, timed: true }
}

/** A cell as seconds on the clock of the rulebook's zone; whatever `readDate` reads, and nothing else. */
export function readLocal(text: string, format: DateFormat, zone: Zone): number | undefined {
  const written = readWritten(text, format, zone)
  if (written === undefined) {
    const instant = readEpoch(text)
    return instant === undefined ? undefined : localSeconds(Math.floor(instant / 1000), zone)
  }
  const { date, seconds, offset } = written
  if (seconds === undefined) return date * 86_400
  const local = date * 86_400 + seconds
  return offset === undefined ? local : localSeconds(local - offset, zone)
}

/** Which part of a cell must be the day: true if the first, false if the second, nothing if either could be. */
export function dayFirstOf(text: string): boolean | undefined {
  const folded = usualDate(fold(text))
  if (DOTS.test(folded)) return true
  const [, first, second] = SLASHES.exec(folded) ?? []
  if (first === undefined) return undefined
  if (Number(first) > 12) return true
  return Number(second) > 12 ? false : undefined
}

/** Whether the order of a cell's parts matters at all: `3/4/2025` and not `2025-04-03` or `3.4.2025`. */
export function needsDateOrder(text: string): boolean {
  return SLASHES.test(usualDate(fold(text)))
}

/** Whether a cell is a number of a day, as spreadsheets count them, of 1990 to 2050. */
export function isSerial(text: string): boolean {
  const day = SERIALS.test(text) ? Number(text.slice(0, 5)) : 0
  return day >= SERIAL.first && day <= SERIAL.last
}

const DOTS = new RegExp(DATE_FORMS.dots.pattern)
const SLASHES = new RegExp(DATE_FORMS.slashes.pattern)
const PLAIN = new RegExp(PLAIN_DATE)
const EPOCH = new RegExp(EPOCH_PATTERNS.digits)
const EPOCH_DECIMALS = new RegExp(EPOCH_PATTERNS.decimals)
const JSON_DATE = new RegExp(EPOCH_PATTERNS.json, 'i')
const SERIALS = new RegExp(SERIAL.pattern)
const KNOWN = new RegExp(KNOWN_ZONE)
const OFFSET = new RegExp(ZONE_OFFSET)
const OF_HOUR = new RegExp(ZONE_OF_HOUR)
const rewritten = compileRewrites(DATE_REWRITES)
const FORMS = { dmy: compiled('dmy'), mdy: compiled('mdy'), iso: compiled('iso') }

function compiled(
  order: DateFormat['order'],
): readonly { readonly pattern: RegExp; readonly groups: DateForm['groups'] }[] {
  return formsOf(order).map(({ pattern, groups }) => ({ pattern: new RegExp(pattern, 'u'), groups }))
}

/** Milliseconds since 1970. */
function readEpoch(text: string): number | undefined {
  if (EPOCH.test(text))
    return text.length === 10 ? Number(text) * 1000 : Math.floor(Number(text) / 10 ** (text.length - 13))
  const digits = text.includes('(') ? JSON_DATE.exec(text)?.[1] : undefined
  return digits === undefined ? undefined : Number(digits)
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

function readWritten(text: string, format: DateFormat, zone: Zone): Written | undefined {
  const plain = plainWritten(text)
  if (plain !== undefined) return plain
  if (format.serial && isSerial(text)) return serialWritten(text)
  const usual = usualDate(fold(text))
  for (const { pattern, groups } of FORMS[format.order]) {
    const match = pattern.exec(usual)
    if (match !== null) return formWritten(match, groups, { named: format.zones, own: zone })
  }
  return undefined
}

/** Without what may stand around a date. */
function usualDate(folded: string): string {
  return PLAIN.test(folded) || !isRewritable(folded) ? folded : rewritten(folded)
}

/** `2026-03-02`, `2026-03-02T10:15:00Z`, with or without the Z: what nearly all of millions of dates look like. */
function plainWritten(text: string): Written | undefined {
  const isUtc = text.length === 20 && text.endsWith('Z')
  const isDay = text.length === 10
  if (!isUtc && !isDay && text.length !== 19) return undefined
  if (text[4] !== '-' || text[7] !== '-') return undefined
  const date = dayOf(digitsAt(text, 0) * 100 + digitsAt(text, 2), digitsAt(text, 5), digitsAt(text, 8))
  if (date === undefined || Number.isNaN(date)) return undefined
  if (isDay) return { date, seconds: undefined, thousandths: 0, offset: undefined }
  if (text[13] !== ':' || text[16] !== ':' || (text[10] !== 'T' && text[10] !== ' ')) return undefined
  const [hour, minute, second] = [digitsAt(text, 11), digitsAt(text, 14), digitsAt(text, 17)]
  if (!(hour < 24 && minute < 60 && second < 61)) return undefined
  return { date, seconds: hour * 3600 + minute * 60 + second, thousandths: 0, offset: isUtc ? 0 : undefined }
}

/** Two digits as a number; NaN if there are others. */
function digitsAt(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - 0x30, text.charCodeAt(at + 1) - 0x30]
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

function serialWritten(text: string): Written {
  const number = Number(text.replace(',', '.'))
  const day = Math.floor(number)
  const seconds = text.length > 5 ? Math.floor((number - day) * 86_400 + 0.5) : undefined
  return { date: day - SERIAL.epoch, seconds, thousandths: 0, offset: undefined }
}

function formWritten(
  match: RegExpExecArray,
  groups: DateForm['groups'],
  zones: { readonly named: readonly Zone[] | undefined; readonly own: Zone },
): Written | undefined {
  const piece = (name: keyof DateForm['groups']) => match[groups[name] ?? match.length] ?? ''
  const [year, month, zone] = [piece('year'), piece('month'), piece('zone')]
  const fullYear = year.length > 2 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900)
  const date = dayOf(fullYear, MONTHS[month] ?? Number(month), Number(piece('day')))
  const seconds = timeOfDay(piece('hour'), piece('minute'), piece('second'), piece('half'), zone)
  if (date === undefined || Number.isNaN(seconds)) return undefined
  const isOther = !KNOWN.test(zone) && zone !== placeOf(fold(zones.own.name))
  const place = isOther ? zones.named?.find(({ name }) => placeOf(name) === zone) : undefined
  if (isOther && place === undefined) return undefined
  const thousandths = Number(piece('fraction').slice(0, 3).padEnd(3, '0'))
  if (seconds === undefined) return { date, seconds, thousandths, offset: undefined }
  const local = date * 86_400 + seconds
  return { date, seconds, thousandths, offset: place === undefined ? offsetOf(zone) : local - utcOf(local, place) }
}

/** Seconds; NaN for a time that does not exist, nothing where there is none. */
function timeOfDay(hour: string, minute: string, second: string, half: string, zone: string): number | undefined {
  if (hour === '') return undefined
  const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second)]
  if (hours > 23 || minutes > 59 || seconds > 60) return Number.NaN
  if (minute === '' && half === '' && !OF_HOUR.test(zone)) return Number.NaN
  const isHalf = half !== '' && half !== 'uhr'
  if (isHalf && (hours < 1 || hours > 12)) return Number.NaN
  const ofDay = isHalf ? (hours % 12) + (half.startsWith('p') ? 12 : 0) : hours
  return ofDay * 3600 + minutes * 60 + seconds
}

/** The seconds by which a known zone is ahead of UTC; nothing where there is none. */
function offsetOf(zone: string): number | undefined {
  const hours = ZONES[zone]
  if (hours !== undefined || !OFFSET.test(zone)) return hours === undefined ? undefined : hours * 3600
  const digits = zone.replace(/[^0-9]/g, '')
  const size = Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2)) * 60
  return zone.includes('-') ? -size : size
}
