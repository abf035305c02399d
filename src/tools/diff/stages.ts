import { type Plan, stagesOf } from '../../ir/plan/plan.ts'
import { DUPLICATE, NO_STAGE } from '../../ir/results/difference.ts'
import type { Verdict } from '../../ir/results/verdict.ts'
import { merged } from './changes/merged.ts'

/** The name of a lead's stage in the matrix. */
export function stageOf(verdict: Pick<Verdict, 'stage'> | undefined): string {
  if (verdict === undefined) return DUPLICATE
  return verdict.stage === '' ? NO_STAGE : verdict.stage
}

/** The stages of both rulebooks, best first: those of BASE, and those that only HEAD has where they stand in it. */
export function allStages(base: Plan, head: Plan): string[] {
  return [...merged(stagesOf(base), stagesOf(head)), NO_STAGE, DUPLICATE]
}

export type Direction = 'up' | 'down' | 'new' | 'gone'

/**
 * The direction of a move, by the order of stages in BASE. Moves to a stage that only HEAD has, and from one that HEAD
 * has removed, have kinds of their own.
 */
export function directionOf(base: Plan, head: Plan): (from: string, to: string) => Direction {
  const before = [...stagesOf(base), NO_STAGE, DUPLICATE]
  const after = new Set([...stagesOf(head), NO_STAGE, DUPLICATE])
  const rank = new Map(before.map((stage, index) => [stage, index]))
  return (from, to) => {
    const [old, now] = [rank.get(from), rank.get(to)]
    if (now === undefined) return 'new'
    if (old === undefined || !after.has(from)) return 'gone'
    return old > now ? 'up' : 'down'
  }
}
