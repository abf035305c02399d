import { dayOf } from '../../ir/values/calendar.ts'
import type { Shown } from './workbook-styles.ts'

/** Digits that a number of a workbook has; what comes after them is noise of binary fractions. */
const DIGITS = 15

/** The text of a cell, as it would stand in a CSV file that nobody's locale has touched. */
export function textOf(value: unknown, shown?: Shown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return shown === undefined ? spellNumber(value) : spellShown(value, shown)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return value instanceof Date ? spellDate(value) : ''
}

/** A number of a file. Whole ones beyond the precision of numbers (ids) stay their digits, and what is none its text. */
export function readNumber(text: string): number | string {
  const number = Number(text)
  const isExact = Number.isFinite(number) && (Number.isSafeInteger(number) || !/^-?\d+$/.test(text))
  return isExact ? number : text
}

/** The shortest spelling, never with an exponent. */
export function spellNumber(value: number): string {
  if (Number.isSafeInteger(value)) return String(value + 0)
  const [, sign = '', digits = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(Number(value.toPrecision(DIGITS)))) ?? []
  const shift = Number(exponent)
  if (shift === 0) return sign + digits + (fraction === '' ? '' : `.${fraction}`)
  const all = digits + fraction
  const point = digits.length + shift
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${all}`
  return sign + all.padEnd(point, '0')
}

function spellShown(value: number, shown: Shown): string {
  if (shown.as === 'percent') return `${spellNumber(value * 100)}%`
  return Number.isSafeInteger(value) && value >= 0 ? String(value).padStart(shown.digits, '0') : spellNumber(value)
}

const EPOCH_OF_SHEETS = dayOf(1899, 12, 31) ?? 0
const LAST_SECOND = 8.64e12

/** `2026-01-31`, with its time unless that is midnight; a time without a day is a time. */
function spellDate(date: Date): string {
  const seconds = Math.round(date.getTime() / 1000)
  // A number beyond all days that is shown as a date: spreadsheets show nothing but signs for it.
  if (!(Math.abs(seconds) < LAST_SECOND)) return ''
  const [day = '', time = ''] = new Date(seconds * 1000).toISOString().split(/T|\.|Z/)
  if (Math.floor(seconds / 86_400) <= EPOCH_OF_SHEETS) return time
  return time === '00:00:00' ? day : `${day}T${time}`
}
