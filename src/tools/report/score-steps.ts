import type { PageMap, PageScore, PageThreshold } from '../../ir/results/page.ts'

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
  const points = [...counts.keys()]
  const [low, high] = [Math.min(0, ...points), Math.max(...points, ...thresholds.map(each => each.points))]
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

/** The pairs in squares of equal steps. */
export function mapOf(
  pairs: Pairs,
  names: readonly [string, string],
  stages: number,
): Omit<PageMap, 'borders'> | undefined {
  if (pairs.size === 0) return undefined
  const points = [...pairs].map(([key, leads]) => ({ at: key.split(' ').map(Number), leads }))
  const axes = names.map((name, index) => {
    const values = points.map(({ at }) => at[index] ?? 0)
    const [low, high] = [Math.min(0, ...values), Math.max(...values)]
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
  return { across, up, cells: [...cells.values()] }
}
