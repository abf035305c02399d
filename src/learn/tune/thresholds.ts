import { quantileOf } from '../statistics/quantile.ts'

/** The request for the threshold of SQL. */
export type ThresholdWish =
  | { readonly by: 'capacity'; readonly perWeek: number }
  /** Call if the expected value of a win exceeds the cost of a call. */
  | { readonly by: 'value'; readonly value: number; readonly cost: number }
  /** A share of the leads. */
  | { readonly by: 'share'; readonly share: number }

/** A score, and how many leads reach it. */
export interface Threshold {
  readonly score: number
  readonly leads: number
  /** Of leads with a day: how many reach it in a week, in a tenth, half and nine tenths of the weeks. */
  readonly weekly:
    | { readonly mean: number; readonly low: number; readonly middle: number; readonly high: number }
    | undefined
}

const DAYS = 7

/** The score that as many leads as possible up to a wanted number reach, nearest to it. Leads of equal scores stay together. */
export function thresholdFor(scores: Float64Array, wanted: number): number {
  const sorted = Float64Array.from(scores).sort().reverse()
  let best = { score: (sorted[0] ?? 0) + 1, distance: wanted }
  for (let at = 0; at < sorted.length; at += 1) {
    const score = sorted[at] ?? 0
    if (sorted[at + 1] === score) continue
    const distance = Math.abs(at + 1 - wanted)
    if (distance < best.distance) best = { score, distance }
    else if (at + 1 > wanted) break
  }
  return best.score
}

/** Whole weeks that days span. */
export function weeksOf(days: Float64Array): number {
  let [low, high] = [Infinity, -Infinity]
  for (const day of days) {
    if (Number.isNaN(day)) continue
    if (day < low) low = day
    if (day > high) high = day
  }
  return high < low ? 0 : (high - low + 1) / DAYS
}

export function thresholdAt(score: number, scores: Float64Array, days: Float64Array | undefined): Threshold {
  const reaching = scores.reduce((count, each) => (each >= score ? count + 1 : count), 0)
  return { score, leads: reaching, weekly: days === undefined ? undefined : weeklyOf(score, scores, days) }
}

function weeklyOf(score: number, scores: Float64Array, days: Float64Array): Threshold['weekly'] {
  const known = days.filter(day => !Number.isNaN(day))
  const first = known.reduce((low, day) => (day < low ? day : low), Infinity)
  const weeks = Math.max(1, Math.ceil(weeksOf(days)))
  const counts = new Float64Array(weeks)
  for (const [lead, day] of days.entries()) {
    if (Number.isNaN(day) || (scores[lead] ?? 0) < score) continue
    const week = Math.min(weeks - 1, Math.floor((day - first) / DAYS))
    counts[week] = (counts[week] ?? 0) + 1
  }
  const all = counts.reduce((sum, count) => sum + count, 0)
  const at = (share: number) => quantileOf(counts, share) ?? 0
  return { mean: all / Math.max(1, weeksOf(days)), low: at(0.1), middle: at(0.5), high: at(0.9) }
}
