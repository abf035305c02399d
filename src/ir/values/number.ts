/**
 * How a number is spelled in a column. `decimal` is the decimal sign; the other one of `.` and `,` groups,
 * as do spaces and apostrophes. No engine's own cast is used.
 */
export interface NumberFormat {
  readonly decimal: '.' | ','
}

export interface ReadNumber {
  readonly value: number
  /** The cell held `51-200` or `1000+`: its lower end was taken. */
  readonly range: boolean
}

/** From here on nothing is a number. */
export const LIMIT = 1e15

/** The signs of Unicode 17, in explicit ranges so that every engine knows the same. */
const CURRENCY_SIGNS =
  '$\u00a2-\u00a5\u058f\u060b\u07fe\u07ff\u09f2\u09f3\u09fb\u0af1\u0bf9\u0e3f\u17db\u20a0-\u20c1\ua838\ufdfc\ufe69\uff04\uffe0\uffe1\uffe5\uffe6\u{11fdd}-\u{11fe0}\u{1e2ff}\u{1ecb0}'
const CURRENCY = `(?:[${CURRENCY_SIGNS}]|US[$]|[Ee]uro|EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|JPY|CNY|INR|AUD|CAD)`
const SCALE = '(?:[kK]|[Tt]sd[.]?|M|[Mm]io[.]?|[Mm]rd[.]?|bn)'

/** Regular expressions in what every engine reads alike; the dialects print them. */
export const NUMBER_PATTERNS = {
  plain: '^-?[0-9]{1,15}$',
  /** Sign, sign behind the currency, digits, scale. */
  cell: `^([+-]?) ?${CURRENCY}? ?([+-]?)([0-9](?:[0-9.,' \u00a0\u202f]*[0-9.,'])?|[.,][0-9]+)[ \u00a0\u202f]*(${SCALE})? ?(?:%|${CURRENCY})?$`,
  /** `51-200`, `1000+`: its lower end. */
  range: '^([0-9][0-9.,]*)(?: ?[-–—] ?[0-9][0-9.,]*| ?[+])$',
} as const

const PLAIN = new RegExp(NUMBER_PATTERNS.plain)
const CELL = new RegExp(NUMBER_PATTERNS.cell, 'u')
const RANGE = new RegExp(NUMBER_PATTERNS.range)

/** By the scale in lower case and without its dot. */
export const SCALES: Readonly<Record<string, number>> = { k: 1e3, tsd: 1e3, m: 1e6, mio: 1e6, mrd: 1e9, bn: 1e9 }

/** A trimmed cell as a number, or undefined if it does not read as one. At most 6 decimals are kept. */
export function readNumber(text: string, format: NumberFormat): ReadNumber | undefined {
  if (PLAIN.test(text)) return { value: Number(text) + 0, range: false }
  const range = RANGE.exec(text)
  if (range?.[1] !== undefined) {
    const value = readDigits(range[1], format)
    return value === undefined ? undefined : { value, range: true }
  }
  const match = CELL.exec(text)
  if (match === null) return undefined
  const [, sign = '', innerSign = '', digits = '', scale] = match
  if (sign !== '' && innerSign !== '') return undefined
  const size = readDigits(digits, format)
  if (size === undefined) return undefined
  const value = keepSixDecimals(size * (scale === undefined ? 1 : (SCALES[scale.toLowerCase().replace('.', '')] ?? 1)))
  if (value >= LIMIT) return undefined
  return { value: sign + innerSign === '-' ? 0 - value : value, range: false }
}

/** What a cell says about its column: the sign that must be the decimal one, or nothing if either reading fits. */
export function decimalSignOf(cell: string): '.' | ',' | undefined {
  const digits = /[.,]?[0-9](?:[0-9.,]*[0-9])?/.exec(cell)?.[0] ?? ''
  const points = count(digits, '.')
  const commas = count(digits, ',')
  if (points > 0 && commas > 0) return digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ','
  if (points + commas === 0) return undefined
  const sign = points > 0 ? '.' : ','
  if (points + commas > 1) return other(sign)
  const [whole = '', fraction = ''] = digits.split(sign)
  // `1.234` could be either; `0.125`, `.125` and `1234.567` cannot be groups.
  return fraction.length === 3 && /^[1-9][0-9]{0,2}$/.test(whole) ? undefined : sign
}

function readDigits(digits: string, { decimal }: NumberFormat): number | undefined {
  const at = digits.lastIndexOf(decimal)
  const whole = at === -1 ? digits : digits.slice(0, at)
  const fraction = at === -1 ? '' : digits.slice(at + 1)
  const ungrouped = ungroup(whole, other(decimal))
  if (ungrouped === undefined || !/^[0-9]*$/.test(fraction) || ungrouped + fraction === '') return undefined
  const value = Number(`${ungrouped || '0'}.${fraction.slice(0, 15) || '0'}`)
  return value < LIMIT ? keepSixDecimals(value) : undefined
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
