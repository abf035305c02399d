import { compileCondition, type Mode } from '../../engine/condition.ts'
import { compileJudge } from '../../engine/judge.ts'
import { type Lead, NOTHING, type Reading } from '../../engine/lead.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { Expr } from '../../ir/plan/expr.ts'
import type { Verdict } from '../../ir/results/verdict.ts'
import { printDay } from '../../ir/values/calendar.ts'
import type { Truth } from '../../ir/values/value.ts'
import type { Facts } from '../solve/solve.ts'

/** A lead and its verdict. */
export interface Judged {
  readonly lead: Lead
  readonly verdict: Verdict
  /** The truth of any condition of the plan. */
  truth(expr: Expr, mode?: Mode): Truth
}

export function createJudging(bound: BoundPlan, asOf: number): (lead: Lead) => Judged {
  const judge = compileJudge(bound, asOf)
  return lead => {
    const verdict = judge(lead)
    return {
      lead,
      verdict,
      truth: (expr, mode = 'plain') => compileCondition(expr, { bound, asOf }, mode)(lead, verdict),
    }
  }
}

/** Builds the lead from the values found for its fields. */
export function leadOf(facts: Facts, { fields }: BoundPlan): Lead {
  const found = new Map(
    [...facts.values()].flatMap(each =>
      each.subject.kind === 'field' ? [[each.subject.name, each.found] as const] : [],
    ),
  )
  const readings = fields.map(({ name, type }): Reading => {
    const value = found.get(name)
    if (value === undefined || typeof value === 'string') return NOTHING
    return { value: value.value, text: spelled(value.value, value.text, type), state: 'filled' }
  })
  return { cells: [], readings }
}

function spelled(value: Reading['value'], text: string, type: BoundPlan['fields'][number]['type']): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return type === 'date' && typeof value === 'number' ? printDay(value) : text
}

/** `, stage SQL`; nothing where the rulebook has no stages. */
export function inStage({ stage }: Verdict): string {
  return stage === '' ? '' : `, stage ${stage}`
}

/** The filled fields of a lead, for people. */
export function textsOf({ readings }: Lead, { fields }: BoundPlan): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap(({ name }, slot) => {
      const text = readings[slot]?.text ?? ''
      return text === '' ? [] : [[name, text] as const]
    }),
  )
}
