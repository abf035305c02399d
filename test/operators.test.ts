import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { criterionState } from '../src/engine/condition.ts'
import { OPERATORS } from '../src/ir/operators.ts'
import { bindTo, planOf } from './support/plans.ts'
import { ROOT } from './support/program.ts'

/**
 * One row per behaviour of every operator: a condition on a field of a type, a cell, and what a criterion of it comes to.
 * `options` are settings of `locale`, or of the field (`split`). The day of the run is 2026-03-02.
 */
interface Behaviour {
  readonly type: string
  readonly condition: string
  readonly cell: string
  readonly criterion: 'met' | 'not_met' | 'unknown'
  readonly options: string
  readonly why: string
}

const behaviours: Behaviour[] = parse(readFileSync(join(ROOT, 'fixtures', 'operators.csv')), { columns: true })

describe('fixtures/operators.csv', () => {
  it.each(behaviours)('$type $condition of "$cell" is $criterion: $why', behaviour => {
    const { judge, coerce } = bindTo(planOf(rulebookOf(behaviour)), ['X'], [[behaviour.cell]])
    const verdict = judge(coerce([behaviour.cell]))
    expect(criterionState(verdict.criteria[0])).toBe(behaviour.criterion)
    // Outside of criteria, what is unknown is false, but for asking whether anything is known.
    expect(verdict.tags[0]).toBe(behaviour.criterion === 'met')
  })

  it('has rows for every operator', () => {
    const missing = Object.keys(OPERATORS).filter(name => !behaviours.some(row => hasOperator(row.condition, name)))
    expect(missing).toEqual([])
  })
})

function rulebookOf({ type, condition, options }: Behaviour): string {
  const split = options.startsWith('split') ? `, ${options}` : ''
  const locale = options === '' || split !== '' ? '' : `locale: { ${options} }\n`
  return [
    'leadq: 1',
    `${locale}fields: { x: { from: X, type: ${type}${split} } }`,
    `criteria: { c: { when: { x: ${condition} } } }`,
    `tags: { t: { x: ${condition} } }`,
  ].join('\n')
}

/** `equals` is mostly written as a bare value. */
function hasOperator(condition: string, name: string): boolean {
  return name === 'equals' ? !condition.startsWith('{') : new RegExp(`\\b${name}:`).test(condition)
}
