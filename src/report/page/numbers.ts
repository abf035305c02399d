import { thousands } from '../numbers.ts'

/** How a language spells numbers, shares and days. */
export interface Spelling {
  number(value: number): string
  /** At most two decimals. */
  decimal(value: number, digits?: number): string
  percent(part: number, whole: number): string
  /** With its sign: `+3`, `−3`, `±0`. */
  change(value: number): string
  day(iso: string): string
  money(value: number, currency: string): string
}

export const ENGLISH: Spelling = spellingOf({ group: ',', point: '.', percent: '%', day: iso => iso })

export const GERMAN: Spelling = spellingOf({
  group: '.',
  point: ',',
  percent: '\u{a0}%',
  day: iso => iso.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3.$2.$1'),
})

interface Signs {
  readonly group: string
  readonly point: string
  readonly percent: string
  readonly day: (iso: string) => string
}

function spellingOf({ group, point, percent, day }: Signs): Spelling {
  const number = (value: number) => {
    const [whole = '', decimals] = thousands(Math.abs(value)).split('.')
    const digits = whole.replaceAll(',', group) + (decimals === undefined ? '' : point + decimals)
    return value < 0 ? `\u{2212}${digits}` : digits
  }
  const decimal = (value: number, digits = 1) => {
    const [whole = '', decimals = ''] = Math.abs(value).toFixed(digits).split('.')
    const text = number(Number(whole)) + (decimals === '' ? '' : point + decimals)
    return value < 0 ? `\u{2212}${text}` : text
  }
  return {
    number,
    decimal,
    percent(part, whole) {
      if (whole === 0) return '\u{2013}'
      const share = (100 * part) / whole
      if (part > 0 && share < 0.05) return `<0${point}1${percent}`
      return (part < whole && share >= 99.95 ? `99${point}9` : decimal(share)) + percent
    },
    change: value => (value > 0 ? `+${number(value)}` : value < 0 ? number(value) : '\u{b1}0'),
    day,
    money: (value, currency) => `${decimal(value, Math.abs(value) < 100 ? 2 : 0)}\u{a0}${currency}`,
  }
}
