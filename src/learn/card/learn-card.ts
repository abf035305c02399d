import type { Bins } from '../bins/bins.ts'
import { addByBin, type Fit, maskOf, startFit, sumsOf, type Table, updateChances, weightsByBin } from './fit.ts'
import { fitIntercept, sweep } from './newton.ts'
import { findBest, type Proposal, propose } from './search.ts'
import type { Settings } from './settings.ts'
import { weightOf } from './sums.ts'

/** The input of learning: columns in bins, outcomes, and the leads to use. */
export interface Lesson {
  readonly bins: readonly Bins[]
  readonly won: Uint8Array
  readonly rows: Int32Array
  /** Log odds by rules that are kept, by lead. */
  readonly offset?: Float64Array | undefined
}

/** Gates are looked for once so many tables are there. */
const FIRST_GATED = 3
/** After so many tables all of them are cut again. */
const RECUT_EVERY = 4
const MIN_GAIN = 0.5

/**
 * Learns a card: forward, one table after the other, the one that gains most; all weights are fitted after each, and tables
 * are cut again while the others stand.
 */
export function learnCard({ bins, won, rows, offset }: Lesson, settings: Settings): Fit {
  const fit = startFit(bins, won, rows, settings, offset)
  if (offset !== undefined) fitIntercept(fit)
  const least = Math.max(MIN_GAIN, settings.groupCost)
  while (fit.tables.length < settings.maxRules) {
    const gated = fit.tables.filter(({ gate }) => gate !== undefined).length
    const mayGate = gated < settings.maxGates
    const plain = findBest(fit, mayGate && fit.tables.length >= FIRST_GATED)
    // Columns that tell something only together are told by no plain table.
    const found = mayGate && (plain === undefined || plain.gain < least) ? findBest(fit, true) : plain
    if (found === undefined || found.gain < least) break
    fit.tables.push(tableOf(fit, found))
    sweep(fit, fit.tables.length < RECUT_EVERY ? 4 : 3)
    if (fit.tables.length % RECUT_EVERY === 0) cutAgain(fit)
  }
  cutAgain(fit)
  sweep(fit, FINAL_SWEEPS)
  return fit
}

const FINAL_SWEEPS = 30

function tableOf(fit: Fit, { bins, gate, ordered, cut }: Proposal): Table {
  const weights = new Float64Array(cut.count)
  return { bins, gate, mask: maskOf(fit, gate), ordered, groups: cut.groups, weights }
}

/** Cuts each table anew, as if it were taken out and put in again. */
function cutAgain(fit: Fit): void {
  const { ridge } = fit.settings
  for (const table of fit.tables) {
    updateChances(fit)
    const sums = sumsOf(fit, table.bins, table.mask)
    const before = weightsByBin(table)
    for (const [bin, weight] of before.entries())
      sums.first[bin] = (sums.first[bin] ?? 0) + (sums.second[bin] ?? 0) * weight
    const found = propose(fit, table.bins, sums, table.gate)
    if (found === undefined) continue
    addByBin(
      fit,
      table,
      before.map(weight => -weight),
    )
    const { groups, count } = found.cut
    table.groups = groups
    table.ordered = found.ordered
    const [first, second] = [new Float64Array(count), new Float64Array(count)]
    for (const [bin, group] of groups.entries()) {
      first[group] = (first[group] ?? 0) + (sums.first[bin] ?? 0)
      second[group] = (second[group] ?? 0) + (sums.second[bin] ?? 0)
    }
    table.weights = first.map((sum, group) => ((second[group] ?? 0) > 0 ? weightOf(sum, second[group] ?? 0, ridge) : 0))
    addByBin(fit, table, weightsByBin(table))
    sweep(fit, 1)
  }
}
