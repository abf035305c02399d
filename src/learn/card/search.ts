import { type Cut, cutLevels, cutOrdered } from './cut-table.ts'
import { type Fit, type Gate, sumsOf, updateChances } from './fit.ts'
import { gatesOf } from './gates.ts'
import { emptySums, gainOf, type Sums } from './sums.ts'

/** A table that could be added. */
export interface Proposal {
  readonly bins: number
  readonly gate: Gate | undefined
  readonly ordered: boolean
  readonly cut: Cut
  readonly gain: number
}

/** The table that gains most at the present chances, if any gains anything. */
export function findBest(fit: Fit, withGates: boolean): Proposal | undefined {
  updateChances(fit)
  const plain = new Set(fit.tables.filter(({ gate }) => gate === undefined).map(({ bins }) => bins))
  let best: Proposal | undefined
  for (const column of fit.bins.keys()) {
    // A field has one plain table; gated ones may repeat it.
    if (plain.has(column)) continue
    const found = propose(fit, column, sumsOf(fit, column, undefined), undefined)
    if (found !== undefined && (best === undefined || found.gain > best.gain)) best = found
  }
  return withGates ? bestGated(fit, best) : best
}

/** The best table of a column, given its sums; few whole numbers are tried as levels, too. */
export function propose(fit: Fit, column: number, sums: Sums, gate: Gate | undefined): Proposal | undefined {
  const { bins, settings } = fit
  const of = bins[column]
  if (of === undefined) return undefined
  const direction = settings.directions.get(of.column.field)
  const ordered = of.ordered ? cutOrdered(sums, settings, direction) : undefined
  const levels = of.ordered && !(of.alsoLevels && direction === undefined) ? undefined : cutLevels(sums, settings)
  const isOrdered = ordered !== undefined && (levels === undefined || ordered.gain >= levels.gain)
  const cut = isOrdered ? ordered : levels
  if (cut === undefined) return undefined
  const cost = gate === undefined ? 0 : settings.gateCost
  return { bins: column, gate, ordered: isOrdered, cut, gain: cut.gain - cost }
}

/** Columns that are tried behind gates and as gates, and the leads that their counts are taken from. */
const MAX_GATE_COLUMNS = 16
const MAX_GATE_LEADS = 40_000

/**
 * The best table behind a condition, if one is better than `best`: of each pair of columns one table of sums, in which
 * every gate is a few rows or columns.
 */
function bestGated(fit: Fit, best: Proposal | undefined): Proposal | undefined {
  const columns = gateColumns(fit)
  const gates = new Map(columns.map(column => [column, gatesOf(fit, column)]))
  let found = best
  for (const [at, one] of columns.entries()) {
    for (const other of columns.slice(at + 1)) {
      const sides = [
        { column: one, gating: other },
        { column: other, gating: one },
      ].filter(({ column, gating }) => gates.get(gating)?.length !== 0 && !hasTest(fit, column))
      if (sides.length === 0) continue
      const pairs = pairSums(fit, one, other)
      for (const { column, gating } of sides) {
        const layout = column === one ? { own: pairs.width, other: 1 } : { own: 1, other: pairs.width }
        found = bestBehind(fit, { column, gates: gates.get(gating) ?? [], sums: pairs.sums, layout }, found)
      }
    }
  }
  return found
}

/** Sums of a pair of columns, and how far apart the bins of either of them lie. */
interface Side {
  readonly column: number
  readonly gates: readonly Gate[]
  readonly sums: Sums
  readonly layout: { readonly own: number; readonly other: number }
}

function bestBehind(fit: Fit, side: Side, best: Proposal | undefined): Proposal | undefined {
  const { ridge, groupCost } = fit.settings
  const sums = emptySums(fit.bins[side.column]?.size ?? 0)
  let found = best
  for (const gate of side.gates) {
    sumBehind(gate, side, sums)
    // Without pooling nothing could gain more.
    if (boundOf(sums, ridge) - groupCost < (found?.gain ?? 0)) continue
    const proposal = propose(fit, side.column, sums, gate)
    if (proposal !== undefined && proposal.gain > (found?.gain ?? 0)) found = proposal
  }
  return found
}

/** A rule on a word gives points for having it, so a table behind a gate cannot give points for not having it. */
function hasTest({ bins }: Fit, column: number): boolean {
  const of = bins[column]?.column
  return of?.kind === 'levels' && of.test !== undefined
}

function boundOf({ first, second }: Sums, ridge: number): number {
  let bound = 0
  for (let bin = 0; bin < first.length; bin += 1) bound += gainOf(first[bin] ?? 0, second[bin] ?? 0, ridge)
  return bound
}

/** The columns of the card, and those that tell most alone. */
function gateColumns(fit: Fit): number[] {
  fit.alone ??= fit.bins.map((_, column) => tellsAlone(fit, column))
  const alone = fit.alone
  const used = fit.tables.flatMap(({ bins, gate }) => (gate === undefined ? [bins] : [bins, gate.bins]))
  const inCard = [...new Set(used)].filter(column => fit.bins[column]?.column.isGated !== true)
  const others = [...fit.bins.keys()]
    .filter(column => !inCard.includes(column) && fit.bins[column]?.column.isGated !== true)
    .sort((a, b) => (alone[b] ?? 0) - (alone[a] ?? 0) || a - b)
  return [...inCard, ...others].slice(0, Math.max(inCard.length, MAX_GATE_COLUMNS))
}

function tellsAlone({ bins, codes, won, settings }: Fit, column: number): number {
  const size = bins[column]?.size ?? 0
  const counts = new Float64Array(size)
  const wins = new Float64Array(size)
  let all = 0
  for (const [lead, bin] of (codes[column] ?? new Uint8Array(0)).entries()) {
    counts[bin] = (counts[bin] ?? 0) + 1
    wins[bin] = (wins[bin] ?? 0) + (won[lead] ?? 0)
    all += won[lead] ?? 0
  }
  const rate = all / won.length
  let gain = -size / 2
  for (let bin = 0; bin < size; bin += 1) {
    const leads = counts[bin] ?? 0
    gain += gainOf((wins[bin] ?? 0) - leads * rate, leads * rate * (1 - rate), settings.ridge)
  }
  return gain
}

/** Sums by both columns at once: the bin of the first, then that of the second. */
function pairSums({ bins, codes, won, chances }: Fit, one: number, other: number) {
  const width = bins[other]?.size ?? 0
  const sums = emptySums((bins[one]?.size ?? 0) * width)
  const { first, second, leads } = sums
  const [own, others] = [codes[one] ?? new Uint8Array(0), codes[other] ?? new Uint8Array(0)]
  const step = Math.max(1, Math.floor(won.length / MAX_GATE_LEADS))
  for (let lead = 0; lead < won.length; lead += step) {
    const cell = (own[lead] ?? 0) * width + (others[lead] ?? 0)
    const chance = chances[lead] ?? 0
    first[cell] = (first[cell] ?? 0) + ((won[lead] ?? 0) - chance) * step
    second[cell] = (second[cell] ?? 0) + chance * (1 - chance) * step
    leads[cell] = (leads[cell] ?? 0) + step
  }
  return { sums, width }
}

/** Writes into `into` the sums of the leads behind a gate. */
function sumBehind({ set }: Gate, { sums, layout }: Side, into: Sums): void {
  for (let bin = 0; bin < into.first.length; bin += 1) {
    let [first, second, leads] = [0, 0, 0]
    for (let other = 0; other < set.length; other += 1) {
      if (set[other] === 0) continue
      const cell = bin * layout.own + other * layout.other
      first += sums.first[cell] ?? 0
      second += sums.second[cell] ?? 0
      leads += sums.leads[cell] ?? 0
    }
    into.first[bin] = first
    into.second[bin] = second
    into.leads[bin] = leads
  }
}
