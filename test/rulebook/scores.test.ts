import { describe, expect, test } from 'vitest'
import type { Rule, Score } from '../../src/ir/plan/plan.ts'
import { planOf, problemsOf, withRule } from './read.ts'

function ruleOf(rule: string): Rule | undefined {
  return planOf(withRule(rule)).scores[0]?.groups[0]?.rules[0]
}

function scoreOf(score: string): Score | undefined {
  return planOf(`leadq: 1\nscores:\n  fit: ${score}\n`).scores[0]
}

describe('how a rule earns', () => {
  test.each<[rule: string, earns: object]>([
    ['{ id: a, when: { country: DE }, points: -5 }', { kind: 'once', points: -5 }],
    [
      '{ id: a, field: industry, points: { Software: 20, 2: 5, 1: 4 }, else: 1 }',
      {
        kind: 'table',
        field: 'industry',
        rows: [
          { value: 'software', points: 20 },
          { value: '2', points: 5 },
          { value: '1', points: 4 },
        ],
        otherwise: 1,
      },
    ],
    [
      '{ id: a, field: employees, points: { 10: 1 } }',
      { kind: 'table', field: 'employees', rows: [{ value: 10, points: 1 }], otherwise: 0 },
    ],
    [
      '{ id: a, field: employees, points_from: { 50: 12, 200: 25, 0: 1 } }',
      {
        kind: 'points_from',
        field: 'employees',
        rows: [
          { from: 200, points: 25 },
          { from: 50, points: 12 },
          { from: 0, points: 1 },
        ],
      },
    ],
    [
      '{ id: a, per: annual_revenue, every: 0.5, points: 1 }',
      { kind: 'per', field: 'annual_revenue', every: 0.5, points: 1 },
    ],
    ['{ id: a, per: visits, points: 1, when: { country: DE } }', { kind: 'per', field: 'visits', every: 1, points: 1 }],
  ])('%s', (rule, earns) => {
    expect(ruleOf(rule)?.earns).toEqual(earns)
  })

  test('by the first case that holds', () => {
    const rule = '{ id: a, field: visits, cases: [{ when: { at_least: 50 }, points: 5 }, { when: [1, 2], points: 1 }] }'
    expect(ruleOf(rule)?.earns).toMatchObject({
      kind: 'cases',
      field: 'visits',
      rows: [
        { when: { kind: 'test', subject: { name: 'visits' }, test: { operator: 'at_least', value: 50 } }, points: 5 },
        { when: { test: { operator: 'equals', values: [1, 2] } }, points: 1 },
      ],
    })
  })

  const ways =
    ' (a rule has `when` and `points`, or `field` and one of `points: {...}`, `points_from` and `cases`, or `per` and `points`, or `event` and `points`)'

  test.each<[rule: string, problems: string[]]>([
    ['{ id: a }', [`5:15 rule/points${ways}`]],
    ['{ id: a, points: 5 }', [`5:15 rule/points${ways}`]],
    ['{ id: a, when: { country: DE } }', [`5:15 rule/points${ways}`]],
    ['{ id: a, field: industry, points: 5 }', [`5:15 rule/points${ways}`]],
    ['{ id: a, field: employees, points: { 1: 2 }, points_from: { 1: 2 } }', [`5:15 rule/points${ways}`]],
    ['{ id: a, field: employees, per: visits, points: 2 }', [`5:15 rule/points${ways}`]],
    ['{ id: a, per: visits, points: 2, else: 1 }', ['5:48 rule/points']],
    ['{ id: a, when: { country: DE }, points: 2, every: 10 }', ['5:59 rule/points']],
    ['{ id: a, per: visits, every: 0, points: 2 }', ['5:38 rule/range']],
    ['{ id: a, per: country, points: 2 }', ['5:23 rule/type']],
    ['{ id: a, field: country, points_from: { 1: 2 } }', ['5:25 rule/type']],
    ['{ id: a, field: contry, points: { DE: 2 } }', ['5:25 rule/unknown-field (did you mean `country`?)']],
    ['{ id: a, field: score.fit, points: { DE: 2 } }', ['5:25 rule/unknown-field']],
    ['{ id: a, field: employees, points_from: { 50: 1, 50.0: 2 } }', ['5:58 rule/range']],
    ['{ id: a, field: employees, points: { lots: 2 } }', ['5:46 rule/constant']],
    ['{ id: a, per: visits, points: 1.5 }', ['5:39 rule/shape']],
    ['{ id: a, per: visits, points: 1000001 }', ['5:39 rule/range']],
    ['{ id: a, per: visits, pionts: 1 }', ['5:31 rule/unknown-key (did you mean `points`?)']],
    [
      '{ id: a, when: { country: DE }, points: -5, max: 3 }',
      ['5:58 rule/points (use `min` to limit how many points are taken away)'],
    ],
    ['{ id: a, per: visits, points: 1, max: 3, min: 4 }', ['5:47 rule/range']],
  ])('not by %s', (rule, problems) => {
    expect(problemsOf(withRule(rule))).toEqual(problems)
  })

  test('`min` bounds what a rule takes away, and a dropped rule need not say how it earns', () => {
    const score = scoreOf('{ rules: [{ id: a, per: calls, points: -1, min: -5 }, { id: b, enabled: false }] }')
    expect(score?.groups[0]?.rules).toMatchObject([{ id: 'a', min: -5 }])
  })
})

describe('fade', () => {
  const rule = '{ id: a, when: { country: DE }, points: 1, since: demo_date'

  test.each<[name: string, score: string, fade: object]>([
    ['none is written', `{ rules: [${rule} }] }`, { kind: 'none' }],
    ['the score has one', `{ fade: { half_life: 30d }, rules: [${rule} }] }`, { kind: 'half_life', days: 30 }],
    [
      'the group has one',
      `{ fade: { half_life: 30d }, groups: { g: { fade: { linear: 2w }, rules: [${rule} }] } } }`,
      { kind: 'linear', days: 14 },
    ],
    [
      'the rule has one',
      `{ fade: { half_life: 30d }, rules: [${rule}, fade: { steps: { 7d: 100, 30d: 50 } } }] }`,
      {
        kind: 'steps',
        steps: [
          { days: 7, percent: 100 },
          { days: 30, percent: 50 },
        ],
      },
    ],
    ['the rule lifts it', `{ fade: { half_life: 30d }, rules: [${rule}, fade: none }] }`, { kind: 'none' }],
    [
      'the rule has no date',
      '{ fade: { half_life: 30d }, rules: [{ id: a, per: visits, points: 1 }] }',
      { kind: 'none' },
    ],
  ])('%s', (_, score, fade) => {
    expect(scoreOf(score)?.groups[0]?.rules[0]?.fade).toEqual(fade)
  })

  test.each<[rule: string, problems: string[]]>([
    [`${rule}, fade: { half_life: 0d } }`, ['5:89 rule/range']],
    [`${rule}, fade: { linear: 401d } }`, ['5:86 rule/range']],
    [`${rule}, fade: { half_life: 30 } }`, ['5:89 rule/shape (write `30d`)']],
    [`${rule}, fade: { half_life: 30d, linear: 5d } }`, ['5:76 rule/shape']],
    [`${rule}, fade: {} }`, ['5:76 rule/shape']],
    [`${rule}, fade: { steps: { 30d: 50, 7d: 100 } } }`, ['5:96 rule/range']],
    [`${rule}, fade: { steps: { 30d: 101 } } }`, ['5:92 rule/range']],
    [
      '{ id: a, per: visits, points: 1, within: 30d }',
      ['5:50 rule/points (`since` names the date field whose age counts)'],
    ],
    [
      '{ id: a, per: visits, points: 1, fade: { linear: 30d } }',
      ['5:48 rule/points (`since` names the date field whose age counts)'],
    ],
    ['{ id: a, per: visits, points: 1, since: country }', ['5:49 rule/type']],
    ['{ id: a, per: visits, points: 20000, since: demo_date, fade: { linear: 30d } }', ['5:39 rule/range']],
  ])('%s', (written, problems) => {
    expect(problemsOf(withRule(written))).toEqual(problems)
  })
})

describe('scores', () => {
  test('a floor of 0 unless it is lifted, rules without a group where they are written', () => {
    expect(scoreOf('{ max: 100 }')).toMatchObject({ name: 'fit', start: 0, max: 100, min: 0, groups: [] })
    expect(scoreOf('{ min: none, start: 2 }')).not.toHaveProperty('min')
    const loose = '{ groups: { g: { max: 5, rules: [] } }, rules: [{ id: a, per: visits, points: 1 }] }'
    expect(scoreOf(loose)?.groups).toMatchObject([{ name: 'g', max: 5, rules: [] }, { rules: [{ id: 'a' }] }])
    const before = '{ rules: [{ id: a, per: visits, points: 1 }], groups: { g: { rules: [] } } }'
    expect(scoreOf(before)?.groups).toMatchObject([{ rules: [{ id: 'a' }] }, { name: 'g', rules: [] }])
  })

  test('total and grade', () => {
    const plan = planOf(`leadq: 1
scores: { fit: {}, engagement: {} }
total: { fit: 0.3333, engagement: 2 }
grade: { engagement: { 2: 0, 1: 50 }, fit: { A: 75, B: 0 } }
`)
    expect(plan.total).toEqual([
      { score: 'fit', weight: 3333 },
      { score: 'engagement', weight: 20_000 },
    ])
    expect(plan.grade).toEqual([
      {
        score: 'engagement',
        bands: [
          { label: '1', from: 50 },
          { label: '2', from: 0 },
        ],
      },
      {
        score: 'fit',
        bands: [
          { label: 'A', from: 75 },
          { label: 'B', from: 0 },
        ],
      },
    ])
  })

  test.each<[text: string, problems: string[]]>([
    ['scores: { fit: { max: 5, min: 6 } }', ['2:23 rule/range']],
    ['scores: { fit: { max: -1 } }', ['2:23 rule/range']],
    ['scores: { fit: { groups: { g: { max: 5 } } } }', ['2:31 rule/missing-key']],
    ['scores: { fit: { groups: { g: { rules: [], after: demo_date } } } }', ['2:51 rule/points']],
    ['scores: { fit: {} }\ntotal: { fot: 1 }', ['3:10 rule/unknown-name (did you mean `fit`?)']],
    ['scores: { fit: {} }\ntotal: { fit: 0 }', ['3:15 rule/range']],
    ['scores: { fit: {} }\ntotal: { fit: -1 }', ['3:15 rule/range']],
    ['scores: { fit: {} }\ntotal: { fit: 0.33333 }', ['3:15 rule/shape']],
    ['scores: { fit: {} }\ngrade: { fit: { A: 5, B: 5 } }', ['3:26 rule/range']],
    ['scores: { fit: {} }\ngrade: { fit: {} }', ['3:10 rule/shape']],
    ['grade: { fit: { A: 5 } }', ['2:10 rule/unknown-name']],
  ])('%s', (text, problems) => {
    expect(problemsOf(`leadq: 1\n${text}\n`)).toEqual(problems)
  })
})
