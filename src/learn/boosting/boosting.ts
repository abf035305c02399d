import type { Bins } from '../bins/bins.ts'
import { createRandom } from '../statistics/random.ts'
import { type Compact, growTree, leafOf, type Node } from './tree.ts'

/** Boosted trees of a few hundred leaves: a benchmark for these columns without the need to be readable. */
export type Boosted = (lead: number) => number

const RATE = 0.1
const MAX_TREES = 200
const PATIENCE = 10
/** One lead in so many judges when to stop. */
const HOLDOUT_STRIDE = 10

/** Gradient boosting on histograms, as in LightGBM (G. Ke et al., NIPS 2017), stopped on leads that are held back. */
export function boost(bins: readonly Bins[], won: Uint8Array, rows: Int32Array, seed: number): Boosted {
  const random = createRandom(seed)
  const isHeld = Uint8Array.from(rows, () => (random(HOLDOUT_STRIDE) === 0 ? 1 : 0))
  // The leads that are learned from lie side by side: most of the time goes into reading them in turn.
  const columns = bins.map(({ codes, size, ordered }): Compact => {
    return { codes: Uint8Array.from(rows, row => codes[row] ?? 0), size, ordered }
  })
  const ownWon = Uint8Array.from(rows, row => won[row] ?? 0)
  const places = Int32Array.from(rows, (_, place) => place)
  const fitted = places.filter(place => isHeld[place] === 0)
  const judging = places.filter(place => isHeld[place] === 1)
  const wins = fitted.reduce((sum, place) => sum + (ownWon[place] ?? 0), 0)
  const start = Math.log((wins + 0.5) / (fitted.length - wins + 0.5))
  const margins = new Float64Array(rows.length).fill(start)
  const [first, second] = [new Float64Array(rows.length), new Float64Array(rows.length)]
  const trees: Node[] = []
  let [bestLoss, kept] = [Infinity, 0]
  while (trees.length < MAX_TREES && trees.length - kept < PATIENCE) {
    for (let place = 0; place < rows.length; place += 1) {
      const chance = 1 / (1 + Math.exp(-(margins[place] ?? 0)))
      first[place] = (ownWon[place] ?? 0) - chance
      second[place] = chance * (1 - chance)
    }
    const tree = growTree(columns, { first, second }, fitted, RATE)
    trees.push(tree)
    for (let place = 0; place < rows.length; place += 1) {
      margins[place] = (margins[place] ?? 0) + leafOf(tree, columns, place)
    }
    const loss = judging.reduce(
      (sum, place) => sum + Math.log1p(Math.exp(ownWon[place] === 1 ? -(margins[place] ?? 0) : (margins[place] ?? 0))),
      0,
    )
    if (loss < bestLoss - 1e-7) [bestLoss, kept] = [loss, trees.length]
  }
  const used = trees.slice(0, kept)
  return lead => used.reduce((sum, tree) => sum + leafOf(tree, bins, lead), start)
}
