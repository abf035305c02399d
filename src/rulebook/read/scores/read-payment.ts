import type { Payment } from '../../../ir/plan/plan.ts'
import type { RuleDraft } from '../../language/language-scores.ts'
import type { Located, Named } from '../../language/shape.ts'
import { quote, type ScalarNode } from '../../yaml/node.ts'
import { readComparison } from '../conditions/comparison.ts'
import { readConstant, readSize } from '../conditions/constant.ts'
import { all } from '../conditions/read-condition.ts'
import { resolveField } from '../conditions/resolve.ts'
import type { Scope } from '../names.ts'

/** Reads points by a table, for a lead or one of its events. */

type Table = readonly Named<Located<number>>[]

export function reportWays(rule: RuleDraft, hint: string, { report }: Scope): undefined {
  if (rule.broken) return
  report('rule/points', `the rule ${quote(rule.id.value)} needs exactly one way of earning points`, rule.id.place, {
    hint,
  })
}

/** Points by a table on a field, of the lead or of an event; `rule` says which table. */
export function readTablePayment(field: ScalarNode, rule: RuleDraft, scope: Scope): Payment | undefined {
  const { points, points_from: bounds, cases } = rule
  if (points !== undefined && !('value' in points)) return readTable(field, points, rule, scope)
  if (bounds !== undefined) return readBounds(field, bounds, scope)
  return cases === undefined ? undefined : readCases(field, cases, scope)
}

/** Every amount that a rule can add or take away. */
export function pointsOf({ points, points_from: bounds, cases, else: otherwise }: RuleDraft): Located<number>[] {
  const plain = points !== undefined && 'value' in points ? [points] : []
  const table = points === undefined || 'value' in points ? [] : points
  const rows = [...table, ...(bounds ?? [])].flatMap(({ value }) => value ?? [])
  return [...plain, ...rows, ...(cases ?? []).flatMap(row => row?.points ?? []), ...(otherwise ? [otherwise] : [])]
}

function readTable(field: ScalarNode, table: Table, rule: RuleDraft, scope: Scope): Payment | undefined {
  const known = resolveField(field, scope)
  if (known === undefined) return undefined
  const rows = table.flatMap(({ key, value }) => {
    const constant = readConstant(key, known.type, scope.report)
    return constant === undefined || value === undefined ? [] : [{ value: constant, points: value.value }]
  })
  return { kind: 'table', field: field.text, rows, otherwise: rule.else?.value ?? 0 }
}

function readBounds(field: ScalarNode, bounds: Table, scope: Scope): Payment | undefined {
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

function readCases(field: ScalarNode, cases: NonNullable<RuleDraft['cases']>, scope: Scope): Payment | undefined {
  const known = resolveField(field, scope)
  if (known === undefined) return undefined
  const rows = cases.flatMap(row => {
    if (row === undefined) return []
    const when = all(readComparison(row.when.place, row.when, known, scope))
    return [{ when, points: row.points.value, place: row.when.place }]
  })
  return { kind: 'cases', field: field.text, rows }
}
