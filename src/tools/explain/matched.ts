import { compileCondition } from '../../engine/condition.ts'
import type { Lead } from '../../engine/lead.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { type Expr, leavesOf, type Test } from '../../ir/plan/expr.ts'
import type { Spelling } from '../../ir/plan/spelled.ts'
import type { Verdict } from '../../ir/results/verdict.ts'

/** For lists with more values than a condition shows: the values that match a lead, by field. */
export type MatchedOf = (expr: Expr) => ReadonlyMap<string, readonly string[]>

/** Most values of a list shown with a condition. */
const MAX_SHOWN_VALUES = 4

export function matchedReader(
  bound: BoundPlan,
  asOf: number,
  lead: Lead,
  verdict: Verdict,
  spell: Spelling = folded => folded,
): MatchedOf {
  return expr => {
    const found = new Map<string, readonly string[]>()
    for (const leaf of leavesOf(expr)) {
      const { subject } = leaf
      if (subject.kind !== 'field') continue
      for (const test of leaf.kind === 'test' ? [leaf.test] : leaf.of) {
        const matched = singles(test).filter(
          single =>
            compileCondition({ kind: 'test', subject, test: single.test }, { bound, asOf }, 'plain')(lead, verdict) ===
            true,
        )
        const before = found.get(subject.name) ?? []
        if (matched.length > 0) found.set(subject.name, [...before, ...matched.map(({ value }) => spell(value))])
      }
    }
    return found
  }
}

interface Single {
  readonly value: string
  readonly test: Test
}

/** A long list of values, one by one. */
function singles(test: Test): Single[] {
  if (!('values' in test) || test.values.length <= MAX_SHOWN_VALUES) return []
  switch (test.operator) {
    case 'equals':
      return test.values.map(value => ({ value: String(value), test: { ...test, values: [value] } }))
    case 'is':
      return []
    default:
      return test.values.map(value => ({ value, test: { ...test, values: [value] } }))
  }
}
