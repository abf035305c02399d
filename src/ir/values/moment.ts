import { dayOf } from './calendar.ts'
import { type DateFormat, EPOCH, offsetOf, readDate } from './date.ts'
import { localSeconds, type Zone } from './zone.ts'

const TIME = /[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)? ?([AP]M)?$/i
const INSTANT =
  /^(\d{4})-(\d{1,2})-(\d{1,2})[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)? ?(Z|UTC|[+-]\d{2}:?\d{2})$/

/** A day number, or seconds on the clock of the rulebook's zone where the text has a time other than midnight. */
export type Moment = { readonly day: number } | { readonly seconds: number }

/** A trimmed cell as a date with its time; whatever `readDate` reads, and nothing else. */
export function readMoment(text: string, format: DateFormat, zone: Zone): Moment | undefined {
  const day = readDate(text, format, zone)
  if (day === undefined) return undefined
  const seconds = secondsOf(text, day, zone)
  return seconds % 86_400 === 0 ? { day } : { seconds }
}

function secondsOf(text: string, day: number, zone: Zone): number {
  if (EPOCH.test(text)) return localSeconds(Math.floor(Number(text) / 10 ** (text.length - 10)), zone)
  const [, year, month, date, hours, minutes, rest, zoneName] = INSTANT.exec(text) ?? []
  if (zoneName !== undefined) {
    const start = dayOf(Number(year), Number(month), Number(date)) ?? day
    return localSeconds(start * 86_400 + timeOf(hours, minutes, rest) - offsetOf(zoneName), zone)
  }
  const [, hour = '0', minute, second, half] = TIME.exec(text) ?? []
  const shift = half === undefined ? 0 : (half.toLowerCase() === 'pm' ? 12 : 0) - (hour === '12' ? 12 : 0)
  return day * 86_400 + shift * 3600 + timeOf(hour, minute, second)
}

function timeOf(hour = '0', minute = '0', second = '0'): number {
  return Number(hour) * 3600 + Number(minute) * 60 + Number(second)
}
