import type { Plan } from '../../ir/plan/plan.ts'
import type { PageData } from '../../ir/results/page.ts'
import { countStage, createPairCounter, mapOf, medianOf, type PointsByStage, scoreSteps } from './score-steps.ts'
import { bordersOf, thresholdsOf } from './thresholds.ts'

/** Scores of leads beside their stages: what histograms and the map are drawn from. */
export interface Figures {
  /** `stage`: its place among the stages. */
  add(stage: number, total: number | undefined, scores: readonly (number | undefined)[]): void
  result(stages: number): Pick<PageData, 'scores' | 'map'>
  /** The lower middle of the totals of a stage. */
  median(stage: number): number | null
}

/** Its size depends on the points that come up, not on the number of leads. */
export function createFigures(names: readonly string[], plan: Plan | undefined): Figures {
  const totals: PointsByStage = new Map()
  const scores = names.map((): PointsByStage => new Map())
  const pairs = createPairCounter()
  const [across, up] = names
  const count = (counts: PointsByStage, points: number | undefined, stage: number) => {
    if (points === undefined) return
    const known = counts.get(points) ?? []
    if (known.length === 0) counts.set(points, known)
    countStage(known, stage)
  }
  const borders = plan !== undefined && across !== undefined && up !== undefined ? bordersOf(plan, across, up) : []
  const thresholds = (name: string) => (plan === undefined ? [] : thresholdsOf(plan, name))
  return {
    add(stage, total, points) {
      count(totals, total, stage)
      for (let index = 0; index < scores.length; index += 1) count(scores[index] ?? new Map(), points[index], stage)
      const [x, y] = points
      if (x === undefined || y === undefined) return
      pairs.add(x, y, stage)
    },
    result(stages) {
      const map =
        across !== undefined && up !== undefined ? mapOf(pairs.pairs(), [across, up], stages, borders) : undefined
      const steps = (name: string, counts: PointsByStage) => scoreSteps(name, counts, stages, thresholds(name))
      return {
        scores: [...names.map((name, index) => steps(name, scores[index] ?? new Map())), steps('score', totals)],
        ...(map && { map }),
      }
    },
    median: stage => medianOf(new Map([...totals].map(([points, byStage]) => [points, [byStage[stage] ?? 0]]))),
  }
}
