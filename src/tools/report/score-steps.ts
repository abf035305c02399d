import type { PageBorder, PageMap, PageScore, PageThreshold } from '../../ir/results/page.ts'

/** How often a score had some points, by the place of the stage. */
export type PointsByStage = Map<number, number[]>

/** More steps than this cannot be told apart in a histogram. */
const MAX_STEPS = 25

/** The width of a step, a round number: 5 for scores from 0 to 100. */
function stepOf(low: number, high: number): number {
  const wanted = (high - low) / MAX_STEPS
  for (let power = 1; ; power *= 10) {
    const size = [1, 2, 5].map(factor => factor * power).find(width => width >= wanted)
    if (size !== undefined) return size
  }
}

/** From the lowest value, or 0, to the highest. */
function rangeOf(values: readonly number[]): { readonly low: number; readonly high: number } {
  let [low, high] = [0, 0]
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return { low, high }
}

/** Adds leads of a stage. */
export function countStage(counts: number[], stage: number): void {
  while (counts.length <= stage) counts.push(0)
  counts[stage] = (counts[stage] ?? 0) + 1
}

/** The distribution of a score in equal steps, empty ones between the lowest and the highest included. */
export function scoreSteps(
  name: string,
  counts: PointsByStage,
  stages: number,
  thresholds: readonly PageThreshold[],
): PageScore {
  if (counts.size === 0) return { name, median: null, step: 1, bars: [], thresholds: [] }
  const { low, high } = rangeOf([...counts.keys(), ...thresholds.map(each => each.points)])
  const step = stepOf(low, Math.max(high, low + MAX_STEPS))
  const first = Math.floor(low / step)
  const bars = Array.from({ length: Math.floor(high / step) - first + 1 }, (_, index) => ({
    from: (first + index) * step,
    leads: Array.from({ length: stages }, () => 0),
  }))
  for (const [value, byStage] of counts) {
    const bar = bars[Math.floor(value / step) - first]
    for (const [stage, leads] of byStage.entries()) if (bar) bar.leads[stage] = (bar.leads[stage] ?? 0) + leads
  }
  return { name, median: medianOf(counts), step, bars, thresholds }
}

/** The lower middle. */
export function medianOf(counts: ReadonlyMap<number, readonly number[]>): number | null {
  const sorted = [...counts].sort(([a], [b]) => a - b)
  const times = sorted.map(([, byStage]) => byStage.reduce((sum, leads) => sum + leads, 0))
  const all = times.reduce((sum, leads) => sum + leads, 0)
  let before = 0
  for (const [index, [points]] of sorted.entries()) {
    before += times[index] ?? 0
    if (before * 2 >= all && all > 0) return points
  }
  return null
}

/** Leads by two scores: `12 40` -> leads by stage. */
export type Pairs = Map<string, number[]>

/** Different pairs that are kept; scores without bounds are rounded until they fit. */
const MAX_PAIRS = 20_000

/** Counts leads by two scores. */
export interface PairCounter {
  add(across: number, up: number, stage: number): void
  pairs(): Pairs
}

export function createPairCounter(): PairCounter {
  let pairs: Pairs = new Map()
  let unit = 1
  const rounded = (points: number) => Math.floor(points / unit) * unit
  const countAt = (across: number, up: number): number[] => {
    const key = `${rounded(across)} ${rounded(up)}`
    const known = pairs.get(key) ?? []
    if (known.length === 0) pairs.set(key, known)
    return known
  }
  return {
    add(across, up, stage) {
      countStage(countAt(across, up), stage)
      while (pairs.size > MAX_PAIRS) {
        const before = pairs
        pairs = new Map()
        unit *= 2
        for (const [key, leads] of before) {
          const [x = 0, y = 0] = key.split(' ').map(Number)
          const sums = countAt(x, y)
          for (const [place, count] of leads.entries()) sums[place] = (sums[place] ?? 0) + (count ?? 0)
        }
      }
    },
    pairs: () => pairs,
  }
}

/** The pairs in squares of equal steps. */
export function mapOf(
  pairs: Pairs,
  names: readonly [string, string],
  stages: number,
  borders: readonly PageBorder[],
): PageMap | undefined {
  if (pairs.size === 0) return undefined
  const points = [...pairs].map(([key, leads]) => ({ at: key.split(' ').map(Number), leads }))
  const axes = names.map((name, index) => {
    // A stage that nobody has reached has its border on the map, too.
    const limits = borders.map(border => (index === 0 ? border.across : border.up))
    const { low, high } = rangeOf([...points.map(({ at }) => at[index] ?? 0), ...limits])
    const step = Math.max(1, stepOf(low, Math.max(high, low + 20)))
    const from = Math.floor(low / step) * step
    return { name, from, to: (Math.floor(high / step) + 1) * step, step }
  })
  const [across, up] = axes
  if (across === undefined || up === undefined) return undefined
  const cells = new Map<string, { readonly across: number; readonly up: number; readonly leads: number[] }>()
  for (const { at, leads } of points) {
    const cell = {
      across: Math.floor((at[0] ?? 0) / across.step) * across.step,
      up: Math.floor((at[1] ?? 0) / up.step) * up.step,
    }
    const key = `${cell.across} ${cell.up}`
    const known = cells.get(key) ?? { ...cell, leads: Array.from({ length: stages }, () => 0) }
    cells.set(key, known)
    for (const [stage, count] of leads.entries()) known.leads[stage] = (known.leads[stage] ?? 0) + count
  }
  return { across, up, cells: [...cells.values()], borders }
}
