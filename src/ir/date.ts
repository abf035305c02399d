import { dayOf } from './calendar.ts'
import { localDay, type Zone } from './zone.ts'

/**
 * How a column writes `3/4/2025`: day first, month first, or not at all (`iso`: then only ISO dates and epochs are dates).
 * Dates with dots are day-first in either order.
 */
export interface DateFormat {
  readonly order: 'dmy' | 'mdy' | 'iso'
}

const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)? ?(Z|UTC|[+-]\d{2}:?\d{2})?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const PARTS = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:,?[ T](\d{1,2}):(\d{2})(?::(\d{2}))? ?([AP]M)?)?$/i
export const EPOCH = /^(?:\d{10}|\d{13}|\d{16})$/

/** A trimmed cell as a day number in the rulebook's zone, or undefined if it is no date that exists. */
export function readDate(text: string, format: DateFormat, zone: Zone): number | undefined {
  const iso = ISO.exec(text) ?? COMPACT.exec(text)
  if (iso !== null) return isoDay(iso, zone)
  const parts = PARTS.exec(text)
  if (parts !== null) return partsDay(parts, format)
  return EPOCH.test(text) ? localDay(Math.floor(Number(text) / 10 ** (text.length - 10)), zone) : undefined
}

/** Which part of a cell must be the day: true if the first, false if the second, nothing if either could be. */
export function dayFirstOf(text: string): boolean | undefined {
  const [, first, sign, second] = PARTS.exec(text) ?? []
  if (first === undefined || second === undefined) return undefined
  if (sign === '.') return true
  if (Number(first) > 12) return true
  return Number(second) > 12 ? false : undefined
}

/** Whether the order of a cell's parts matters at all: `3/4/2025` and not `2025-04-03` or `3.4.2025`. */
export function needsDateOrder(text: string): boolean {
  const sign = PARTS.exec(text)?.[2]
  return sign === '/' || sign === '-'
}

function isoDay([, year, month, day, hour, minute, second, zoneName]: RegExpExecArray, zone: Zone): number | undefined {
  const date = dayOf(Number(year), Number(month), Number(day))
  if (date === undefined || !isTime(hour, minute, second)) return undefined
  if (zoneName === undefined || hour === undefined) return date
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second ?? 0)
  return localDay(date * 86_400 + seconds - offsetOf(zoneName), zone)
}

function partsDay(match: RegExpExecArray, { order }: DateFormat): number | undefined {
  if (order === 'iso') return undefined
  const [, first, sign, second, year = '', hour, minute, secondOfTime, half] = match
  const [day, month] = order === 'dmy' || sign === '.' ? [first, second] : [second, first]
  if (!isTime(hour, minute, secondOfTime)) return undefined
  if (half !== undefined && (Number(hour) < 1 || Number(hour) > 12)) return undefined
  return dayOf(fullYear(year), Number(month), Number(day))
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
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(name) ?? []
  if (sign === undefined) return 0
  const size = Number(hours) * 3600 + Number(minutes) * 60
  return sign === '-' ? -size : size
}
