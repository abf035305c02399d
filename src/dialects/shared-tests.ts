import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import { leavesOf, type Subject } from '../ir/plan/expr.ts'
import { conditionsOf } from './all-conditions.ts'
import type { Sql } from './dialect/dialect.ts'
import { type Column, type Step, slug, uniqueNames } from './dialect/write.ts'
import { type Comparing, type ConditionContext, holds, keyOfTest } from './query-condition.ts'

export interface SharedTests {
  readonly steps: readonly Step[]
  /** In which these tests are columns. */
  readonly context: ConditionContext
}

/** Fewer values than that are repeated rather than named. */
const LONG_LIST = 3

/** Tests of a field against a long list that the rulebook makes more than once: each is a column of its own. */
export function sharedTests(bound: BoundPlan, context: ConditionContext): SharedTests {
  const counts = new Map<string, { readonly subject: Subject; readonly test: Comparing; times: number }>()
  for (const expr of conditionsOf(bound)) {
    for (const leaf of leavesOf(expr)) {
      if (leaf.subject.kind !== 'field' || context.subject(leaf.subject).isMissing) continue
      for (const test of leaf.kind === 'test' ? [leaf.test] : leaf.of) {
        if (test.operator === 'known' || !('values' in test) || test.values.length < LONG_LIST) continue
        const key = keyOfTest(leaf.subject, test)
        const known = counts.get(key)
        if (known === undefined) counts.set(key, { subject: leaf.subject, test, times: 1 })
        else known.times += 1
      }
    }
  }
  const unique = uniqueNames()
  const shared = new Map<string, Sql>()
  const columns: Column[] = []
  for (const [key, { subject, test, times }] of counts) {
    if (times < 2 || subject.kind !== 'field' || !('values' in test)) continue
    const name = unique(`test_${slug(subject.name)}_${slug(String(test.values[0] ?? ''))}`)
    shared.set(key, name)
    columns.push({ name, sql: holds(test, context.subject(subject), context) })
  }
  return {
    steps: [{ name: 'tests', about: 'tests against lists that several parts of the rulebook make', columns }],
    context: { ...context, shared },
  }
}
