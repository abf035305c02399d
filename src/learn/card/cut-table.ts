import { unlistedLevels } from './listed-levels.ts'
import { type GroupSums, pool, turnsOf } from './monotone.ts'
import { type Partition, partition } from './partition.ts'
import type { Settings } from './settings.ts'
import { gainOf, type Sums, weightOf } from './sums.ts'

/** Which bins of a column share a weight. */
export interface Cut {
  readonly gain: number
  /** By bin; group 0 is for what no lead has. */
  readonly groups: Int16Array
  readonly count: number
}

/** The best table of ordered bins: neighbours share a weight, and "nothing there" may have its own. */
export function cutOrdered(sums: Sums, settings: Settings, direction: 1 | -1 | undefined): Cut | undefined {
  const { leads, first, second } = sums
  const bins = usedBins(sums, 1)
  const missing =
    (leads[0] ?? 0) >= settings.minLeads
      ? gainOf(first[0] ?? 0, second[0] ?? 0, settings.ridge) - settings.groupCost
      : 0
  const found = partition(bins, sums, settings)
  if (found === undefined) return undefined
  const cut = withoutTurns(bins, found, sums, settings, direction)
  return spread(bins, cut, leads.length, Math.max(0, missing))
}

/** The best table of levels: those that clearly differ are listed, in groups of similar weight. */
export function cutLevels(all: Sums, settings: Settings): Cut | undefined {
  const used = usedBins(all, 0)
  if (used.length === 0) return undefined
  const rest = used.length > 2 ? unlistedLevels(used, all, settings) : NONE
  const [stand, ...others] = rest
  const sums = stand === undefined || others.length === 0 ? all : pooledInto(stand, others, all)
  const { first, second } = sums
  const orderOf = (bin: number) => weightOf(first[bin] ?? 0, second[bin] ?? 0, settings.ridge)
  const bins = used.filter(bin => bin === stand || !rest.has(bin)).sort((a, b) => orderOf(a) - orderOf(b) || a - b)
  const found = partition(bins, sums, settings)
  if (found === undefined) return undefined
  const cut = spread(bins, found, all.leads.length, 0)
  for (const bin of others) cut.groups[bin] = cut.groups[stand ?? 0] ?? 0
  return cut
}

const NONE: ReadonlySet<number> = new Set()

function usedBins({ leads }: Sums, from: number): number[] {
  return [...leads.keys()].filter(bin => bin >= from && (leads[bin] ?? 0) > 0)
}

function pooledInto(stand: number, others: readonly number[], { first, second, leads }: Sums): Sums {
  const copies = [first, second, leads].map(values => {
    const copy = Float64Array.from(values)
    for (const bin of others) copy[stand] = (copy[stand] ?? 0) + (values[bin] ?? 0)
    return copy
  })
  const [pooledFirst = first, pooledSecond = second, pooledLeads = leads] = copies
  return { first: pooledFirst, second: pooledSecond, leads: pooledLeads }
}

/** A table that rises and falls is kept only if its gain exceeds the cost, and never against a requested direction. */
function withoutTurns(
  bins: readonly number[],
  found: Partition,
  { first, second }: Sums,
  { ridge, groupCost, turnCost }: Settings,
  direction: 1 | -1 | undefined,
): Partition {
  const groups = found.starts.map((start, at): GroupSums => {
    const inside = bins.slice(start, found.starts[at + 1])
    return {
      first: inside.reduce((sum, bin) => sum + (first[bin] ?? 0), 0),
      second: inside.reduce((sum, bin) => sum + (second[bin] ?? 0), 0),
    }
  })
  const turns = turnsOf(groups, ridge)
  if (turns === 0 && direction === undefined) return found
  const ways = direction === undefined ? ([1, -1] as const) : [direction]
  const pooled = ways
    .map(way => pool(groups, way, ridge, groupCost))
    .reduce((best, each) => (each.gain > best.gain ? each : best))
  if (direction === undefined && pooled.gain < found.gain - turnCost * turns) return found
  return { gain: pooled.gain, starts: pooled.groups.map(([at = 0]) => found.starts[at] ?? 0) }
}

function spread(bins: readonly number[], { gain, starts }: Partition, size: number, missing: number): Cut {
  const groups = new Int16Array(size)
  for (const [at, start] of starts.entries()) {
    for (const bin of bins.slice(start, starts[at + 1])) groups[bin] = at + 1
  }
  return { gain: gain + missing, groups, count: starts.length + 1 }
}
