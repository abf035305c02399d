import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { stagesOf } from '../../ir/plan/plan.ts'
import type { Verdict } from '../../ir/results/verdict.ts'
import { createGrowing, createGrowingIntegers } from '../columns/growing.ts'

/** The scores of one rulebook on closed leads, by column. */
export interface ScoredLeads {
  /** `NaN`: no score. */
  readonly totals: Float64Array
  readonly stages: Int32Array
  readonly stageNames: readonly string[]
  /** By score, `NaN` where it is not known. */
  readonly scores: readonly Float64Array[]
  /** By rule, in rulebook order over all scores. */
  readonly points: readonly Int32Array[]
}

/** Takes verdicts one by one. */
export interface ScoredCollector {
  add(verdict: Pick<Verdict, 'total' | 'stage' | 'scores' | 'points'>): void
  finish(): ScoredLeads
}

export function collectScored(bound: BoundPlan): ScoredCollector {
  const rules = bound.scores.flatMap(({ groups }) => groups.flatMap(group => group.rules))
  const stageNames = stagesOf(bound)
  const totals = createGrowing()
  const stages = createGrowingIntegers()
  const scores = bound.scores.map(() => createGrowing())
  const points = rules.map(() => createGrowingIntegers())
  return {
    add(verdict) {
      totals.push(verdict.total ?? Number.NaN)
      stages.push(stageNames.indexOf(verdict.stage))
      for (const [index, column] of scores.entries()) column.push(verdict.scores[index] ?? Number.NaN)
      for (const [index, column] of points.entries()) column.push(verdict.points[index] ?? 0)
    },
    finish: () => ({
      totals: totals.values(),
      stages: stages.values(),
      stageNames,
      scores: scores.map(column => column.values()),
      points: points.map(column => column.values()),
    }),
  }
}
