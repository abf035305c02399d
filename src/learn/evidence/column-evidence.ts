import type { Bins } from '../bins/bins.ts'
import { aucOfGroups } from '../statistics/auc.ts'
import { wilson } from '../statistics/wilson.ts'

/** How well one column alone predicts the outcome, and the reason. Shares are from 0 to 1. */
export interface ColumnEvidence {
  /** AUC of the column alone; each half of the leads is valued by the other. */
  readonly alone: number
  readonly filledWon: number
  readonly filledLost: number
  /** Of closed and of open leads; undefined without open leads. */
  readonly filledOpen: number | undefined
  /** Of all won leads: those in levels of which nearly all are won. */
  readonly pure: number
  /** Nearly all leads with a value are won, or nearly none is. */
  readonly onlyFor: 'won' | 'lost' | undefined
  /** Of a date: the share of filled leads that have one after the day they came in. */
  readonly later: number | undefined
}

/** Endings of leads in columns that hold open ones, too. */
export const LOST = 0
export const WON = 1
export const OPEN = 2

/** Shrinks the rate of a level to that of all leads, as if so many more were there. */
const PRIOR = 5
const NEARLY_ALL = 0.9
const [MIN_WON_FOR, MIN_LOST_FOR] = [20, 50]
const MIN_PURE = 20

export function evidenceOf(bins: Bins, endings: Uint8Array, closed: Int32Array): ColumnEvidence {
  const [counts, wins] = countBins(bins, endings, closed)
  const won = sum(wins)
  const base = won / closed.length
  const filled = { won: won - (wins[0] ?? 0), all: closed.length - (counts[0] ?? 0) }
  return {
    alone: aloneOf(bins, endings, closed, base),
    filledWon: ratio(filled.won, won),
    filledLost: ratio(filled.all - filled.won, closed.length - won),
    filledOpen: filledOpen(bins, endings),
    pure: ratio(pureWins(counts, wins), won),
    onlyFor: onlyFor(bins, counts, wins, closed.length, base),
    later: bins.column.later,
  }
}

function countBins(
  { codes, size }: Bins,
  endings: Uint8Array,
  rows: Int32Array,
): readonly [Float64Array, Float64Array] {
  const [counts, wins] = [new Float64Array(size), new Float64Array(size)]
  for (const row of rows) {
    const bin = codes[row] ?? 0
    counts[bin] = (counts[bin] ?? 0) + 1
    wins[bin] = (wins[bin] ?? 0) + (endings[row] === WON ? 1 : 0)
  }
  return [counts, wins]
}

/** A lead's half depends on its position only (Knuth's multiplicative hash), so that neighbours are spread. */
function halfOf(row: number): number {
  return (Math.imul(row, 2654435761) >>> 16) & 1
}

/** Every bin of a half is scored by the rate of the same bin in the other half. */
function aloneOf({ codes, size }: Bins, endings: Uint8Array, closed: Int32Array, base: number): number {
  const [counts, wins] = [new Float64Array(2 * size), new Float64Array(2 * size)]
  for (const row of closed) {
    const at = halfOf(row) * size + (codes[row] ?? 0)
    counts[at] = (counts[at] ?? 0) + 1
    wins[at] = (wins[at] ?? 0) + (endings[row] === WON ? 1 : 0)
  }
  const rateAt = (at: number) => ((wins[at] ?? 0) + PRIOR * base) / ((counts[at] ?? 0) + PRIOR)
  const groups = [...counts.keys()].map(at => {
    const won = wins[at] ?? 0
    return { score: rateAt((at + size) % (2 * size)), won, lost: (counts[at] ?? 0) - won }
  })
  return aucOfGroups(groups)
}

function filledOpen({ codes }: Bins, endings: Uint8Array): number | undefined {
  let [open, filled] = [0, 0]
  for (let row = 0; row < endings.length; row += 1) {
    if (endings[row] !== OPEN) continue
    open += 1
    if ((codes[row] ?? 0) > 0) filled += 1
  }
  return open < MIN_OPEN ? undefined : filled / open
}

/** With fewer open leads nothing is concluded. */
const MIN_OPEN = 20

function pureWins(counts: Float64Array, wins: Float64Array): number {
  return wins.reduce((pure, won, bin) => {
    const count = counts[bin] ?? 0
    return count >= MIN_PURE && wilson(won, count).low > NEARLY_ALL ? pure + won : pure
  }, 0)
}

/** Of those with a value, and of those with a value that is neither 0 nor no. */
function onlyFor(
  bins: Bins,
  counts: Float64Array,
  wins: Float64Array,
  leads: number,
  base: number,
): ColumnEvidence['onlyFor'] {
  const blank = nothings(bins)
  for (const from of [(bin: number) => bin > 0, (bin: number) => bin > 0 && !blank.has(bin)]) {
    const count = sum(counts.filter((_, bin) => from(bin)))
    const won = sum(wins.filter((_, bin) => from(bin)))
    if (count > leads * MOSTLY_FILLED) continue
    const { low, high } = wilson(won, count)
    if (count >= MIN_WON_FOR && low > NEARLY_ALL && low > base * 1.5) return 'won'
    if (count >= MIN_LOST_FOR && high < base / 10) return 'lost'
  }
  return undefined
}

const MOSTLY_FILLED = 0.98

/** Bins that mean "none": 0, no, false. */
function nothings({ ordered, lows, levels, column }: Bins): ReadonlySet<number> {
  if (!ordered)
    return new Set(
      levels.flatMap(({ value }, place) => (value === false || value === 'no' || value === '0' ? [place + 2] : [])),
    )
  const least =
    column.kind === 'number' ? column.values.reduce((low, value) => (value < low ? value : low), Infinity) : 0
  return least === 0 && (lows[1] ?? 1) > 0 ? new Set([1]) : new Set()
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0)
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
