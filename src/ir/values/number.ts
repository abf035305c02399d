import { fold } from './fold.ts'
import { CURRENCY, NUMBER_REWRITES, SCALE, SCALES } from './number-words.ts'
import { compileRewrites, isRewritable } from './rewrite.ts'

/**
 * How a number is spelled in a column. `decimal` is the decimal sign; the other one of `.` and `,` groups,
 * as do spaces and apostrophes. No engine's own cast is used.
 */
export interface NumberFormat {
  readonly decimal: '.' | ','
  /** The column is in thousands or millions, as its heading says; a cell with a scale of its own is not. */
  readonly scale?: number
}

export interface ReadNumber {
  readonly value: number
  /** The cell held `51-200` or `1000+`: its lower end was taken. */
  readonly range: boolean
}

/** From here on nothing is a number. */
const MAX_NUMBER = 1e15

/** Regular expressions in what every engine reads alike, of folded texts; the dialects print them. */
export const NUMBER_PATTERNS = {
  plain: '^-?[0-9]{1,15}$',
  /** Sign, sign behind the currency, digits, scale; what says that it is the lower end of a range. */
  cell: `^([+-]?) ?${CURRENCY}? ?([+-]?)([0-9](?:[0-9.,' ]*[0-9.,'])?|[.,][0-9]+) *(${SCALE})? ?(?:%|${CURRENCY})?( ?[+]+)?$`,
  /** `51-200`: its lower end. */
  range: '^([0-9][0-9.,]*) ?[-–—] ?[0-9][0-9.,]*$',
} as const

const PLAIN = new RegExp(NUMBER_PATTERNS.plain)
const CELL = new RegExp(NUMBER_PATTERNS.cell, 'u')
const RANGE = new RegExp(NUMBER_PATTERNS.range)
let rewritten: ((text: string) => string) | undefined

/** A cell as a number, or undefined if it does not read as one. At most 6 decimals are kept. */
export function readNumber(text: string, format: NumberFormat): ReadNumber | undefined {
  if (format.scale === undefined && PLAIN.test(text)) return { value: Number(text) + 0, range: false }
  const folded = fold(text)
  const match = CELL.exec(folded) ?? CELL.exec(usualNumber(folded))
  if (match === null) return undefined
  const [, sign = '', innerSign = '', digits = '', scale = '', more = ''] = match
  if (sign !== '' && innerSign !== '') return undefined
  const size = readDigits(digits, format)
  if (size === undefined) return undefined
  const value = keepSixDecimals(size * (SCALES[scale] ?? format.scale ?? 1))
  if (value >= MAX_NUMBER) return undefined
  return { value: sign + innerSign === '-' ? 0 - value : value, range: more !== '' }
}

/** A folded text that is no plain number in the spelling of `NUMBER_PATTERNS.cell`, if it can be brought there. */
function usualNumber(folded: string): string {
  const lower = RANGE.exec(folded)?.[1]
  if (lower !== undefined) return `${lower}+`
  if (!isRewritable(folded)) return folded
  rewritten ??= compileRewrites(NUMBER_REWRITES)
  return rewritten(folded)
}

/** What a cell says about its column: the sign that must be the decimal one, or nothing if either reading fits. */
export function decimalSignOf(cell: string): '.' | ',' | undefined {
  const [run = ''] = /[.,]?[0-9](?:[0-9.,]|['\u2018\u2019\s](?=[0-9]{3}(?![0-9])))*/.exec(cell) ?? []
  const digits = run.replace(/[.,]+$/, '').replace(/[^0-9.,]/g, '')
  const isGrouped = /[^0-9.,]/.test(run)
  const points = count(digits, '.')
  const commas = count(digits, ',')
  if (points > 0 && commas > 0) return digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ','
  if (points + commas === 0) return undefined
  const sign = points > 0 ? '.' : ','
  if (points + commas > 1) return other(sign)
  const [whole = '', fraction = ''] = digits.split(sign)
  // `1.234` could be either; `0.125`, `.125`, `1234.567` and `1 234.567` cannot be groups.
  return fraction.length === 3 && /^[1-9][0-9]{0,2}$/.test(whole) && !isGrouped ? undefined : sign
}

function readDigits(digits: string, { decimal }: NumberFormat): number | undefined {
  const at = digits.lastIndexOf(decimal)
  const whole = at === -1 ? digits : digits.slice(0, at)
  const fraction = at === -1 ? '' : digits.slice(at + 1)
  const ungrouped = ungroup(whole, other(decimal))
  if (ungrouped === undefined || !/^[0-9]*$/.test(fraction) || ungrouped + fraction === '') return undefined
  const value = Number(`${ungrouped || '0'}.${fraction.slice(0, 15) || '0'}`)
  return value < MAX_NUMBER ? keepSixDecimals(value) : undefined
}

/** The digits of a whole part whose groups, if it has any, are groups of three. */
function ungroup(whole: string, group: string): string | undefined {
  if (/^[0-9]*$/.test(whole)) return whole
  const sign = /[^0-9]/.exec(whole)?.[0] ?? group
  if (sign !== group && !/['\s]/.test(sign)) return undefined
  const [first = '', ...rest] = whole.split(sign)
  const grouped = /^[0-9]{1,3}$/.test(first) && rest.every(part => /^[0-9]{3}$/.test(part))
  return grouped ? first + rest.join('') : undefined
}

function keepSixDecimals(value: number): number {
  return Math.floor(value * 1e6 + 0.5) / 1e6
}

function other(sign: '.' | ','): '.' | ',' {
  return sign === '.' ? ',' : '.'
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1
}
