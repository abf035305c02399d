import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { shareAt, WHOLE } from '../../ir/plan/fade.ts'
import { duplicateFieldsOf } from '../../ir/plan/key-fields.ts'
import { fixedAmountsOf } from '../../ir/plan/payment.ts'
import type { Group, Rule } from '../../ir/plan/plan.ts'

/** The step that a number or a day is in: within one the rules of a rulebook give the same points. */
export type StepOf = (value: number) => string

/** The steps of a field that the rules tell apart; what conditions ask of it is asked by `compileAnswers`. */
export function compileSteps({ scores, next, dedupe, account }: BoundPlan, asOf: number): (field: string) => StepOf {
  const groups = scores.flatMap(score => score.groups)
  const rules = groups.flatMap(group => group.rules)
  const exact = new Set([
    ...duplicateFieldsOf({ ...(dedupe && { dedupe }), ...(account && { account }) }),
    ...next.flatMap(({ from }) => from ?? []),
    ...groups.flatMap(afterOf),
  ])
  return field => {
    if (exact.has(field)) return String
    const parts = rules.flatMap(rule => stepsOfRule(rule, field, asOf))
    return value => parts.map(step => step(value)).join()
  }
}

/** The days from which events count. */
function afterOf({ rules }: Group): string[] {
  return rules.flatMap(({ earns }) => (earns.kind === 'events' ? (earns.after ?? []) : []))
}

function stepsOfRule({ earns, since, fade, within }: Rule, field: string, asOf: number): StepOf[] {
  const steps: StepOf[] = []
  if (earns.kind === 'points_from' && earns.field === field) {
    steps.push(value => String(earns.rows.filter(({ from }) => value >= from).length))
  }
  if (earns.kind === 'per' && earns.field === field) {
    steps.push(value => String(Math.floor(Math.max(0, value) / earns.every)))
  }
  if (since === field) {
    const points = fixedAmountsOf(earns)
    steps.push(day => {
      const age = asOf - day
      if (age < 0) return 'ahead'
      if (within !== undefined && age > within) return 'over'
      if (fade.kind === 'none') return 'in'
      const share = shareAt(fade, age)
      return points === undefined ? String(share) : points.map(each => Math.floor((each * share) / WHOLE + 0.5)).join()
    })
  }
  return steps
}
