import { type Plan, stagesOf } from '../../ir/plan/plan.ts'
import { DUPLICATE, NO_STAGE } from '../../ir/results/difference.ts'
import type { Verdict } from '../../ir/results/verdict.ts'
import { merged } from './merged.ts'

/** What the matrix calls the stage of a lead. */
export function stageOf(verdict: Verdict | undefined): string {
  if (verdict === undefined) return DUPLICATE
  return verdict.stage === '' ? NO_STAGE : verdict.stage
}

/** The stages of both rulebooks, best first: those of HEAD, and those that only BASE has where they stood in it. */
export function allStages(base: Plan, head: Plan): string[] {
  return [...merged(stagesOf(head), stagesOf(base)), NO_STAGE, DUPLICATE]
}
