import { aucWithInterval } from '../statistics/auc.ts'
import { lossOf } from '../statistics/logistic.ts'
import { Z99 } from '../statistics/normal.ts'
import { rankScores } from '../statistics/ranked.ts'

/** Whether a card is better than nothing on leads that it was not learned from. */
export interface Signal {
  readonly auc: number
  /** The lower 99 % bound of DeLong. */
  readonly low: number
  /** Standard errors by which its loss is below that of the base rate. */
  readonly betterBy: number
  readonly accepted: boolean
}

/** One-sided 95 %. */
const MIN_BETTER = 1.64

/**
 * Both must hold: the order is better than chance, and the chances are better than everybody's. Either alone accepts some
 * outcomes that were drawn by lot.
 */
export function signalOf(margins: Float64Array, won: Uint8Array): Signal {
  const { auc, low } = aucWithInterval(rankScores(margins), won, Z99)
  const rate = won.reduce((sum, each) => sum + each, 0) / won.length
  const base = Math.log(rate / (1 - rate))
  const shift = shiftTo(rate, margins)
  const gains = Float64Array.from(
    margins,
    (margin, at) => lossOf(base, won[at] ?? 0) - lossOf(margin + shift, won[at] ?? 0),
  )
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length
  const variance = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / gains.length
  const betterBy = variance === 0 ? 0 : mean / Math.sqrt(variance / gains.length)
  return { auc, low, betterBy, accepted: low > 0.5 && betterBy > MIN_BETTER }
}

/**
 * What has to be added to all log odds so that their mean chance is the rate of these leads, which the base rate knows as
 * well: whether more is won than before is not what a card has to tell.
 */
function shiftTo(rate: number, margins: Float64Array): number {
  let shift = 0
  for (let step = 0; step < MAX_STEPS; step += 1) {
    let [sum, slope] = [0, 0]
    for (const margin of margins) {
      const chance = 1 / (1 + Math.exp(-(margin + shift)))
      sum += chance
      slope += chance * (1 - chance)
    }
    const change = slope === 0 ? 0 : (rate * margins.length - sum) / slope
    shift += Math.max(-2, Math.min(2, change))
    if (Math.abs(change) < 1e-9) break
  }
  return shift
}

const MAX_STEPS = 50
