import { leavesOf } from '../../../ir/plan/expr.ts'
import type { LeadTest } from '../../../ir/plan/lead-test.ts'
import type { Plan } from '../../../ir/plan/plan.ts'
import type { AccountFigure } from '../../../ir/results/account.ts'
import { conditionsOf } from '../../../lint/conditions.ts'
import { edgesOf } from '../../../lint/solve/edges.ts'

type Figures = NonNullable<LeadTest['account']>

/** Figures of accounts on both sides of what a rulebook asks of them; undefined if it asks nothing. */
export function accountDrawer(plan: Plan, random: () => number): (() => Figures) | undefined {
  const asked = new Map<AccountFigure, Set<number>>()
  for (const { expr } of conditionsOf(plan)) {
    for (const leaf of leavesOf(expr)) {
      if (leaf.subject.kind !== 'account') continue
      const { figure } = leaf.subject
      const values = asked.get(figure) ?? new Set<number>()
      asked.set(figure, values)
      for (const test of leaf.kind === 'test' ? [leaf.test] : leaf.of) {
        for (const threshold of edgesOf(test, NO_DAY)) {
          for (const value of [threshold - 1, threshold, threshold + 1]) if (value >= LEAST[figure]) values.add(value)
        }
      }
    }
  }
  if (asked.size === 0) return undefined
  const choices = [...asked].map(([figure, values]) => [figure, [...values]] as const)
  return () =>
    Object.fromEntries(
      choices.flatMap(([figure, values]) => {
        const value = values[Math.floor(random() * (values.length + 1))]
        return value === undefined ? [] : [[figure, value] as const]
      }),
    )
}

/** Figures of accounts are numbers; no test of them looks at a day. */
const NO_DAY = 0

/** An account has the lead itself, at least. */
const LEAST: Readonly<Record<AccountFigure, number>> = { leads: 1, best: 0, sum: 0, engaged: 0, contacts_known: 0 }
