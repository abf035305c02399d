import { describe, expect, test } from 'vitest'
import { readRulebook } from '../../src/rulebook/index.ts'
import { EXAMPLE, planOf, problemsOf } from './read.ts'

/** Every object inside a value, the value itself included. */
function* objectsIn(value: unknown): Generator<object> {
  if (typeof value !== 'object' || value === null) return
  yield value
  for (const part of Object.values(value)) yield* objectsIn(part)
}

describe('the plan of the example', () => {
  const plan = planOf(EXAMPLE)

  test('is read without a problem', () => {
    expect(problemsOf(EXAMPLE)).toEqual([])
  })

  test('is frozen and plain', () => {
    expect([...objectsIn(plan)].every(part => Object.isFrozen(part))).toBe(true)
    expect(JSON.parse(JSON.stringify(plan))).toStrictEqual(plan)
  })

  test('has the parts of the rulebook in their order', () => {
    const { scores, stages, segments, tags } = plan
    expect(plan).toMatchObject({ name: 'B2B software, DACH', version: '2026.4' })
    expect(plan.locale).toMatchObject({ timezone: 'Europe/Berlin', nulls: ['select', 'k. a.'] })
    expect(scores.map(({ name, groups }) => [name, groups.map(group => group.name)])).toEqual([
      ['fit', ['company', 'role']],
      ['engagement', ['forms', 'behaviour']],
    ])
    expect(stages.map(({ stage }) => stage)).toEqual(['SQL', 'SQL', 'MQL', 'MQL', 'nurture'])
    expect(segments.map(({ rows }) => rows.map(({ label }) => label))).toEqual([
      ['hot', 'warm', 'cold'],
      ['BoFu', 'MoFu', 'ToFu'],
    ])
    expect(tags.map(({ name }) => name)).toEqual(['pql', 'do-not-email', 'not-yet-a-lead'])
    expect(scores[0]?.groups[0]?.rules[0]).toMatchObject({
      id: 'size',
      place: { file: 'test.yaml', line: 25, col: 19 },
    })
  })

  test('has every field that is declared or read', () => {
    expect(Object.keys(plan.fields).slice(0, 7)).toEqual([
      'budget',
      'timeline',
      'interests',
      'orders',
      'competitor',
      'employees',
      'industry',
    ])
    expect(plan.fields.timeline).toMatchObject({ type: 'number', map: [{ from: '0-3 monate', to: 3 }, { to: 6 }] })
    expect(plan.fields.employees).toEqual({ name: 'employees', type: 'number', from: [], map: [] })
    expect(plan.fields).not.toHaveProperty('postal_code')
  })
})

describe('fields', () => {
  test.each<[field: string, read: object]>([
    ['visits: {}', { type: 'number', from: [] }],
    ['interests: {}', { type: 'list', from: [], split: expect.any(String) }],
    ['shoe_size: { type: number }', { type: 'number', from: ['shoe_size'] }],
    ['shoe_size: { from: [Shoe, Schuh] }', { type: 'text', from: ['Shoe', 'Schuh'] }],
    [
      'paid: { type: boolean, map: { " Bezahlt ": yes, offen: no, "?": null } }',
      {
        map: [
          { from: 'bezahlt', to: true },
          { from: 'offen', to: false },
          { from: '?', to: null },
        ],
      },
    ],
    ['since: { type: date, empty: 1970-01-11 }', { empty: 10 }],
    ['skills: { type: list, split: " " }', { split: ' ' }],
  ])('%s', (field, read) => {
    const [found] = Object.values(planOf(`leadq: 1\nfields: { ${field} }\n`).fields)
    expect(found).toMatchObject(read)
  })

  test.each<[field: string, problems: string[]]>([
    ['a: { empty: 5, type: date }', ['2:23 rule/constant']],
    ['a: { type: number, map: { x: few } }', ['2:40 rule/constant']],
    ['a: { split: "," }', ['2:23 rule/type']],
    ['a: { type: list, split: "" }', ['2:35 rule/shape']],
    ['a: { from: [] , frm: x }', ['2:27 rule/unknown-key (did you mean `from`?)']],
    ['a: Budget', ['2:14 rule/shape']],
  ])('%s', (field, problems) => {
    expect(problemsOf(`leadq: 1\nfields: { ${field} }\n`)).toEqual(problems)
  })
})

test('a rulebook without a name has that of its file, and an error leaves no plan', () => {
  expect(readRulebook({ file: 'rules/saas.v2.yaml', text: 'leadq: 1' }).plan?.name).toBe('saas.v2')
  expect(readRulebook({ file: 'a.yaml', text: 'leadq: 1\nx: 1' })).not.toHaveProperty('plan')
})

test('a warning leaves the plan', () => {
  const { plan, diagnostics } = readRulebook({
    file: 'a.yaml',
    text: 'leadq: 1\ntags: { boss: { job_title: { contains: cto } } }',
  })
  expect(diagnostics).toMatchObject([{ code: 'rule/substring', severity: 'warning' }])
  expect(plan?.tags).toHaveLength(1)
})
