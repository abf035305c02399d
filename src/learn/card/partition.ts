import { gainOf, type Sums } from './sums.ts'

/** Bins in a row, cut into groups. */
export interface Partition {
  /** The gain of the groups, less their cost. */
  readonly gain: number
  /** The first place of each group. */
  readonly starts: readonly number[]
}

interface PartitionLimits {
  readonly ridge: number
  readonly groupCost: number
  readonly maxGroups: number
  readonly minLeads: number
}

/**
 * The best cut of bins in a fixed order into at most so many groups, by dynamic programming (R. Bellman, 1961; W. Fisher,
 * J. Am. Stat. Assoc. 53, 1958). It is exact: for levels too, if they are in the order of their weights. Undefined if no
 * group has enough leads.
 */
export function partition(
  bins: readonly number[],
  { first, second, leads }: Sums,
  { ridge, groupCost, maxGroups, minLeads }: PartitionLimits,
): Partition | undefined {
  const count = bins.length
  const [firsts, seconds, counts] = [first, second, leads].map(values => runningSums(bins, values))
  if (firsts === undefined || seconds === undefined || counts === undefined) return undefined
  let before = new Float64Array(count + 1).fill(-Infinity)
  before[0] = 0
  let [best, bestGroups] = [-Infinity, 0]
  const starts: Int16Array[] = []
  for (let groups = 1; groups <= maxGroups; groups += 1) {
    const now = new Float64Array(count + 1).fill(-Infinity)
    const from = new Int16Array(count + 1)
    for (let end = 1; end <= count; end += 1) {
      for (let start = 0; start < end; start += 1) {
        const earlier = before[start] ?? -Infinity
        if (earlier === -Infinity || (counts[end] ?? 0) - (counts[start] ?? 0) < minLeads) continue
        const gain =
          earlier +
          gainOf((firsts[end] ?? 0) - (firsts[start] ?? 0), (seconds[end] ?? 0) - (seconds[start] ?? 0), ridge)
        if (gain > (now[end] ?? 0)) {
          now[end] = gain
          from[end] = start
        }
      }
    }
    starts.push(from)
    const total = (now[count] ?? -Infinity) - groupCost * (groups - 1)
    if (total > best) [best, bestGroups] = [total, groups]
    before = now
  }
  return bestGroups === 0 ? undefined : { gain: best, starts: trace(starts, bestGroups, count) }
}

function runningSums(bins: readonly number[], values: Float64Array): Float64Array {
  const sums = new Float64Array(bins.length + 1)
  for (const [place, bin] of bins.entries()) sums[place + 1] = (sums[place] ?? 0) + (values[bin] ?? 0)
  return sums
}

function trace(from: readonly Int16Array[], groups: number, count: number): number[] {
  const starts: number[] = []
  let end = count
  for (let group = groups - 1; group >= 0; group -= 1) {
    end = from[group]?.[end] ?? 0
    starts.unshift(end)
  }
  return starts
}
