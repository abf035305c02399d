import type { Bins } from '../bins/bins.ts'
import type { Fit, Gate } from './fit.ts'

/**
 * The conditions on a column that a table may stand behind: one level, a tenth of the leads as a threshold, known, missing.
 * All are said positively, so that a person can read them aloud.
 */
export function gatesOf({ bins, codes, settings, won }: Fit, column: number): Gate[] {
  const of = bins[column]
  if (of === undefined) return []
  const counts = new Float64Array(of.size)
  for (const bin of codes[column] ?? []) counts[bin] = (counts[bin] ?? 0) + 1
  const least = Math.max(settings.minLeads * 3, won.length * MIN_SHARE)
  const isLarge = (leads: number) => leads >= least && won.length - leads >= least
  const gate = (kind: Gate['kind'], bin: number, holds: (bin: number) => boolean): Gate => ({
    bins: column,
    kind,
    bin,
    set: Uint8Array.from({ length: of.size }, (_, each) => (holds(each) ? 1 : 0)),
  })
  const missing = counts[0] ?? 0
  if (!of.ordered) {
    return [...counts.keys()]
      .filter(bin => bin !== OTHER && isLarge(counts[bin] ?? 0) && isPositive(of, bin))
      .map(bin => gate(bin === 0 ? 'missing' : 'level', bin, each => each === bin))
  }
  const gates = isLarge(missing) ? [gate('missing', 0, bin => bin === 0), gate('known', 0, bin => bin > 0)] : []
  let below = missing
  let last = 0
  for (let bin = 2; bin < of.size; bin += 1) {
    below += counts[bin - 1] ?? 0
    if (below - last < won.length / STEPS) continue
    last = below
    if (below - missing < least || won.length - below < least) continue
    gates.push(gate('at_least', bin, each => each >= bin))
    gates.push(gate('below', bin, each => each > 0 && each < bin))
  }
  return gates
}

/** "Does not contain the word" is not used as a gate: people do not think in such conditions. */
function isPositive({ column, levels }: Bins, bin: number): boolean {
  if (column.kind === 'number' || column.test === undefined) return true
  // A condition cannot count events.
  return column.test.operator !== 'event' && levels[bin - 2]?.value === true
}

/** The bin of levels that are not listed. */
const OTHER = 1
const MIN_SHARE = 0.01
const STEPS = 10
