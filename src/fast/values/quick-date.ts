import type { BoundField } from '../../ir/plan/bound-field.ts'
import type { Fill, OneColumn } from './usual.ts'

const [ZERO, MINUS, POINT, SLASH, COLON, SPACE, LETTER_T] = [0x30, 0x2d, 0x2e, 0x2f, 0x3a, 0x20, 0x54]

/** Years that are looked up. */
const [FIRST_YEAR, YEARS] = [1900, 200]
const DAYS = 100 * 100
/** Forms of a date, and those of a time behind it: none, hours and minutes, seconds as well. */
const [DATE_FORMS, TIME_FORMS] = [3, 3]

/**
 * Dates of the length of `2026-03-02`, `02.03.2026` and `03/02/2026`, alone or with a time without a zone. Those of the same
 * form with the same digits are the same day, whatever their time of day.
 */
export function quickDate(
  { map, nulls }: BoundField,
  { cells: { width, starts, ends }, column, memory: { bytes }, classOf, find }: OneColumn,
): Fill | undefined {
  if (map.length > 0 || nulls.some(text => /^[0-9]/.test(text) && !/0000/.test(text))) return undefined
  const tables = Array.from({ length: DATE_FORMS * TIME_FORMS * YEARS }, (): Int32Array | undefined => undefined)

  /** Two digits; a number far beyond all others if they are none. */
  function two(at: number): number {
    const [tens, ones] = [(bytes[at] ?? 0) - ZERO, (bytes[at + 1] ?? 0) - ZERO]
    return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : 10_000_000
  }

  function isTime(at: number, length: number): boolean {
    const joint = bytes[at]
    if (joint !== SPACE && joint !== LETTER_T) return false
    if (bytes[at + 3] !== COLON || two(at + 1) > 23 || two(at + 4) > 59) return false
    return length === 6 || (bytes[at + 6] === COLON && two(at + 7) <= 59)
  }

  function quick(from: number, to: number): number {
    const length = to - from
    const time = length === 10 ? 0 : length === 16 ? 1 : length === 19 ? 2 : -1
    if (time < 0 || (time > 0 && !isTime(from + 10, length - 10))) return 0
    const [third, fifth] = [bytes[from + 2], bytes[from + 4]]
    let form = 0
    let [year, first, second] = [0, 0, 0]
    if (fifth === MINUS && bytes[from + 7] === MINUS) {
      year = two(from) * 100 + two(from + 2)
      first = two(from + 5)
      second = two(from + 8)
    } else if ((third === POINT || third === SLASH) && bytes[from + 5] === third) {
      form = third === POINT ? 1 : 2
      first = two(from)
      second = two(from + 3)
      year = two(from + 6) * 100 + two(from + 8)
    } else return 0
    if (first > 99 || second > 99 || year < FIRST_YEAR || year >= FIRST_YEAR + YEARS) return 0
    const index = (form * TIME_FORMS + time) * YEARS + (year - FIRST_YEAR)
    let table = tables[index]
    if (table === undefined) {
      table = new Int32Array(DAYS)
      tables[index] = table
    }
    const day = first * 100 + second
    const known = table[day] ?? 0
    if (known > 0) return known
    const found = classOf(from, to)
    table[day] = found
    return found
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
