import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import { WEIGHT_UNIT } from '../ir/plan/plan.ts'

/**
 * The total of a lead's scores: weighed over the known ones, in whole numbers, rounded half up; without weights their sum.
 * Undefined if no score is known.
 */
export function compileTotal({
  scores,
  total,
}: BoundPlan): (points: readonly (number | undefined)[]) => number | undefined {
  if (!scores.some(({ known }) => known)) return () => undefined
  if (total === undefined) return points => points.reduce<number>((sum, score) => sum + (score ?? 0), 0)
  const weights = scores.map(({ name }) => total.find(({ score }) => score === name)?.weight ?? 0)
  const all = sumOf(weights)
  const known = sumOf(weights.filter((_, index) => scores[index]?.known))
  if (known === 0) return () => undefined
  const shared = greatestCommonDivisor(all, known)
  const divisor = WEIGHT_UNIT * (known / shared)
  return points => {
    const weighed = weights.reduce((sum, weight, index) => sum + weight * (points[index] ?? 0), 0) * (all / shared)
    return Math.floor((2 * weighed + divisor) / (2 * divisor))
  }
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
