import { type Expr, leavesOf, type Test } from '../../ir/plan/expr.ts'
import type { Group, Plan, Rule } from '../../ir/plan/plan.ts'

const RELATIVE: ReadonlySet<Test['operator']> = new Set(['in_last', 'older_than', 'in_next'])

/** Rules whose points depend on the day of the run: conditions on the age of dates, fading points, events. */
export function clockedRules({ scores }: Pick<Plan, 'scores'>): ReadonlySet<string> {
  const found = scores.flatMap(score =>
    score.groups.flatMap(group => group.rules.filter(rule => isClocked(rule, group, score.when)).map(({ id }) => id)),
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
