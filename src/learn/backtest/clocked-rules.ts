import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { type Expr, leavesOf, type Test } from '../../ir/plan/expr.ts'
import type { Group, Rule } from '../../ir/plan/plan.ts'
import { canRead } from '../../ir/plan/plan-fields.ts'

const RELATIVE: ReadonlySet<Test['operator']> = new Set(['in_last', 'older_than', 'in_next'])

/**
 * Rules whose points depend on the day of the run and that can read something here: conditions on the age of dates, fading
 * points, events.
 */
export function clockedRules({ scores, fields, events }: BoundPlan): ReadonlySet<string> {
  const missing = new Set(fields.filter(({ columns }) => columns.length === 0).map(({ name }) => name))
  const found = scores.flatMap(score =>
    score.groups.flatMap(group =>
      group.rules
        .filter(rule => canRead(rule, missing, events !== undefined) && isClocked(rule, group, score.when))
        .map(({ id }) => id),
    ),
  )
  return new Set(found)
}

function isClocked({ earns, when, since }: Rule, group: Group, scoreGate: Expr | undefined): boolean {
  const cases = earns.kind === 'cases' ? earns.rows.map(row => row.when) : []
  const conditions = [when, group.when, scoreGate, ...cases]
  return (
    since !== undefined || earns.kind === 'events' || conditions.some(expr => expr !== undefined && looksAtAge(expr))
  )
}

function looksAtAge(expr: Expr): boolean {
  return [...leavesOf(expr)].some(leaf =>
    (leaf.kind === 'test' ? [leaf.test] : leaf.of).some(({ operator }) => RELATIVE.has(operator)),
  )
}
