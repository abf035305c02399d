import type { Earning, PerUnit } from '../../../ir/plan/plan.ts'
import type { RuleDraft } from '../../language/language-scores.ts'
import type { Located } from '../../language/shape.ts'
import type { ScalarNode } from '../../yaml/node.ts'
import { resolveField } from '../conditions/resolve.ts'
import type { Scope } from '../names.ts'
import { checkEventKeys, readEventEarning } from './event-earning.ts'
import { readTablePayment, reportWays } from './read-payment.ts'

const WAYS =
  'a rule has `when` and `points`, or `field` and one of `points: {...}`, `points_from` and `cases`, or `per` and `points`, or `event` and `points`'

/** Reads how a rule gives points; undefined if a problem was reported. */
export function readEarning(rule: RuleDraft, scope: Scope): Earning | undefined {
  if (rule.event !== undefined) return readEventEarning(rule, scope)
  checkEventKeys(rule, scope)
  const { points, field, points_from: bounds, cases, per, when } = rule
  const [plain, table] = points === undefined ? [] : 'value' in points ? [points] : [undefined, points]
  checkCompanions(rule, table !== undefined, scope)
  const sources = [field, per].filter(source => source !== undefined).length
  const payments = [points, bounds, cases].filter(payment => payment !== undefined).length
  if (payments === 1 && sources <= 1) {
    if (plain !== undefined && per !== undefined) return readPer(per, plain, rule, scope)
    if (plain !== undefined && when !== undefined && field === undefined) return { kind: 'once', points: plain.value }
    if (plain === undefined && field !== undefined) return readTablePayment(field, rule, scope)
  }
  return reportWays(rule, WAYS, scope)
}

function checkCompanions(rule: RuleDraft, hasTable: boolean, { report }: Scope): void {
  if (rule.else !== undefined && !hasTable && !rule.broken) {
    report('rule/points', '`else` belongs to a table of `points`', rule.else.place)
  }
  if (rule.every !== undefined && rule.per === undefined && !rule.broken) {
    report('rule/points', '`every` belongs to `per`', rule.every.place)
  }
}

function readPer(per: ScalarNode, points: Located<number>, { every }: RuleDraft, scope: Scope): PerUnit | undefined {
  if (every !== undefined && every.value <= 0) scope.report('rule/range', 'expected more than 0', every.place)
  const known = resolveField(per, scope, 'number')
  return known && { kind: 'per', field: per.text, every: every?.value ?? 1, points: points.value }
}
