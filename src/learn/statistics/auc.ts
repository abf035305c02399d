import { Z95 } from './normal.ts'
import { countRanks, type Ranked, rankScores } from './ranked.ts'
import type { Interval } from './wilson.ts'

/**
 * The area under the ROC curve: how often a won lead has a higher score than a lost one, ties counting half. Its
 * variance is that of E. R. DeLong, D. M. DeLong and D. L. Clarke-Pearson (Biometrics 44, 1988): each lead has a
 * placement, the share of the other side that it beats. As leads of equal scores have equal placements, these are a table
 * by rank, and nothing has to be sorted (X. Sun and W. Xu, IEEE Signal Processing Letters 21, 2014, sort midranks).
 */
export interface Auc extends Interval {
  readonly auc: number
  /** The standard error; `NaN` where a side has fewer than two leads. */
  readonly error: number
}

/** Placements by rank. */
interface Placements {
  readonly auc: number
  readonly ofWon: Float64Array
  readonly ofLost: Float64Array
}

export function aucOf(scores: ArrayLike<number>, won: Uint8Array): number {
  return placementsOf(rankScores(scores), won).auc
}

/** Leads of equal scores, counted. */
export interface ScoreGroup {
  readonly score: number
  readonly won: number
  readonly lost: number
}

/** The same where leads have been counted by their scores. */
export function aucOfGroups(groups: readonly ScoreGroup[]): number {
  const sorted = [...groups].sort((a, b) => a.score - b.score)
  let [wonCount, lostBelow, beaten] = [0, 0, 0]
  for (let from = 0; from < sorted.length; ) {
    let [won, lost] = [0, 0]
    const score = sorted[from]?.score
    for (; sorted[from]?.score === score && from < sorted.length; from += 1) {
      won += sorted[from]?.won ?? 0
      lost += sorted[from]?.lost ?? 0
    }
    beaten += won * (lostBelow + lost / 2)
    wonCount += won
    lostBelow += lost
  }
  return wonCount === 0 || lostBelow === 0 ? 0.5 : beaten / wonCount / lostBelow
}

export function aucWithInterval(ranked: Ranked, won: Uint8Array, z = Z95): Auc {
  const { auc, ofWon, ofLost } = placementsOf(ranked, won)
  const counts = countRanks(ranked, won)
  const variance = meanVariance(ofWon, counts.won, auc) + meanVariance(ofLost, counts.lost, auc)
  const error = Math.sqrt(variance)
  const half = Number.isNaN(error) ? 1 : z * error
  return { auc, error, low: Math.max(0, auc - half), high: Math.min(1, auc + half) }
}

/** The difference of two orders of the same leads, and how sure it is. */
export interface AucDifference extends Interval {
  /** The first less the second. */
  readonly difference: number
  readonly error: number
}

/** Paired: both orders are of the same leads, so only the difference of each lead's placements counts. */
export function compareAuc(first: Ranked, second: Ranked, won: Uint8Array, z = Z95): AucDifference {
  const [a, b] = [placementsOf(first, won), placementsOf(second, won)]
  const difference = a.auc - b.auc
  const sums = [0, 0]
  const counts = [0, 0]
  for (let i = 0; i < won.length; i += 1) {
    const side = won[i] === 1 ? 0 : 1
    const tables = side === 0 ? ([a.ofWon, b.ofWon] as const) : ([a.ofLost, b.ofLost] as const)
    const deviation = (tables[0][first.ranks[i] ?? 0] ?? 0) - (tables[1][second.ranks[i] ?? 0] ?? 0) - difference
    sums[side] = (sums[side] ?? 0) + deviation * deviation
    counts[side] = (counts[side] ?? 0) + 1
  }
  const [wonSum = 0, lostSum = 0] = sums
  const [wonCount = 0, lostCount = 0] = counts
  const error = Math.sqrt(wonSum / (wonCount - 1) / wonCount + lostSum / (lostCount - 1) / lostCount)
  const half = Number.isNaN(error) ? 1 : z * error
  return { difference, error, low: difference - half, high: difference + half }
}

function placementsOf(ranked: Ranked, won: Uint8Array): Placements {
  const counts = countRanks(ranked, won)
  const [wonCount, lostCount] = [sumOf(counts.won), sumOf(counts.lost)]
  const ofWon = new Float64Array(ranked.size)
  const ofLost = new Float64Array(ranked.size)
  let wonBelow = 0
  let lostBelow = 0
  let beaten = 0
  for (let rank = 0; rank < ranked.size; rank += 1) {
    const [wonHere = 0, lostHere = 0] = [counts.won[rank], counts.lost[rank]]
    const placement = (lostBelow + lostHere / 2) / lostCount
    ofWon[rank] = placement
    ofLost[rank] = (wonCount - wonBelow - wonHere / 2) / wonCount
    beaten += placement * wonHere
    wonBelow += wonHere
    lostBelow += lostHere
  }
  return { auc: wonCount === 0 || lostCount === 0 ? 0.5 : beaten / wonCount, ofWon, ofLost }
}

/** The variance of the mean of values that occur so often. */
function meanVariance(values: Float64Array, counts: Float64Array, mean: number): number {
  let sum = 0
  for (let rank = 0; rank < values.length; rank += 1) sum += (counts[rank] ?? 0) * ((values[rank] ?? 0) - mean) ** 2
  const count = sumOf(counts)
  return sum / (count - 1) / count
}

function sumOf(values: Float64Array): number {
  let sum = 0
  for (let i = 0; i < values.length; i += 1) sum += values[i] ?? 0
  return sum
}
