import { describe, expect, it } from 'vitest'
import { criterionState } from '../src/engine/condition.ts'
import { OPERATORS } from '../src/ir/plan/operators.ts'
import { readRulebook } from '../src/rulebook/index.ts'
import { listOperators } from '../src/tools/fields/language-items.ts'
import { behaviours, headingOf, rulebookOf } from './support/operators.ts'
import { bindTo, planOf } from './support/plans.ts'

describe('fixtures/operators.csv', () => {
  it.each(behaviours)('$type $condition of "$cell" is $criterion: $why', behaviour => {
    const { judge, coerce } = bindTo(planOf(rulebookOf(behaviour)), [headingOf(behaviour)], [[behaviour.cell]])
    const verdict = judge(coerce([behaviour.cell]))
    expect(criterionState(verdict.criteria[0])).toBe(behaviour.criterion)
    // Outside of criteria unknown counts as false, except for `known`.
    expect(verdict.tags[0]).toBe(behaviour.criterion === 'met')
  })

  it('has rows for every operator', () => {
    const missing = Object.keys(OPERATORS).filter(name => !behaviours.some(row => hasOperator(row.condition, name)))
    expect(missing).toEqual([])
  })

  it.each(listOperators(undefined))('the example of $name is a condition that uses it', ({ name, example }) => {
    const { plan, diagnostics } = readRulebook({
      file: 'example',
      text: `leadq: 1\ntags: { example: { ${example} } }\n`,
    })
    expect(diagnostics).toEqual([])
    expect(Object.keys(plan?.tags ?? {})).toHaveLength(1)
    expect(hasOperator(`{ ${example} }`, name) || name === 'equals').toBe(true)
  })
})

/** `equals` is mostly written as a bare value. */
function hasOperator(condition: string, name: string): boolean {
  return name === 'equals' ? !condition.startsWith('{') : new RegExp(`\\b${name}:`).test(condition)
}
