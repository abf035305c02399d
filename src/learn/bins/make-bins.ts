import type { Bins, Level } from './bins.ts'
import type { Column, LevelColumn, NumberColumn } from './column.ts'
import { shortNumber } from './short-number.ts'

/** Numbers with at most this many different values keep them all, others get about as many quantiles. */
const MAX_BINS = 40
/** Levels of fewer leads than this are "other". */
const MIN_LEVEL = 10
const MAX_LEVELS = 200
/** Whole numbers with at most this many different values may be codes as well as amounts. */
const [MIN_CODES, MAX_CODES] = [5, 25]

/** The bins of a column, by the leads whose places are in `rows`. */
export function makeBins(column: Column, rows: Int32Array): Bins {
  return column.kind === 'number' ? numberBins(column, rows) : levelBins(column, rows)
}

function numberBins(column: NumberColumn, rows: Int32Array): Bins {
  const { values } = column
  const known = Float64Array.from(rows, row => values[row] ?? Number.NaN)
    .filter(value => !Number.isNaN(value))
    .sort()
  const { distinct, counts } = countDistinct(known)
  const lows =
    distinct.length <= MAX_BINS ? [-Infinity, ...distinct.slice(1)] : quantileLows(distinct, counts, known.length)
  const codes = new Uint8Array(values.length)
  for (let lead = 0; lead < values.length; lead += 1) codes[lead] = binOf(values[lead] ?? Number.NaN, lows)
  const isCode = distinct.length >= MIN_CODES && distinct.length <= MAX_CODES && distinct.every(Number.isInteger)
  const levels: Level[] = isCode ? distinct.map(value => ({ value, text: String(value) })) : []
  return { column, codes, size: lows.length + 1, ordered: true, lows, levels, alsoLevels: isCode }
}

function countDistinct(sorted: Float64Array): { readonly distinct: number[]; readonly counts: number[] } {
  const distinct: number[] = []
  const counts: number[] = []
  for (const value of sorted) {
    if (distinct.length > 0 && distinct[distinct.length - 1] === value)
      counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1
    else {
      distinct.push(value)
      counts.push(1)
    }
  }
  return { distinct, counts }
}

/** Cuts at about equal numbers of leads, each moved to a short number between two neighbouring values. */
function quantileLows(distinct: readonly number[], counts: readonly number[], total: number): number[] {
  const lows = [-Infinity]
  let passed = 0
  let next = total / MAX_BINS
  let last = 0
  const whole = distinct.every(Number.isInteger)
  for (const [at, value] of distinct.entries()) {
    if (at > 0 && passed >= next) {
      // Up to half of the way back to the last cut the bound may move.
      const back = Math.max(last, at - Math.max(1, Math.floor((at - last) / 2)))
      lows.push(shortNumber(distinct[back] ?? value, value, whole))
      last = at
      next = passed + (total - passed) / Math.max(1, MAX_BINS - lows.length + 1)
    }
    passed += counts[at] ?? 0
  }
  return [...new Set(lows)].sort((a, b) => a - b)
}

function binOf(value: number, lows: readonly number[]): number {
  if (Number.isNaN(value)) return 0
  let low = 0
  let high = lows.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (value >= (lows[middle] ?? 0)) low = middle
    else high = middle - 1
  }
  return low + 1
}

/** Whether a rulebook can name a value: `$name` would be a list, and long texts are unreadable. */
function isSayable(text: string): boolean {
  return text.length <= MAX_TEXT && !text.startsWith('$') && !/[\p{Cc}\p{Cs}]/u.test(text)
}

const MAX_TEXT = 120

function levelBins(column: LevelColumn, rows: Int32Array): Bins {
  const counts = new Float64Array(column.levels.length)
  for (const row of rows) {
    const code = column.codes[row] ?? -1
    if (code >= 0) counts[code] = (counts[code] ?? 0) + 1
  }
  const common = [...counts.keys()]
    .filter(code => (counts[code] ?? 0) >= MIN_LEVEL && isSayable(column.levels[code]?.text ?? ''))
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
    .slice(0, MAX_LEVELS)
  const binOfLevel = new Uint8Array(column.levels.length).fill(1)
  for (const [place, code] of common.entries()) binOfLevel[code] = place + 2
  const codes = new Uint8Array(column.codes.length)
  for (let lead = 0; lead < codes.length; lead += 1) {
    const code = column.codes[lead] ?? -1
    codes[lead] = code < 0 ? 0 : (binOfLevel[code] ?? 1)
  }
  const levels = common.flatMap(code => column.levels[code] ?? [])
  return { column, codes, size: common.length + 2, ordered: false, lows: [], levels, alsoLevels: false }
}
