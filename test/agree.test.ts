import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AGREEMENTS, OF_TEXTS } from './support/agree/agreements.ts'
import { type KeySchema, keysIn, keysOf, operatorsIn, operatorsOfTypes } from './support/agree/coverage.ts'
import { agreeInDatabases } from './support/agree/in-databases.ts'
import { focusedRulebook } from './support/draw-focused.ts'
import { WIDE_HEADINGS } from './support/draw-wide.ts'
import { asked, judged } from './support/engines.ts'
import { rulebooksOfAll } from './support/operators.ts'
import { bindTo, planOf } from './support/plans.ts'
import { ROOT } from './support/program.ts'

/** A printed query is right if its answers are those of the reference, text by text. */
agreeInDatabases('a printed query answers what leadq does', OF_TEXTS, engineOf => {
  it('fixtures/operators.csv', { timeout: 600_000 }, async () => {
    for (const { rulebook, headings, cells } of rulebooksOfAll()) {
      const { bound } = bindTo(planOf(rulebook), headings, [cells])
      expect(await asked(engineOf(), bound, [cells]), rulebook).toEqual(judged(bound, [cells]))
    }
  })

  it('a weighted total of scores without a bound, which whole numbers of a database do not hold', async () => {
    const rules = {
      leadq: 1,
      scores: {
        fit: { rules: [{ id: 'people', per: 'employees', points: 7 }] },
        more: { rules: [{ id: 'many', when: { employees: { above: 3 } }, points: 3 }] },
      },
      total: { fit: 2, more: 0.35 },
    }
    const rows = ['123456789012345', '999999999999999', '12', '-5', ''].map(cell => [cell])
    const { bound } = bindTo(planOf(rules), ['Employees'], rows)
    expect(await asked(engineOf(), bound, rows)).toEqual(judged(bound, rows))
  })

  it('fields whose names are those of steps of another one', async () => {
    const dates = ['date', 'digits', 'instant', 'local', 'truth', 'found', 'text', 'words', 'mail', 'raw', '1']
    const names = dates.map(name => `done_${name}`)
    const rules = {
      leadq: 1,
      fields: {
        done: { from: 'Done', type: 'boolean', empty: false },
        ...Object.fromEntries(names.map(name => [name, { from: name, type: 'date' }])),
      },
      tags: Object.fromEntries(['done', ...names].map(name => [name, { [name]: { known: true } }])),
    }
    const rows = [
      ['', ...names.map(() => '2026-02-01')],
      ['2026-02-01', ...names.map(() => '')],
      ['x', ...names.map(() => 'x')],
    ]
    const { bound } = bindTo(planOf(rules), ['Done', ...names], rows)
    expect(await asked(engineOf(), bound, rows)).toEqual(judged(bound, rows))
  })
})

describe('what is drawn', () => {
  const SEED = 1

  it('has every key of the language that a query depends on', () => {
    const schema: KeySchema = JSON.parse(readFileSync(join(ROOT, 'schema', 'rulebook.schema.json'), 'utf8'))
    const drawn = AGREEMENTS.flatMap(({ rulebooks }) => rulebooks({ numRuns: 300, seed: SEED }))
    const seen = new Set(drawn.flatMap(rulebook => [...keysIn(schema, rulebook)]))
    const missing = keysOf(schema).filter(key => !seen.has(key) && !key.startsWith('condition.'))
    // Fields of events are like those of leads. What a file says of another one is gone before a plan is bound.
    expect(missing.filter(key => !key.startsWith('event_condition.'))).toEqual(WITHOUT_QUERY)
  })

  it('asks every operator of every type', () => {
    const row = WIDE_HEADINGS.map(() => '')
    const plans = fc.sample(focusedRulebook, { numRuns: 500, seed: SEED }).map(planOf)
    const seen = new Set(plans.flatMap(plan => [...operatorsIn(bindTo(plan, WIDE_HEADINGS, [row]).bound)]))
    expect(operatorsOfTypes().filter(each => !seen.has(each))).toEqual([])
  })
})

/** Keys that do not change a printed query. */
const WITHOUT_QUERY = [
  'version',
  'fields.required',
  'rule.enabled',
  'criteria.enabled',
  'exclude.enabled',
  'events.fields.required',
  'labels',
  'extends',
]
