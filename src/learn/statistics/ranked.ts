/** Scores as ranks of their distinct values, the lowest first; leads of equal scores have equal ranks. */
export interface Ranked {
  readonly ranks: Int32Array
  /** How many distinct values there are. */
  readonly size: number
}

/** Whole scores in a range up to this are counted instead of sorted. */
const COUNTED_RANGE = 1_000_000

/** Ranks scores. `NaN` (no score) ranks below every score. */
export function rankScores(scores: ArrayLike<number>): Ranked {
  let low = Infinity
  let high = -Infinity
  let whole = true
  for (let i = 0; i < scores.length; i += 1) {
    const score = scores[i] ?? Number.NaN
    if (Number.isNaN(score)) continue
    if (score < low) low = score
    if (score > high) high = score
    whole &&= Number.isInteger(score)
  }
  return whole && high - low <= COUNTED_RANGE ? rankByCounting(scores, low, high) : rankBySorting(scores)
}

/** One pass marks the values that occur, a second one numbers them. */
function rankByCounting(scores: ArrayLike<number>, low: number, high: number): Ranked {
  const width = high < low ? 1 : high - low + 2
  // Place 0 is for leads without a score.
  const ranks = new Int32Array(scores.length)
  const rankOf = new Int32Array(width)
  for (let i = 0; i < scores.length; i += 1) {
    const score = scores[i] ?? Number.NaN
    const place = Number.isNaN(score) ? 0 : score - low + 1
    ranks[i] = place
    rankOf[place] = 1
  }
  let size = 0
  for (let place = 0; place < width; place += 1) {
    const occurs = rankOf[place] ?? 0
    rankOf[place] = size
    size += occurs
  }
  for (let i = 0; i < ranks.length; i += 1) ranks[i] = rankOf[ranks[i] ?? 0] ?? 0
  return { ranks, size }
}

function rankBySorting(scores: ArrayLike<number>): Ranked {
  const sorted = Float64Array.from(scores, score => (Number.isNaN(score) ? -Infinity : score)).sort()
  const distinct = sorted.filter((score, index) => index === 0 || score !== sorted[index - 1])
  const ranks = Int32Array.from(scores, score => rankIn(distinct, Number.isNaN(score) ? -Infinity : score))
  return { ranks, size: distinct.length }
}

function rankIn(distinct: Float64Array, score: number): number {
  let low = 0
  let high = distinct.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((distinct[middle] ?? 0) < score) low = middle + 1
    else high = middle
  }
  return low
}

/** How many won and lost leads there are of each rank. */
export interface RankCounts {
  readonly won: Float64Array
  readonly lost: Float64Array
}

export function countRanks({ ranks, size }: Ranked, won: Uint8Array): RankCounts {
  const counts = { won: new Float64Array(size), lost: new Float64Array(size) }
  for (let i = 0; i < ranks.length; i += 1) {
    const rank = ranks[i] ?? 0
    const of = won[i] === 1 ? counts.won : counts.lost
    of[rank] = (of[rank] ?? 0) + 1
  }
  return counts
}
