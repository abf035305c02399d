import { countRanks, type Ranked } from './ranked.ts'

/** The share of won leads among the best ones of an order. */
export interface Gain {
  /** The share of all leads that is taken from the top. */
  readonly top: number
  readonly leads: number
  readonly won: number
  /** Won among them. */
  readonly rate: number
  /** Their share of all won. */
  readonly share: number
  /** Their rate over that of all leads. */
  readonly lift: number
}

/** Gains at several depths. Leads of equal scores at the cut share the last places evenly, so `won` may be a fraction. */
export function gains(ranked: Ranked, won: Uint8Array, tops: readonly number[]): Gain[] {
  const counts = countRanks(ranked, won)
  const all = won.length
  const allWon = counts.won.reduce((sum, count) => sum + count, 0)
  return tops.map(top => {
    const leads = top * all
    let places = leads
    let found = 0
    for (let rank = ranked.size - 1; rank >= 0 && places > 0; rank -= 1) {
      const [wonHere = 0, lostHere = 0] = [counts.won[rank], counts.lost[rank]]
      const here = wonHere + lostHere
      if (here === 0) continue
      const taken = Math.min(places, here)
      found += (wonHere * taken) / here
      places -= taken
    }
    const rate = leads === 0 ? 0 : found / leads
    return { top, leads, won: found, rate, share: ratio(found, allWon), lift: ratio(rate, ratio(allWon, all)) }
  })
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
