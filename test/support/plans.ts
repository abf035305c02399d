import { compileCoercion } from '../../src/engine/coerce.ts'
import { compileJudge } from '../../src/engine/judge.ts'
import type { Lead } from '../../src/engine/lead.ts'
import { bindPlan } from '../../src/io/bind/bind.ts'
import type { BoundPlan } from '../../src/ir/plan/bound-plan.ts'
import type { Plan } from '../../src/ir/plan/plan.ts'
import type { Verdict } from '../../src/ir/results/verdict.ts'
import { dayOf } from '../../src/ir/values/calendar.ts'
import { readRulebook } from '../../src/rulebook/index.ts'

export const AS_OF = dayOf(2026, 3, 2) ?? 0

/** The plan of a valid rulebook. */
export function planOf(rulebook: string | object): Plan {
  const text = typeof rulebook === 'string' ? rulebook : JSON.stringify(rulebook)
  const { plan, diagnostics } = readRulebook({ file: 'rules.yaml', text })
  if (plan === undefined) throw new Error(`${JSON.stringify(diagnostics, null, 1)}\n${text}`)
  return plan
}

export interface Bound {
  readonly bound: BoundPlan
  readonly coerce: (cells: readonly string[]) => Lead
  readonly judge: (lead: Lead) => Verdict
}

/** A plan bound to a few rows, ready to judge them. */
export function bindTo(
  plan: Plan,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  delimiter = ',',
): Bound {
  const { bound } = bindPlan(plan, { name: 'leads.csv', headings, rows, delimiter, around: [] })
  return compile(bound)
}

export function compile(bound: BoundPlan): Bound {
  return { bound, coerce: compileCoercion(bound), judge: compileJudge(bound, AS_OF) }
}
