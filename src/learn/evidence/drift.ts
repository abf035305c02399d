import type { Bins } from '../bins/bins.ts'
import type { Fold } from '../choice/folds.ts'
import { aucOfGroups, type ScoreGroup } from '../statistics/auc.ts'

/** How a column changed over time: valued on the earlier leads, looked at on the later ones. */
export interface ColumnDrift {
  readonly early: number
  readonly late: number
  readonly kind: 'turned' | 'faded' | 'population'
}

const PRIOR = 20
const [TOLD_EARLY, CHANCE, FADED] = [0.55, 0.5, 0.08]
/** Population stability index: above 1 it is another population. */
const MAX_STABILITY = 1

/** Undefined: it means later what it meant earlier. */
export function driftOf({ codes, size }: Bins, won: Uint8Array, { train, test }: Fold): ColumnDrift | undefined {
  const count = (rows: Int32Array) => {
    const [leads, wins] = [new Float64Array(size), new Float64Array(size)]
    for (const row of rows) {
      const bin = codes[row] ?? 0
      leads[bin] = (leads[bin] ?? 0) + 1
      wins[bin] = (wins[bin] ?? 0) + (won[row] ?? 0)
    }
    return { leads, wins }
  }
  const [before, after] = [count(train), count(test)]
  const base = before.wins.reduce((sum, each) => sum + each, 0) / train.length
  const values = before.leads.map((leads, bin) => ((before.wins[bin] ?? 0) + PRIOR * base) / (leads + PRIOR))
  const separation = ({ leads, wins }: typeof before) =>
    aucOfGroups(
      [...values].map((score, bin): ScoreGroup => {
        const won = wins[bin] ?? 0
        return { score, won, lost: (leads[bin] ?? 0) - won }
      }),
    )
  const [early, late] = [separation(before), separation(after)]
  if (early > TOLD_EARLY && late < CHANCE) return { early, late, kind: 'turned' }
  if (early - late > FADED) return { early, late, kind: 'faded' }
  let stability = 0
  for (let bin = 0; bin < size; bin += 1) {
    const [p, q] = [((before.leads[bin] ?? 0) + 0.5) / train.length, ((after.leads[bin] ?? 0) + 0.5) / test.length]
    stability += (p - q) * Math.log(p / q)
  }
  return stability > MAX_STABILITY ? { early, late, kind: 'population' } : undefined
}
