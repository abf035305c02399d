import type { Comparison, ListComparison } from '../../ir/results/backtest.ts'
import { compareAuc } from '../statistics/auc.ts'
import { mcnemarExact } from '../statistics/mcnemar.ts'
import { rankScores } from '../statistics/ranked.ts'

/** Compares two orders of the same leads: their separation and their call lists. */
export function compareOrders(
  first: Float64Array,
  second: Float64Array,
  won: Uint8Array,
  tops: readonly number[],
): Comparison {
  const { difference, low, high } = compareAuc(rankScores(first), rankScores(second), won)
  return {
    difference,
    low,
    high,
    verdict: low > 0 ? 'better' : high < 0 ? 'worse' : 'same',
    lists: tops.map(top => compareLists(first, second, won, top)),
  }
}

const DIFFERS = 0.05

/** Equally many best leads of both orders; of equal scores the earlier in the file. */
function compareLists(first: Float64Array, second: Float64Array, won: Uint8Array, top: number): ListComparison {
  const count = Math.round(top * won.length)
  const [ofFirst, ofSecond] = [bestOf(first, count), bestOf(second, count)]
  const onlyFirst = exchanged(ofFirst, ofSecond, won)
  const onlySecond = exchanged(ofSecond, ofFirst, won)
  const differs = mcnemarExact(onlyFirst.won, onlySecond.won) < DIFFERS
  return { top, leads: count, only_first: onlyFirst, only_second: onlySecond, differs }
}

function bestOf(scores: Float64Array, count: number): Set<number> {
  const scoreOf = (lead: number) => {
    const score = scores[lead] ?? Number.NaN
    return Number.isNaN(score) ? -Infinity : score
  }
  const order = Int32Array.from(scores.keys()).sort((a, b) => compareDown(scoreOf(a), scoreOf(b)) || a - b)
  return new Set(order.subarray(0, count))
}

/** Differences of infinities are no number. */
function compareDown(a: number, b: number): number {
  return a === b ? 0 : a > b ? -1 : 1
}

function exchanged(list: ReadonlySet<number>, other: ReadonlySet<number>, won: Uint8Array) {
  let [leads, wins] = [0, 0]
  for (const lead of list) {
    if (other.has(lead)) continue
    leads += 1
    wins += won[lead] ?? 0
  }
  return { leads, won: wins }
}
