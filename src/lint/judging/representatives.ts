import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { type Expr, leavesOf, type Test } from '../../ir/plan/expr.ts'
import type { Earning, Rule } from '../../ir/plan/plan.ts'
import { printDay } from '../../ir/values/calendar.ts'
import { fold } from '../../ir/values/fold.ts'
import type { FieldType, Value } from '../../ir/values/value.ts'
import { EXAMPLE_MAIL } from '../solve/text.ts'

/** A value that some comparison or table row of the rulebook names. */
export interface Representative {
  readonly slot: number
  readonly field: string
  readonly value: Value
  /** As the text of a cell. */
  readonly text: string
}

/** The representative values of every field the plan reads, without doubles, in the order of the rulebook. */
export function representativesOf(bound: BoundPlan, asOf: number): Representative[] {
  const found = new Map<string, Representative>()
  const add = (field: string, value: Value | undefined) => {
    const slot = bound.fields.findIndex(({ name }) => name === field)
    const type = bound.fields[slot]?.type
    if (value === undefined || type === undefined) return
    const folded = typeof value === 'string' ? fold(value) : value
    const fitting = type === 'list' && typeof folded === 'string' ? [folded] : folded
    found.set(`${slot} ${String(fitting)}`, { slot, field, value: fitting, text: textOf(value, type) })
  }
  for (const expr of conditionsOf(bound)) {
    for (const leaf of leavesOf(expr)) {
      if (leaf.kind !== 'test' || leaf.subject.kind !== 'field') continue
      const { name } = leaf.subject
      const type = bound.fields.find(field => field.name === name)?.type ?? 'text'
      for (const value of valuesOf(leaf.test, type, asOf)) add(name, value)
    }
  }
  for (const rule of rulesOf(bound)) {
    for (const value of earningValues(rule)) if ('field' in rule.earns) add(rule.earns.field, value)
    if (rule.since !== undefined) add(rule.since, asOf)
  }
  return [...found.values()]
}

function rulesOf(bound: BoundPlan): Rule[] {
  return bound.scores.flatMap(score => score.groups.flatMap(group => group.rules))
}

function conditionsOf(bound: BoundPlan): Expr[] {
  const groups = bound.scores.flatMap(score => [score, ...score.groups])
  const rules = rulesOf(bound)
  const cases = rules.flatMap(({ earns }) => (earns.kind === 'cases' ? earns.rows : []))
  const rows = [...groups, ...rules, ...cases, ...bound.criteria, ...bound.exclude, ...bound.stages]
  return rows.flatMap(({ when }) => when ?? [])
}

function earningValues({ earns, max }: Rule): Value[] {
  switch (earns.kind) {
    case 'table':
      return earns.rows.map(({ value }) => value)
    case 'points_from':
      return earns.rows.map(({ from }) => from)
    case 'per':
      return [earns.every, ...enoughFor(earns, max)]
    case 'once':
    case 'cases':
    case 'events':
      return []
  }
}

/** The amount at which a `per` rule reaches its `max`. */
function enoughFor({ every, points }: Extract<Earning, { kind: 'per' }>, max: number | undefined): number[] {
  return max === undefined || points <= 0 ? [] : [every * Math.ceil(max / points)]
}

/** Values of which a test holds; texts as the rulebook writes them, where the plan still knows. */
function valuesOf(test: Test, type: FieldType, asOf: number): Value[] {
  switch (test.operator) {
    case 'equals':
      return [...test.values]
    case 'contains':
    case 'starts_with':
    case 'ends_with':
      return [...test.values]
    case 'has_word':
      return test.values.map(phrase => phrase.replaceAll('*', '').trim())
    case 'is':
      return test.values.map(kind => EXAMPLE_MAIL[kind])
    case 'at_least':
    case 'at_most':
      return [test.value]
    case 'above':
      return [test.value + 1]
    case 'below':
      return [test.value - 1]
    case 'between':
      return [test.low]
    case 'in_last':
    case 'in_next':
      return [asOf]
    case 'older_than':
      return [asOf - test.days - 1]
    case 'before':
      return [test.day - 1]
    case 'after':
      return [test.day + 1]
    case 'known':
      return test.value ? [anyValue(type, asOf)] : []
    case 'matches':
      return []
  }
}

function anyValue(type: FieldType, asOf: number): Value {
  switch (type) {
    case 'number':
      return 1
    case 'date':
      return asOf
    case 'boolean':
      return true
    case 'text':
    case 'list':
      return 'anything'
  }
}

function textOf(value: Value, type: FieldType): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return type === 'date' && typeof value === 'number' ? printDay(value) : String(value)
}
