import { dayOf } from '../../ir/values/calendar.ts'
import type { Shown } from './workbook-styles.ts'

/** Significant digits of a number in a workbook; further digits are noise of binary fractions. */
const DIGITS = 15

/** The text of a cell, as it would stand in a CSV file that nobody's locale has touched. */
export function textOf(value: unknown, shown?: Shown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'bigint') return String(value)
  if (typeof value === 'number') return shown === undefined ? spellNumber(value) : spellShown(value, shown)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return value instanceof Date ? spellDate(value) : ''
}

/**
 * A number of a file as text. Whole numbers beyond double precision (ids) keep their digits; other texts stay as they
 * are.
 */
export function readNumber(text: string): number | bigint | string {
  const number = Number(text)
  const isExact = Number.isFinite(number) && (Number.isSafeInteger(number) || !/^-?\d+$/.test(text))
  if (isExact) return number
  return /^-?\d+$/.test(text) ? BigInt(text) : text
}

/** Spreadsheets round whole numbers of more digits than this: the last digits become zeros. */
const ROUNDED_FROM = 10 ** DIGITS

/** Whether a whole number has more digits than a spreadsheet keeps, and whether it has lost those behind them. */
export function roundingOf(value: unknown): 'lost' | 'kept' | undefined {
  const isNumber = typeof value === 'number' && Number.isInteger(value)
  if (!isNumber && typeof value !== 'bigint') return undefined
  if (value < ROUNDED_FROM && value > -ROUNDED_FROM) return undefined
  if (isNumber && !Number.isSafeInteger(value)) return 'lost'
  return /^-?\d{15}0+$/.test(String(value)) ? 'lost' : 'kept'
}

/** `1.18018025220350E+17`: what is left of a number with more digits than a spreadsheet keeps, which is then no id. */
export function spellRounded(value: number | bigint): string {
  const [digits = '', exponent = ''] = Number(value)
    .toExponential(DIGITS - 1)
    .split('e+')
  return `${digits.replace(/\.?0+$/, '')}E+${exponent}`
}

/** The shortest spelling; only rounded numbers have an exponent. */
export function spellNumber(value: number): string {
  if (Number.isSafeInteger(value)) return String(value + 0)
  if (Number.isInteger(value)) return spellRounded(value)
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
  // A number too large for a date but formatted as one: spreadsheets show only `####` for it.
  if (!(Math.abs(seconds) < LAST_SECOND)) return ''
  const [day = '', time = ''] = new Date(seconds * 1000).toISOString().split(/T|\.|Z/)
  if (Math.floor(seconds / 86_400) <= EPOCH_OF_SHEETS) return time
  return time === '00:00:00' ? day : `${day}T${time}`
}
