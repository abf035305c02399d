import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import type { Verdict } from '../ir/results/verdict.ts'

/** The chance of a lead by the highest bound that its score reaches; none below all bounds, and none without a score. */
export function compileChance({
  chance,
  scores,
}: BoundPlan): (findings: Pick<Verdict, 'scores' | 'total'>) => number | undefined {
  if (chance === undefined) return () => undefined
  const { of, bands } = chance
  const index = scores.findIndex(({ name }) => name === of)
  return ({ scores: points, total }) => {
    const score = of === undefined ? total : points[index]
    return score === undefined ? undefined : bands.find(({ from }) => score >= from)?.percent
  }
}
