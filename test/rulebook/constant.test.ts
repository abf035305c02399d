import { describe, expect, test } from 'vitest'
import { planOf, problemsOf, withCondition } from './read.ts'

/** The values that a field is compared with, in the plan. */
function constantOf(condition: string): unknown {
  const when = planOf(withCondition(condition)).scores[0]?.groups[0]?.rules[0]?.when
  return when?.kind === 'test' && when.test.operator === 'equals' ? when.test.values[0] : undefined
}

describe('constants take the type of their field', () => {
  test.each<[condition: string, value: unknown]>([
    ['{ employees: 10000 }', 10000],
    ['{ employees: "10000" }', 10000],
    ['{ employees: -2.5 }', -2.5],
    ['{ employees: +7 }', 7],
    ['{ employees: -0 }', 0],
    ['{ employees: 0.123456 }', 0.123456],
    ['{ employees: 0.125 }', 0.125],
    ['{ employees: 1234.567 }', 1234.567],
    ['{ country: 0x1F }', '0x1f'],
    ['{ country: "  ÖSTER   REICH " }', 'öster reich'],
    ['{ created_date: 2025-12-31 }', 20453],
    ['{ created_date: 31.12.2025 }', 20453],
    ['{ demo_requested: nein }', false],
    ['{ demo_requested: Yes }', true],
    ['{ interests: CRM }', 'crm'],
  ])('%s', (condition, value) => {
    expect(constantOf(condition)).toBe(value)
  })

  test.each<[condition: string, problems: string[]]>([
    ['{ employees: 10.000 }', ['7:28 rule/constant (write `10000`)']],
    ['{ employees: "10,000" }', ['7:28 rule/constant (write `10000`)']],
    ['{ employees: 1.000.000 }', ['7:28 rule/constant (write `1000000`)']],
    ['{ employees: "2,5" }', ['7:28 rule/constant (write `2.5`)']],
    ['{ employees: 10k }', ['7:28 rule/constant (write `10000`)']],
    ['{ employees: 1e3 }', ['7:28 rule/constant']],
    ['{ employees: 0.1234567 }', ['7:28 rule/constant (write `0.123457`)']],
    ['{ employees: many }', ['7:28 rule/constant']],
    ['{ employees: .inf }', ['7:28 rule/constant']],
    ['{ created_date: 2025-02-30 }', ['7:31 rule/constant']],
    ['{ created_date: 12/31/2025 }', ['7:31 rule/constant']],
    ['{ demo_requested: maybe }', ['7:33 rule/constant']],
    ['{ demo_requested: 1 }', ['7:33 rule/constant (write `true`)']],
  ])('%s', (condition, problems) => {
    expect(problemsOf(withCondition(condition))).toEqual(problems)
  })
})
