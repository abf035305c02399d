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

const LIMIT = 1e15
const PLAIN = /^-?[0-9]{1,15}$/
const CURRENCY = '(?:€|\\$|£|¥|EUR|USD|GBP|CHF|Euro|US\\$)'
const SCALE = '(?:k|Tsd\\.?|M|Mio\\.?|Mrd\\.?|bn)'
const CELL = new RegExp(
  `^([+-]?) ?${CURRENCY}? ?([+-]?)([0-9][0-9.,' \\u00a0\\u202f]*|[.,][0-9]+) ?(${SCALE})? ?(?:%|${CURRENCY})?$`,
  'i',
)
const RANGE = /^([0-9][0-9.,]*)(?: ?[-–—] ?[0-9][0-9.,]*| ?\+)$/

const SCALES: Readonly<Record<string, number>> = { k: 1e3, tsd: 1e3, m: 1e6, mio: 1e6, mrd: 1e9, bn: 1e9 }

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
  const size = readDigits(digits.trim(), format)
  if (size === undefined) return undefined
  const value = keepSixDecimals(size * (scale === undefined ? 1 : (SCALES[scale.toLowerCase().replace('.', '')] ?? 1)))
  if (value >= LIMIT) return undefined
  return { value: sign + innerSign === '-' ? 0 - value : value, range: false }
}

/** What a cell says about its column: the sign that must be the decimal one, or nothing if either reading fits. */
export function decimalSignOf(text: string): '.' | ',' | undefined {
  const points = count(text, '.')
  const commas = count(text, ',')
  if (points > 0 && commas > 0) return text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ','
  if (points + commas === 0) return undefined
  const sign = points > 0 ? '.' : ','
  if (points + commas > 1) return other(sign)
  const decimals = /[.,]([0-9]*)/.exec(text)?.[1] ?? ''
  const leading = /([0-9]*)[.,]/.exec(text)?.[1] ?? ''
  return decimals.length === 3 && leading !== '' && leading.length <= 3 ? undefined : sign
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
