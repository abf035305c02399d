import type { Expr } from '../../../ir/plan/expr.ts'
import type { Plan, Segment } from '../../../ir/plan/plan.ts'
import { WON_WORDS } from '../../../learn/outcome/outcome-words.ts'
import type { CostRow } from './cost-rows.ts'

/** Fields that tell who has bought, by a word or by a yes. */
export const OUTCOME_FIELDS = ['deal_status', 'deal_stage', 'lifecycle_stage', 'lead_status'] as const

export const CREATED = 'created_date'
/** Labels of leads outside of all periods, and of those without a day. */
export const [OUTSIDE, UNDATED] = ['outside', 'undated']
export const [WON, NOT_WON] = ['won', 'open']

/** Every day on which a cost begins or has just ended, sorted: between two of them the same costs run. */
export function cutsOf(rows: readonly Pick<CostRow, 'from' | 'to'>[]): number[] {
  return [...new Set(rows.flatMap(({ from, to }) => [from, to + 1]))].sort((a, b) => a - b)
}

/**
 * The plan with two more segments, which are only counted: between which two cuts a lead was created, and whether it was
 * won. So every engine counts them as it counts all segments.
 */
export function withPeriods(plan: Plan, cuts: readonly number[]): Plan {
  const created = { kind: 'field', name: CREATED } as const
  const test = (operator: 'at_least' | 'below', value: number): Expr => ({
    kind: 'test',
    subject: created,
    test: { operator, value },
  })
  const periods: Segment = {
    name: 'cost period',
    hidden: true,
    rows: [
      { label: UNDATED, when: { kind: 'test', subject: created, test: { operator: 'known', value: false } } },
      ...cuts.slice(0, -1).map((cut, index) => ({
        label: String(index),
        when: { kind: 'all' as const, of: [test('at_least', cut), test('below', cuts[index + 1] ?? cut)] },
      })),
      { label: OUTSIDE },
    ],
  }
  const won: Segment = {
    name: 'cost outcome',
    hidden: true,
    rows: [
      {
        label: WON,
        when: {
          kind: 'any',
          of: OUTCOME_FIELDS.map(name => ({
            kind: 'test' as const,
            subject: { kind: 'field' as const, name },
            test: { operator: 'equals' as const, values: [...WON_WORDS] },
          })),
        },
      },
      { label: NOT_WON },
    ],
  }
  return { ...plan, segments: [...plan.segments, periods, won] }
}
