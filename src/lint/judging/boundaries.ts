import { fieldTypeIn, scoreBefore } from '../../ir/plan/before.ts'
import { type Expr, leavesOf, type Test } from '../../ir/plan/expr.ts'
import type { Plan, Rule } from '../../ir/plan/plan.ts'
import { printDay } from '../../ir/values/calendar.ts'
import type { Constant, FieldType } from '../../ir/values/value.ts'
import { EXAMPLE_MAIL } from '../solve/text.ts'
import { rulesOf } from './world.ts'

/** A text that no rulebook mentions. */
const OTHER = 'something else'

/** Points of the run before, for conditions on how a score changed. */
const EARLIER_POINTS = [0, 1, 25, 50, 100]

/**
 * The cells that can change a verdict, by field: the values of every comparison and table row, and their neighbours on
 * either side.
 */
export function boundariesOf(plan: Plan, asOf: number): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>()
  const typeOf = (field: string) => fieldTypeIn(plan.fields, field) ?? 'text'
  const add = (field: string, values: readonly Constant[]) => {
    const texts = found.get(field) ?? new Set()
    found.set(field, texts)
    for (const value of values) texts.add(cellOf(value, typeOf(field)))
  }
  const rules = plan.scores.flatMap(rulesOf)
  for (const expr of conditionsOf(plan, rules)) {
    for (const leaf of leavesOf(expr)) {
      if (leaf.subject.kind === 'change') add(scoreBefore(leaf.subject.name), EARLIER_POINTS)
      if (leaf.subject.kind !== 'field') continue
      const { name } = leaf.subject
      for (const test of leaf.kind === 'test' ? [leaf.test] : leaf.of) add(name, besideTest(test, typeOf(name), asOf))
    }
  }
  for (const { earns, since, within = 0 } of rules) {
    if (earns.kind === 'table')
      add(
        earns.field,
        earns.rows.map(({ value }) => value),
      )
    if (earns.kind === 'points_from')
      add(
        earns.field,
        earns.rows.flatMap(({ from }) => [from - 1, from]),
      )
    if (earns.kind === 'per') add(earns.field, [earns.every - 1, earns.every])
    if (earns.kind === 'table' || earns.kind === 'cases')
      add(earns.field, typeOf(earns.field) === 'text' ? [OTHER] : [])
    if (since !== undefined) add(since, [asOf, asOf - within, asOf - within - 1])
  }
  for (const row of plan.owners) if ('keep' in row) add(row.keep, [OTHER])
  return new Map([...found].map(([field, texts]) => [field, [...texts]]))
}

function conditionsOf(plan: Plan, rules: readonly Rule[]): Expr[] {
  const cases = rules.flatMap(({ earns }) => (earns.kind === 'cases' ? earns.rows : []))
  const groups = plan.scores.flatMap(score => [score, ...score.groups])
  const segments = plan.segments.flatMap(({ rows }) => rows)
  const { criteria, exclude, stages, tags, owners, next } = plan
  const rows = [
    ...groups,
    ...rules,
    ...cases,
    ...criteria,
    ...exclude,
    ...stages,
    ...segments,
    ...tags,
    ...owners,
    ...next,
  ]
  return rows.flatMap(({ when }) => when ?? [])
}

/** Only the first of a list of values: all have the same effect. */
function besideTest(test: Test, type: FieldType, asOf: number): Constant[] {
  switch (test.operator) {
    case 'equals':
      if (type === 'boolean') return [true, false]
      return [...test.values.slice(0, 1), ...(type === 'text' ? [OTHER] : [])]
    case 'contains':
    case 'starts_with':
    case 'ends_with':
      return [...test.values.slice(0, 1), OTHER]
    case 'has_word':
      return [...test.values.slice(0, 1).map(phrase => phrase.replaceAll('*', '')), OTHER]
    case 'is':
      return [...test.values.map(kind => EXAMPLE_MAIL[kind]), 'nobody']
    case 'at_least':
    case 'at_most':
    case 'above':
    case 'below':
      return [test.value - 1, test.value, test.value + 1]
    case 'between':
      return [test.low - 1, test.low, test.high, test.high + 1]
    case 'known':
      return [anyOf(type, asOf)]
    case 'in_last':
      return [asOf, asOf + 1, asOf - test.days, asOf - test.days - 1, asOf - test.days + 1]
    case 'older_than':
      return [asOf - test.days, asOf - test.days - 1, asOf - test.days - 2]
    case 'in_next':
      return [asOf, asOf + 1, asOf + test.days, asOf + test.days + 1]
    case 'before':
    case 'after':
      return [test.day - 1, test.day, test.day + 1]
    case 'matches':
      return [OTHER]
  }
}

function anyOf(type: FieldType, asOf: number): Constant {
  switch (type) {
    case 'number':
      return 1
    case 'date':
      return asOf
    case 'boolean':
      return true
    case 'text':
    case 'list':
      return OTHER
  }
}

function cellOf(value: Constant, type: FieldType): string {
  return type === 'date' && typeof value === 'number' ? printDay(value) : String(value)
}
