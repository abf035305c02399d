import { arrange } from '../../../base/diagnostic.ts'
import type { Plan } from '../../../ir/plan/plan.ts'
import type { VerdictCounts } from '../../../ir/results/counts.ts'
import type { Summary } from '../../../ir/results/summary.ts'
import type { Files } from '../../../leads/open-file.ts'
import type { Scored } from '../score-summary.ts'
import { withPeriods } from './cost-plan.ts'
import { openCosts } from './costs.ts'
import { sumCosts } from './sum-costs.ts'

/** Costs beside leads: the plan that counts what they need to know of a lead, and the summary with what channels cost. */
export interface Costing {
  readonly plan: Plan
  withCosts(summary: Summary, of: { readonly counts: VerdictCounts; readonly scored: readonly Scored[] }): Summary
}

export async function openCosting(
  path: string,
  plan: Plan,
  request: { readonly asOf: number; readonly prefix: string },
  host: Files,
): Promise<Costing> {
  const costs = await openCosts(path, plan, request, host)
  return {
    plan: withPeriods(plan, costs.cuts),
    withCosts(summary, { counts, scored }) {
      const bounds = scored.map(({ bound }) => bound)
      const { summary: sums, diagnostics } = sumCosts(costs, plan, counts.ways, bounds)
      return { ...summary, costs: sums, warnings: arrange([...summary.warnings, ...costs.diagnostics, ...diagnostics]) }
    },
  }
}
