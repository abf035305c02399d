import { type Block, isotonic, joined } from './isotonic.ts'
import { shareDifference } from './wilson.ts'

/** A band holds at least this many leads, or this share of all. */
const MIN_LEADS = 50
const MIN_SHARE = 1 / 50
/** Neighbours differ by so many standard errors. */
const MIN_DIFFERENCE = 2.5
const MAX_BANDS = 7

/** Few bands of scores: isotonic blocks, merged until each is large and differs from the next. */
export function bandsOf(scores: ArrayLike<number>, won: Uint8Array): Block[] {
  const least = Math.max(MIN_LEADS, scores.length * MIN_SHARE)
  const bands = isotonic(scores, won)
  for (;;) {
    const weakest = weakestPair(bands, least)
    if (weakest === undefined) return bands
    const [lower, upper] = [bands[weakest.index], bands[weakest.index + 1]]
    if (lower === undefined || upper === undefined) return bands
    if (!weakest.isSmall && weakest.difference > MIN_DIFFERENCE && bands.length <= MAX_BANDS) return bands
    bands.splice(weakest.index, 2, joined(lower, upper))
  }
}

interface Pair {
  readonly index: number
  readonly difference: number
  readonly isSmall: boolean
}

/** The neighbours that differ least; those of which one is too small come first. */
function weakestPair(bands: readonly Block[], least: number): Pair | undefined {
  let weakest: Pair | undefined
  for (let index = 0; index + 1 < bands.length; index += 1) {
    const [lower, upper] = [bands[index], bands[index + 1]]
    if (lower === undefined || upper === undefined) continue
    const isSmall = lower.leads < least || upper.leads < least
    const difference = shareDifference({ count: lower.won, of: lower.leads }, { count: upper.won, of: upper.leads })
    const isWeaker =
      weakest === undefined ||
      (isSmall && !weakest.isSmall) ||
      (isSmall === weakest.isSmall && difference < weakest.difference)
    if (isWeaker) weakest = { index, difference, isSmall }
  }
  return weakest
}
