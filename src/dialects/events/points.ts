import type { Test } from '../../ir/plan/expr.ts'
import { WHOLE } from '../../ir/plan/fade.ts'
import type { Sql } from '../dialect/dialect.ts'
import { allOf, firstOf } from '../dialect/write.ts'
import { type ConditionContext, condition } from '../query-condition.ts'
import { earnsOnce, type NamedRule, ruleColumn } from './rules.ts'

/** The points of an event rule before its caps; these columns are NULL for a lead without events. */
export function eventPoints(rule: NamedRule, fades: boolean, context: ConditionContext): Sql {
  const { floorDivided } = context.dialect
  if (earnsOnce(rule)) return pointsOnce(rule, context)
  const whole = `coalesce(${ruleColumn(rule, 'whole')}, 0)`
  return fades
    ? `${whole} + ${floorDivided(`coalesce(${ruleColumn(rule, 'part')}, 0) + ${WHOLE / 2}`, String(WHOLE))}`
    : whole
}

/** By how many events counted and how old the newest one is. */
function pointsOnce(rule: NamedRule, context: ConditionContext): Sql {
  const { count = [], last = [], pays } = rule.rule.earns
  const newest = ruleColumn(rule, 'newest')
  const holds = (value: Sql, test: Test) =>
    condition({ kind: 'test', subject: { kind: 'field', name: value }, test }, 'plain', { ...context, subject })
  const counts = count.map(test => holds(`coalesce(${ruleColumn(rule, 'counted')}, 0)`, test))
  const ages = last.map(test =>
    test.operator === 'older_than' ? `(${newest} IS NULL OR ${holds(newest, test)})` : holds(newest, test),
  )
  const points = pays.kind === 'once' ? pays.points : 0
  return firstOf([{ when: allOf([...counts, ...ages]), give: String(points) }], '0')
}

/** A column by its name. */
const subject: ConditionContext['subject'] = each => {
  const value = each.kind === 'field' ? each.name : 'NULL'
  return { isList: false, isMissing: false, value, text: value, words: value, isMail: () => 'FALSE' }
}
