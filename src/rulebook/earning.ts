import type { Earning } from '../ir/plan.ts'
import { readComparison } from './comparison.ts'
import { all } from './condition.ts'
import { readConstant, readSize } from './constant.ts'
import type { RuleDraft } from './language-scores.ts'
import type { Scope } from './names.ts'
import { quote, type ScalarNode } from './node.ts'
import { resolveField } from './resolve.ts'
import type { Located, Named } from './shape.ts'

type Table = readonly Named<Located<number>>[]

const WAYS =
  'a rule has `when` and `points`, or `field` and one of `points: {...}`, `points_from` and `cases`, or `per` and `points`'

/** How a rule comes to its points; undefined if a problem was reported. */
export function readEarning(rule: RuleDraft, scope: Scope): Earning | undefined {
  const { points, field, points_from: bounds, cases, per, when } = rule
  const [plain, table] = points === undefined ? [] : 'value' in points ? [points] : [undefined, points]
  checkCompanions(rule, table !== undefined, scope)
  const sources = [field, per].filter(source => source !== undefined).length
  const payments = [points, bounds, cases].filter(payment => payment !== undefined).length
  if (payments === 1 && sources <= 1) {
    if (plain !== undefined && per !== undefined) return readPer(per, plain, rule, scope)
    if (plain !== undefined && when !== undefined && field === undefined) return { kind: 'once', points: plain.value }
    if (table !== undefined && field !== undefined) return readTable(field, table, rule, scope)
    if (bounds !== undefined && field !== undefined) return readBounds(field, bounds, scope)
    if (cases !== undefined && field !== undefined) return readCases(field, cases, scope)
  }
  if (!rule.broken) {
    scope.report(
      'rule/points',
      `the rule ${quote(rule.id.value)} needs exactly one way of earning points`,
      rule.id.place,
      {
        hint: WAYS,
      },
    )
  }
  return undefined
}

/** Every amount that a rule can add or take away. */
export function pointsOf({ points, points_from: bounds, cases, else: otherwise }: RuleDraft): Located<number>[] {
  const plain = points !== undefined && 'value' in points ? [points] : []
  const table = points === undefined || 'value' in points ? [] : points
  const rows = [...table, ...(bounds ?? [])].flatMap(({ value }) => value ?? [])
  return [...plain, ...rows, ...(cases ?? []).flatMap(row => row?.points ?? []), ...(otherwise ? [otherwise] : [])]
}

function checkCompanions(rule: RuleDraft, hasTable: boolean, { report }: Scope): void {
  if (rule.else !== undefined && !hasTable && !rule.broken) {
    report('rule/points', '`else` belongs to a table of `points`', rule.else.place)
  }
  if (rule.every !== undefined && rule.per === undefined && !rule.broken) {
    report('rule/points', '`every` belongs to `per`', rule.every.place)
  }
}

function readPer(per: ScalarNode, points: Located<number>, { every }: RuleDraft, scope: Scope): Earning | undefined {
  if (every !== undefined && every.value <= 0) scope.report('rule/range', 'expected more than 0', every.place)
  const known = resolveField(per, scope, 'number')
  return known && { kind: 'per', field: per.text, every: every?.value ?? 1, points: points.value }
}

function readTable(field: ScalarNode, table: Table, rule: RuleDraft, scope: Scope): Earning | undefined {
  const known = resolveField(field, scope)
  if (known === undefined) return undefined
  const rows = table.flatMap(({ key, value }) => {
    const constant = readConstant(key, known.type, scope.report)
    return constant === undefined || value === undefined ? [] : [{ value: constant, points: value.value }]
  })
  return { kind: 'table', field: field.text, rows, otherwise: rule.else?.value ?? 0 }
}

function readBounds(field: ScalarNode, bounds: Table, scope: Scope): Earning | undefined {
  const known = resolveField(field, scope, 'number')
  if (known === undefined) return undefined
  const seen = new Set<number>()
  const rows = bounds.flatMap(({ key, value }) => {
    const from = readSize(key, 'number', scope.report)
    if (from === undefined || value === undefined) return []
    if (seen.has(from)) scope.report('rule/range', `the bound ${quote(key.text)} is there twice`, key.place)
    seen.add(from)
    return [{ from, points: value.value }]
  })
  return { kind: 'points_from', field: field.text, rows: rows.sort((a, b) => b.from - a.from) }
}

function readCases(field: ScalarNode, cases: NonNullable<RuleDraft['cases']>, scope: Scope): Earning | undefined {
  const known = resolveField(field, scope)
  if (known === undefined) return undefined
  const rows = cases.flatMap(row => {
    if (row === undefined) return []
    return [{ when: all(readComparison(row.when.place, row.when, known, scope)), points: row.points.value }]
  })
  return { kind: 'cases', field: field.text, rows }
}
