import { describe, expect, test } from 'vitest'
import type { Expr } from '../../src/ir/plan/expr.ts'
import { planOf, problemsOf, withCondition } from './read.ts'

const MORE = `lists:
  leaders: [CEO, Head of]
  sizes: [10, "20"]
  nobody: []
fields:
  seen: { type: date }
`

/** The condition without its places. */
function read(condition: string): unknown {
  const expr = planOf(withCondition(condition, MORE)).scores[0]?.groups[0]?.rules[0]?.when
  return JSON.parse(JSON.stringify(expr, (key, value) => (key === 'place' ? undefined : value)))
}

function field(name: string, test: Extract<Expr, { kind: 'test' }>['test']): Expr {
  return { kind: 'test', subject: { kind: 'field', name }, test }
}

describe('conditions', () => {
  test.each<[condition: string, expr: Expr]>([
    ['{ country: DE }', field('country', { operator: 'equals', values: ['de'] })],
    ['{ country: [DE, " At "] }', field('country', { operator: 'equals', values: ['de', 'at'] })],
    ['{ country: [] }', field('country', { operator: 'equals', values: [] })],
    ['{ country: $nobody }', field('country', { operator: 'equals', values: [] })],
    ['{ postal_code: 01067 }', field('postal_code', { operator: 'equals', values: ['01067'] })],
    ['{ phone: { starts_with: +49 } }', field('phone', { operator: 'starts_with', values: ['+49'] })],
    ['{ country: no }', field('country', { operator: 'equals', values: ['no'] })],
    ['{ message: 1e3 }', field('message', { operator: 'equals', values: ['1e3'] })],
    ['{ employees: $sizes }', field('employees', { operator: 'equals', values: [10, 20] })],
    [
      '{ job_title: { has_word: [CTO, $leaders] } }',
      field('job_title', { operator: 'has_word', values: ['CTO', 'CEO', 'Head of'] }),
    ],
    ['{ message: { contains: $5 } }', field('message', { operator: 'contains', values: ['$5'] })],
    ["{ email: { matches: '^[a-z]+@' } }", field('email', { operator: 'matches', values: ['^[a-z]+@'] })],
    ['{ email: { is: free_mail } }', field('email', { operator: 'is', values: ['free_mail'] })],
    ['{ email: { known: false } }', field('email', { operator: 'known', value: false })],
    ['{ employees: { between: [10, 50] } }', field('employees', { operator: 'between', low: 10, high: 50 })],
    ['{ seen: { in_last: 2w } }', field('seen', { operator: 'in_last', days: 14 })],
    ['{ seen: { after: 31.12.1970 } }', field('seen', { operator: 'after', day: 364 })],
    ['{ seen: 1970-01-02 }', field('seen', { operator: 'equals', values: [1] })],
    ['{ seen: { at_least: 1970-01-02 } }', field('seen', { operator: 'at_least', value: 1 })],
    ['{ demo_requested: ja }', field('demo_requested', { operator: 'equals', values: [true] })],
    [
      '{ employees: { above: 5, below: 9 } }',
      {
        kind: 'all',
        of: [field('employees', { operator: 'above', value: 5 }), field('employees', { operator: 'below', value: 9 })],
      },
    ],
    [
      '{ country: { not: [DE, AT] } }',
      {
        kind: 'except',
        subject: { kind: 'field', name: 'country' },
        of: [{ operator: 'equals', values: ['de', 'at'] }],
      },
    ],
    [
      '{ email: { contains: "@acme", not: { starts_with: info, ends_with: .org } } }',
      {
        kind: 'all',
        of: [
          field('email', { operator: 'contains', values: ['@acme'] }),
          {
            kind: 'except',
            subject: { kind: 'field', name: 'email' },
            of: [
              { operator: 'starts_with', values: ['info'] },
              { operator: 'ends_with', values: ['.org'] },
            ],
          },
        ],
      },
    ],
    [
      '{ any: [{ country: DE }, { not: { visits: 0 } }], some: { at_least: 1, of: [{ calls: 1 }] } }',
      {
        kind: 'all',
        of: [
          {
            kind: 'any',
            of: [
              field('country', { operator: 'equals', values: ['de'] }),
              { kind: 'not', of: field('visits', { operator: 'equals', values: [0] }) },
            ],
          },
          { kind: 'some', atLeast: 1, of: [field('calls', { operator: 'equals', values: [1] })] },
        ],
      },
    ],
  ])('%s', (condition, expr) => {
    expect(read(condition)).toEqual(expr)
  })

  test('a comparison keeps the place of its operator, or of its field', () => {
    const when = planOf(withCondition('{ employees: { above: 5 }, country: DE }')).scores[0]?.groups[0]?.rules[0]?.when
    expect(when).toMatchObject({
      of: [{ place: { line: 7, col: 30, endCol: 35 } }, { place: { line: 7, col: 42, endCol: 49 } }],
    })
  })
})

const ORDER =
  'the order is fields -> rules and scores -> grade -> account -> before -> criteria -> exclude -> stages -> segments -> tags -> owners -> next'
const NOTHING = '`known: false` holds where there is no value'

describe('conditions that cannot be read', () => {
  test.each<[condition: string, problems: string[]]>([
    ['DE', ['7:15 rule/shape']],
    ['{}', ['7:15 rule/shape']],
    ['{ country: {} }', ['7:26 rule/shape']],
    ['{ any: [] }', ['7:22 rule/shape']],
    ['{ all: { country: DE } }', ['7:22 rule/shape']],
    ['{ employes: 5 }', ['7:17 rule/unknown-field (did you mean `employees`?)']],
    ['{ fit: { at_least: 5 } }', ['7:17 rule/unknown-field']],
    ['{ at_least: 5 }', ['7:17 rule/unknown-field (an operator stands under a field: `employees: { at_least: ... }`)']],
    ['{ tag.pql: true }', ['7:17 rule/unknown-name']],
    ['{ account.leads: 5 }', ['7:17 rule/unknown-name (accounts are defined by `account: { by: company_domain }`)']],
    ['{ score.fit: 5 }', [`7:17 rule/too-early (${ORDER})`]],
    ['{ rule.r: 5 }', [`7:17 rule/too-early (${ORDER})`]],
    ['{ employees: { abov: 5 } }', ['7:30 rule/unknown-operator (did you mean `above`?)']],
    ['{ country: { not: { not: DE } } }', ['7:35 rule/shape']],
    [
      '{ employees: { contains: x } }',
      ['7:30 rule/type (use one of `equals`, `at_least`, `at_most`, `above`, `below`, `between`, `known` or `not`)'],
    ],
    ['{ country: null }', [`7:26 rule/constant (${NOTHING})`]],
    ['{ employees: { above: ~ } }', [`7:37 rule/constant (${NOTHING})`]],
    ['{ country: "" }', [`7:26 rule/pattern (${NOTHING})`]],
    ['{ country: [DE, " "] }', [`7:31 rule/pattern (${NOTHING})`]],
    ['{ country: [DE, [AT]] }', ['7:31 rule/shape']],
    ['{ country: $leadrs }', ['7:26 rule/unknown-name (did you mean `$leaders`?)']],
    ['{ employees: $leaders }', ['9:13 rule/constant', '9:18 rule/constant']],
    ['{ employees: { between: [50, 10] } }', ['7:39 rule/range (write `[10, 50]`)']],
    ['{ employees: { between: 50 } }', ['7:39 rule/shape']],
    ['{ employees: { between: [1, 2, 3] } }', ['7:39 rule/shape']],
    ['{ seen: { in_last: 30 } }', ['7:34 rule/shape (write `30d`)']],
    ['{ seen: { in_last: 2 weeks } }', ['7:34 rule/shape (write `2w`)']],
    ['{ seen: { older_than: 3 Monate } }', ['7:37 rule/shape (write `90d`)']],
    ['{ job_title: { has_word: "&" } }', ['7:40 rule/pattern (`contains` finds any sign)']],
    ['{ job_title: { contains: [cto, chief] } }', ['7:41 rule/substring (`has_word` finds whole words only)']],
    ["{ job_title: { matches: 'a(?=b)' } }", ['7:39 rule/pattern']],
    ['{ email: { is: freemail } }', ['7:30 rule/constant (did you mean `free_mail`?)']],
    ['{ some: { at_least: 2, of: [{ country: DE }] } }', ['7:35 rule/range']],
    ['{ some: { at_least: 1, of: [budget] } }', ['7:43 rule/unknown-name']],
    ['{ some: { of: [{ country: DE }] } }', ['7:23 rule/missing-key']],
  ])('%s', (condition, problems) => {
    expect(problemsOf(withCondition(condition, MORE))).toEqual(problems)
  })
})

/** Names of everything, used in a condition that stands in line 12 and further. */
const WORLD = `leadq: 1
scores:
  fit: { rules: [{ id: r, when: { country: DE }, points: 1 }, { id: off, enabled: false }] }
grade: { fit: { A: 5, 1: 0 } }
criteria:
  budget: { when: { budget: { known: true } } }
  need: { enabled: false }
exclude: [{ id: x, when: { country: FR } }]
stages: [{ stage: SQL, when: { country: DE } }, { stage: nurture }]
segments: { heat: { hot: { country: DE }, cold: otherwise } }
tags:
`

describe('what conditions can name', () => {
  test.each<[condition: string, expr: object]>([
    ['{ score.fit: { known: false } }', { subject: { kind: 'score', name: 'fit' } }],
    ['{ score.total: { at_least: 5 } }', { subject: { kind: 'total' } }],
    ['{ rule.r: { above: 0 } }', { subject: { kind: 'rule', id: 'r' } }],
    ['{ grade: [A, 1, "?"] }', { subject: { kind: 'grade' }, test: { operator: 'equals', values: ['a', '1', '?'] } }],
    ['{ criteria.budget: met }', { subject: { kind: 'criterion', name: 'budget' } }],
    ['{ criteria.met: { at_least: 1 } }', { subject: { kind: 'criteria', count: 'met' } }],
    ['{ criteria.unknown: 0 }', { subject: { kind: 'criteria', count: 'unknown' } }],
    ['{ stage: [sql, disqualified] }', { subject: { kind: 'stage' }, test: { values: ['sql', 'disqualified'] } }],
    ['{ segment.heat: hot }', { subject: { kind: 'segment', name: 'heat' } }],
    ['{ tag.above: true }', { subject: { kind: 'tag', name: 'above' }, test: { values: [true] } }],
    [
      '{ some: { at_least: 1, of: [budget] } }',
      { of: [{ subject: { kind: 'criterion', name: 'budget' }, test: { operator: 'equals', values: ['met'] } }] },
    ],
  ])('%s', (condition, expr) => {
    const plan = planOf(`${WORLD}  above: { country: DE }\n  this: ${condition}\n`)
    expect(plan.tags[1]?.when).toMatchObject(expr)
  })

  test.each<[condition: string, problems: string[]]>([
    ['{ grade: B }', ['12:18 rule/unknown-name (allowed: `A`, `1`, `?`)']],
    ['{ stage: SQLL }', ['12:18 rule/unknown-name (did you mean `SQL`?)']],
    ['{ segment.heat: warm }', ['12:25 rule/unknown-name (allowed: `hot`, `cold`)']],
    ['{ segment.heet: hot }', ['12:11 rule/unknown-name (did you mean `segment.heat`?)']],
    ['{ criteria.budget: yes }', ['12:28 rule/unknown-name (allowed: `met`, `not_met`, `unknown`)']],
    ['{ criteria.budget: { known: true } }', ['12:30 rule/type (use one of `equals` or `not`)']],
    ['{ criteria.need: met }', ['12:11 rule/unknown-name (it is dropped by `enabled: false`)']],
    ['{ rule.off: 0 }', ['12:11 rule/unknown-name (it is dropped by `enabled: false`)']],
    ['{ heat: hot }', ['12:11 rule/unknown-field (did you mean `segment.heat`?)']],
    ['{ tag.this: true }', ['12:11 rule/too-early (a segment or tag may use those above it)']],
    ['{ tag.below: true }', ['12:11 rule/too-early (a segment or tag may use those above it)']],
    ['{ some: { at_least: 1, of: [bugdet] } }', ['12:37 rule/unknown-name (did you mean `budget`?)']],
  ])('%s', (condition, problems) => {
    expect(problemsOf(`${WORLD}  this: ${condition}\n  below: { country: DE }\n`)).toEqual(problems)
  })

  test('what could not be read is not missed a second time', () => {
    const text = `leadq: 1
fields: { size: { type: nubmer } }
scores: { fit: { rules: none } }
criteria: []
segments: { heat: [hot] }
tags:
  a: { size: { at_least: 5 }, rule.x: 1, criteria.y: met, segment.heat: hot, some: { at_least: 1, of: [y] } }
`
    expect(problemsOf(text)).toEqual([
      '2:25 rule/shape (did you mean `number`?)',
      '3:25 rule/shape',
      '4:11 rule/shape',
      '5:19 rule/shape',
    ])
  })
})
