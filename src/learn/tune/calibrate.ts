import { POINTS_PER_DOUBLING } from '../card/points.ts'
import { bandsOf } from '../statistics/bands.ts'
import { fitLogistic, type LogisticLine } from '../statistics/logistic.ts'
import { wilson } from '../statistics/wilson.ts'
import type { Judged } from './learn.ts'

/** A span of scores and the share of leads in it that were won, on leads that were not learned from. */
export interface Band {
  /** The lowest log odds of the band. */
  readonly from: number
  readonly leads: number
  readonly won: number
  readonly rate: number
  readonly low: number
  readonly high: number
}

export interface Calibration {
  /** From the log odds of the card to those that were seen. */
  readonly line: LogisticLine
  readonly bands: readonly Band[]
}

/** Lowest band first. Chances are never fitted on the leads that the card was learned from: they would be too bold. */
export function calibrate({ margins, won }: Judged): Calibration {
  const sorted = Float64Array.from(margins).sort()
  const bands = bandsOf(margins, won).map(({ low, leads, won: wins }) => ({
    from: between(low, sorted),
    leads,
    won: wins,
    rate: wins / leads,
    ...wilson(wins, leads),
  }))
  return { line: fitLogistic(margins, won), bands }
}

/**
 * Halfway to the next lower lead: the cards that judged these leads have other weights than the one that is written, and
 * a bound right at a lead could lie above all leads that score the same by that one.
 */
function between(low: number, sorted: Float64Array): number {
  const at = sorted.findLastIndex(margin => margin < low)
  return at < 0 ? low : (low + (sorted[at] ?? low)) / 2
}

/** The lowest whole score at which the log odds are reached. `zero`: the log odds of a score of 0. */
export function scoreFor(logOdds: number, zero: number): number {
  return Math.ceil(((logOdds - zero) / Math.LN2) * POINTS_PER_DOUBLING - 1e-9)
}

/** The log odds of the card at which a chance is seen. */
export function logOddsFor(chance: number, { intercept, slope }: LogisticLine): number {
  const seen = Math.log(chance / (1 - chance))
  return slope <= 0 ? seen : (seen - intercept) / slope
}
