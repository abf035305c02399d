import { createRandom, shuffle } from '../statistics/random.ts'

/** The search never needs more leads than this, half of them won if there are so many. */
const MAX_ROWS = 30_000

/**
 * The leads that tables are searched on. Won and lost leads may be drawn at different rates: that moves the intercept of a
 * logistic regression and nothing else (R. Prentice and R. Pyke, Biometrika 66, 1979), and all weights are fitted again on
 * all leads.
 */
export function sampleRows(rows: Int32Array, won: Uint8Array, seed: number): Int32Array {
  if (rows.length <= MAX_ROWS) return rows
  const random = createRandom(seed)
  const ofWon = rows.filter(row => won[row] === 1)
  const ofLost = rows.filter(row => won[row] !== 1)
  const wonShare = Math.min(ofWon.length, Math.max(MAX_ROWS / 2, MAX_ROWS - ofLost.length))
  const chosen = [draw(ofWon, wonShare, random), draw(ofLost, MAX_ROWS - wonShare, random)]
  return Int32Array.from(chosen.flatMap(part => [...part])).sort()
}

function draw(rows: Int32Array, count: number, random: ReturnType<typeof createRandom>): Int32Array {
  return shuffle(Int32Array.from(rows), random).slice(0, count)
}
