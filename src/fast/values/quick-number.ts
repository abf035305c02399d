import type { BoundField } from '../../ir/plan/bound-field.ts'
import type { Fill, OneColumn } from './usual.ts'

const [ZERO, MINUS, POINT, COMMA] = [0x30, 0x2d, 0x2e, 0x2c]
/** Digits of a number that is exact. */
const MAX_DIGITS = 15
const MAX_DECIMALS = 6
/** Numbers below this are looked up. */
const SMALL = 8192

/** Numbers of digits and a decimal sign, by their place among all that they are compared with. */
export function quickNumber(
  { map, nulls, number }: BoundField,
  compared: readonly number[],
  { cells: { width, starts, ends }, column, memory: { bytes }, classOf, find }: OneColumn,
): Fill | undefined {
  const isNumeric = (text: string) => /^-?[0-9.,]*$/.test(text) && /[0-9]/.test(text)
  if (map.length > 0 || nulls.some(isNumeric)) return undefined
  const cuts = Float64Array.from([...new Set(compared)].sort((one, other) => one - other))
  const classes = new Int32Array(2 * cuts.length + 1)
  const small = new Int32Array(SMALL)
  const decimal = number.decimal === '.' ? POINT : COMMA

  /** Even for a place between two cuts, odd for one of them. */
  function placeOf(value: number): number {
    let place = 0
    while (place < cuts.length && (cuts[place] ?? 0) < value) place += 1
    return cuts[place] === value ? 2 * place + 1 : 2 * place
  }

  function quick(from: number, to: number): number {
    const isNegative = bytes[from] === MINUS
    let at = isNegative ? from + 1 : from
    const first = at
    let value = 0
    for (; at < to; at += 1) {
      const digit = (bytes[at] ?? 0) - ZERO
      if (digit < 0 || digit > 9) break
      value = value * 10 + digit
    }
    if (at === first || at - first > MAX_DIGITS) return 0
    if (at < to) {
      if (bytes[at] !== decimal) return 0
      const decimals = to - at - 1
      if (decimals < 1 || decimals > MAX_DECIMALS || to - first - 1 > MAX_DIGITS) return 0
      let scale = 1
      for (at += 1; at < to; at += 1) {
        const digit = (bytes[at] ?? 0) - ZERO
        if (digit < 0 || digit > 9) return 0
        value = value * 10 + digit
        scale *= 10
      }
      value = Math.floor((value / scale) * 1e6 + 0.5) / 1e6
    } else if (!isNegative && value < SMALL) {
      const known = small[value] ?? 0
      if (known > 0) return known
    }
    const place = placeOf(isNegative ? 0 - value : value)
    const known = classes[place] || classOf(from, to)
    classes[place] = known
    if (!isNegative && value < SMALL && Number.isInteger(value)) small[value] = known
    return known
  }

  return (ids, records) => {
    for (let record = 0; record < records; record += 1) {
      const cell = record * width + column
      const from = column === 0 ? (starts[record] ?? 0) : (ends[cell - 1] ?? 0) + 1
      const to = ends[cell] ?? 0
      ids[record] = quick(from, to) || find(from, to)
    }
  }
}
