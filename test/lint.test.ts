import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultLevel } from '../src/lint/findings/catalogue.ts'
import { alikeRules } from '../src/lint/judging/alike-rules.ts'
import { examine } from '../src/lint/judging/examination.ts'
import { observe } from '../src/lint/lint.ts'
import { readRulebook } from '../src/rulebook/index.ts'
import { AS_OF } from './support/plans.ts'
import { ROOT } from './support/program.ts'

/** Findings of lint in small rulebooks, and near misses. */

type Row = readonly [what: string, rules: string, beside: string, codes: readonly string[]]

const DE = '{ id: a, when: { country: DE }, points: 30 }'
const stages = (first: string) => `stages: [ ${first}, { stage: nurture } ]`
const cases = (...rows: readonly string[]) => `{ id: a, field: employees, cases: [ ${rows.join(', ')} ] }`
const contains = (text: string) => `{ id: a, when: { job_title: { contains: ${text} } }, points: 5 }`

const many = (rule: (n: number) => string) => Array.from({ length: 200 }, (_, n) => rule(n + 1)).join(', ')

const POINTS_AGAINST_FIELDS: readonly Row[] = [
  [
    'only one country gives the points that a stage wants of another',
    `${DE}, { id: b, when: { country: AT }, points: 10 }`,
    stages('{ stage: SQL, when: { score.fit: { at_least: 30 }, country: AT } }'),
    ['lint/unreachable'],
  ],
  [
    'the other country gives enough',
    `${DE}, { id: b, when: { country: AT }, points: 20 }, { id: c, when: { employees: { at_least: 5 } }, points: 10 }`,
    stages('{ stage: SQL, when: { score.fit: { at_least: 30 }, country: AT } }'),
    [],
  ],
  [
    'a table gives too little for the value that a stage wants',
    '{ id: a, field: country, points: { DE: 30, AT: 10 }, else: 5 }, { id: b, when: { demo_requested: true }, points: 15 }',
    stages('{ stage: SQL, when: { score.fit: { at_least: 30 }, country: AT } }'),
    ['lint/unreachable'],
  ],
  [
    'a score that is reached by a rule that must not have fired',
    '{ id: a, when: { country: DE }, points: 5 }',
    stages('{ stage: MQL, when: { score.fit: { at_least: 3 }, rule.a: { below: 2 } } }'),
    ['lint/contradiction'],
  ],
  [
    'a score that another rule can reach alone',
    '{ id: a, when: { country: DE }, points: 5 }, { id: b, when: { demo_requested: true }, points: 5 }',
    stages('{ stage: MQL, when: { score.fit: { at_least: 3 }, rule.a: { below: 2 } } }'),
    [],
  ],
  [
    'a row whose points need what the row above takes',
    '{ id: a, field: employees, points_from: { 10: 20, 100: 60 } }, { id: b, when: { country: DE }, points: 30 }',
    stages(
      '{ stage: MQL, when: { score.fit: { above: 31 }, country: DE } }, { stage: SQL, when: { score.fit: { at_least: 61 } } }',
    ),
    ['lint/shadowed'],
  ],
  [
    'a row whose points can be had otherwise',
    '{ id: a, field: employees, points_from: { 10: 20, 100: 60 } }, { id: b, when: { country: DE }, points: 30 }, { id: c, when: { demo_requested: true }, points: 5 }',
    stages(
      '{ stage: MQL, when: { score.fit: { above: 31 }, country: DE } }, { stage: SQL, when: { score.fit: { at_least: 61 } } }',
    ),
    [],
  ],
  [
    'a stage whose points need what is excluded',
    DE,
    `exclude: [ { id: de, when: { country: DE } } ]\n${stages('{ stage: SQL, when: { score.fit: { at_least: 30 } } }')}`,
    ['lint/unreachable'],
  ],
  [
    'a rule whose second way leaves another rule its points',
    '{ id: a, when: { any: [ { country: DE }, { employees: { at_least: 50 } } ] }, points: 30 }, { id: b, when: { country: FR }, points: 30 }',
    stages('{ stage: SQL, when: { score.fit: { at_least: 60 } } }'),
    [],
  ],
  [
    'a rule that leaves another rule its points in no way',
    '{ id: a, when: { any: [ { country: DE }, { country: AT } ] }, points: 30 }, { id: b, when: { country: FR }, points: 30 }',
    stages('{ stage: SQL, when: { score.fit: { at_least: 60 } } }'),
    ['lint/unreachable'],
  ],
  [
    'three rules that agree only on what none of them takes first',
    '{ id: a, when: { any: [ { country: DE }, { employees: { at_least: 50 } } ] }, points: 30 }, { id: b, when: { any: [ { employees: { below: 50 } }, { country: FR } ] }, points: 30 }, { id: c, when: { employees: { above: 99 } }, points: 30 }',
    stages('{ stage: SQL, when: { score.fit: { at_least: 90 } } }'),
    [],
  ],
  [
    'a rule with a least of points gives 0 where its condition fails',
    '{ id: a, when: { country: DE }, points: 3, min: 5 }, { id: b, when: { employees: { at_least: 5 } }, points: 3 }',
    stages('{ stage: SQL, when: { rule.a: { below: 1 }, score.fit: { at_least: 3 } } }'),
    [],
  ],
  [
    'an exclusion that takes some of a stage',
    `${DE}, { id: b, when: { country: AT }, points: 30 }`,
    `exclude: [ { id: de, when: { country: DE } } ]\n${stages('{ stage: SQL, when: { score.fit: { at_least: 30 } } }')}`,
    [],
  ],
  [
    'a rule that the score needs',
    '{ id: a, when: { country: DE }, points: 40 }, { id: b, when: { employees: { at_least: 10 } }, points: 40 }',
    stages('{ stage: SQL, when: { score.fit: { at_least: 70 }, rule.a: { above: 0 } } }'),
    ['lint/implied'],
  ],
  [
    'a score that the rule alone gives',
    '{ id: a, when: { country: DE }, points: 40 }, { id: b, when: { employees: { at_least: 10 } }, points: 40 }',
    stages('{ stage: SQL, when: { score.fit: { at_least: 40 }, rule.a: { above: 0 } } }'),
    ['lint/implied'],
  ],
  [
    'a rule and a score that need each other',
    '{ id: a, when: { country: DE }, points: 40 }, { id: b, when: { employees: { at_least: 10 } }, points: 40 }, { id: c, when: { demo_requested: true }, points: 40 }',
    stages('{ stage: SQL, when: { score.fit: { at_least: 70 }, rule.a: { above: 0 } } }'),
    [],
  ],
  [
    'a grade above the cap',
    '{ id: a, when: { country: DE }, points: 40 }',
    'grade: { fit: { A: 75, B: 20, C: 0 } }',
    ['lint/unreachable'],
  ],
  ['grades within reach', '{ id: a, when: { country: DE }, points: 80 }', 'grade: { fit: { A: 75, B: 20, C: 0 } }', []],
]

const BETWEEN: readonly Row[] = [
  [
    'cases leave a range out',
    cases(
      '{ when: { between: [1, 49] }, points: 5 }',
      '{ when: { between: [60, 99] }, points: 8 }',
      '{ when: { at_least: 100 }, points: 20 }',
    ),
    '',
    ['lint/gap'],
  ],
  [
    'cases that follow each other',
    cases(
      '{ when: { between: [1, 49] }, points: 5 }',
      '{ when: { between: [50, 99] }, points: 8 }',
      '{ when: { at_least: 100 }, points: 20 }',
    ),
    '',
    [],
  ],
  [
    'cases leave one number out',
    cases('{ when: { between: [1, 49] }, points: 5 }', '{ when: { above: 50 }, points: 20 }'),
    '',
    ['lint/boundary-gap'],
  ],
  [
    'points for the ends, none in the middle',
    cases('{ when: { below: 10 }, points: -5 }', '{ when: { above: 200 }, points: 10 }'),
    '',
    [],
  ],
  [
    'stages leave one number out',
    '{ id: a, per: employees, points: 1, max: 100 }',
    stages(
      '{ stage: SQL, when: { score.fit: { above: 60 } } }, { stage: MQL, when: { score.fit: { between: [30, 59] } } }',
    ),
    ['lint/boundary-gap'],
  ],
  [
    'stages that follow each other',
    '{ id: a, per: employees, points: 1, max: 100 }',
    stages(
      '{ stage: SQL, when: { score.fit: { above: 60 } } }, { stage: MQL, when: { score.fit: { between: [30, 60] } } }',
    ),
    [],
  ],
  [
    'before and after the same day',
    '{ id: a, when: { created_date: { before: 2025-06-01 } }, points: 5 }, { id: b, when: { created_date: { after: 2025-06-01 } }, points: 7 }',
    '',
    ['lint/boundary-gap'],
  ],
  [
    'before a day and after the day before it',
    '{ id: a, when: { created_date: { before: 2025-06-01 } }, points: 5 }, { id: b, when: { created_date: { after: 2025-05-31 } }, points: 7 }',
    '',
    [],
  ],
  [
    'other guards',
    '{ id: a, when: { country: DE, employees: { below: 50 } }, points: 5 }, { id: b, when: { industry: Software, employees: { above: 50 } }, points: 8 }',
    '',
    [],
  ],
  [
    'the same guards',
    '{ id: a, when: { country: DE, employees: { below: 50 } }, points: 5 }, { id: b, when: { country: DE, employees: { above: 50 } }, points: 8 }',
    '',
    ['lint/boundary-gap'],
  ],
  [
    'both in one condition',
    '{ id: a, when: { employees: { above: 50, below: 50 } }, points: 5 }',
    '',
    ['lint/contradiction'],
  ],
]

const WORDS: readonly Row[] = [
  ...['intern', 'test', 'head', 'cto', 'coo', 'trial', 'sport', 'rent', 'hr'].map(
    (word): Row => [`${word} is inside other words`, contains(word), '', ['rule/substring']],
  ),
  [
    'the same under not',
    contains('{ not: x }').replace('{ contains: { not: x } }', '{ not: { contains: intern } }'),
    '',
    ['rule/substring'],
  ],
  ...[
    'ceo',
    'cmo',
    'cfo',
    'md',
    'manager',
    'engineer',
    'marketing',
    'leiter',
    'sales',
    'owner',
    'developer',
    'admin',
    'tech',
  ].map((word): Row => [`${word} is in no other word`, contains(word), '', []]),
]

const REST: readonly Row[] = [
  [
    'one event alone',
    '{ id: a, event: demo, points: 60, limit: once }, { id: b, when: { employees: { above: 4 } }, points: 10 }',
    stages('{ stage: SQL, when: { score.fit: { at_least: 60 } } }'),
    ['lint/single-rule'],
  ],
  [
    'four events of one rule',
    '{ id: b, event: page_view, points: 5, limit: 4 }',
    stages('{ stage: SQL, when: { score.fit: { at_least: 20 } } }'),
    ['lint/single-rule'],
  ],
  [
    'one rule by way of the total',
    '{ id: a, when: { country: DE }, points: 60 }',
    `total: { fit: 1 }\n${stages('{ stage: SQL, when: { score.total: { at_least: 50 } } }')}`,
    ['lint/single-rule'],
  ],
  [
    'a table in another order',
    '{ id: a, field: country, points: { DE: 5, AT: 3 } }, { id: b, field: country, points: { AT: 3, DE: 5 } }',
    '',
    ['lint/duplicate-rule'],
  ],
  [
    'a table and a condition that say the same',
    '{ id: a, field: country, points: { DE: 5 } }, { id: b, when: { country: DE }, points: 5 }',
    '',
    ['lint/duplicate-rule'],
  ],
  [
    'a table and a condition that cancel each other out',
    '{ id: a, field: country, points: { DE: 5 } }, { id: b, when: { country: DE }, points: -5 }',
    '',
    ['lint/cancel'],
  ],
  [
    'a table with more than the condition',
    '{ id: a, field: country, points: { DE: 5, AT: 5 } }, { id: b, when: { country: DE }, points: 5 }',
    '',
    [],
  ],
  [
    'one duplicate among two hundred thresholds',
    `${many(n => `{ id: r${n}, when: { employees: { at_least: ${n} } }, points: 1 }`)}, { id: z, when: { employees: { at_least: 77 } }, points: 1 }`,
    '',
    ['lint/duplicate-rule'],
  ],
  ['values that fold together', '{ id: a, field: country, points: { DE: 5, de: 10, AT: 3 } }', '', ['lint/shadowed']],
  [
    'one event is worth more than the max',
    '{ id: a, event: page_view, points: 20, max: 10 }',
    '',
    ['lint/constant-max'],
  ],
  ['one event is worth less than the max', '{ id: a, event: page_view, points: 5, max: 10 }', '', []],
  [
    'a free mailer that is none',
    '{ id: a, when: { email: { is: free_mail, ends_with: "@acme-corp.example" } }, points: 5 }',
    '',
    ['lint/contradiction'],
  ],
  [
    'a mailbox of a desk with a name of a person',
    '{ id: a, when: { email: { is: role_mail, starts_with: "anna@" } }, points: 5 }',
    '',
    ['lint/contradiction'],
  ],
  ['a mailbox of a desk', '{ id: a, when: { email: { is: role_mail, starts_with: "info@" } }, points: 5 }', '', []],
  [
    'every event of a table is worth more than the max',
    '{ id: a, event: form, of: kind, points: { demo: 40, call: 30 }, max: 20 }',
    '',
    ['lint/constant-max'],
  ],
  [
    'one event of a table is worth less than the max',
    '{ id: a, event: form, of: kind, points: { demo: 40, call: 10 }, max: 20 }',
    '',
    [],
  ],
  [
    'a phone number gives the points that are asked for beside it',
    '{ id: a, when: { phone: { known: true } }, points: 20 }',
    stages('{ stage: SQL, when: { score.fit: { at_least: 15 }, phone: { known: true } } }'),
    ['lint/implied'],
  ],
  [
    'a phone number gives some of them',
    '{ id: a, when: { phone: { known: true } }, points: 20 }, { id: b, when: { country: DE }, points: 20 }',
    stages('{ stage: SQL, when: { score.fit: { at_least: 25 }, phone: { known: true } } }'),
    [],
  ],
  [
    'two days between before and after',
    '{ id: a, when: { created_date: { before: 2025-06-01 } }, points: 5 }, { id: b, when: { created_date: { after: 2025-06-02 } }, points: 7 }',
    '',
    ['lint/gap'],
  ],
  ['a free mailer', '{ id: a, when: { email: { is: free_mail, ends_with: "@gmail.com" } }, points: 5 }', '', []],
  [
    'a business address at a free mailer',
    '{ id: a, when: { email: { is: business_mail, ends_with: "@gmail.com" } }, points: 5 }',
    '',
    ['lint/contradiction'],
  ],
  [
    'a field that is filled where it is empty',
    '{ id: a, when: { not: { orders: { at_least: 1 } } }, points: 5 }',
    'fields: { orders: { from: Orders, type: number, empty: 0 } }',
    [],
  ],
  [
    'exactly so many points',
    `${DE}, { id: b, when: { employees: { at_least: 5 } }, points: 10 }`,
    stages('{ stage: SQL, when: { score.fit: 30 } }'),
    ['lint/exact-number'],
  ],
  [
    'a part of a keep_while that can never hold',
    DE,
    stages(
      '{ stage: SQL, when: { score.fit: { at_least: 30 } }, keep_while: { any: [ { country: AT }, { score.fit: { at_least: 90 } } ] } }',
    ),
    ['lint/unreachable'],
  ],
  [
    'a keep_while that holds of other leads than when',
    DE,
    stages('{ stage: SQL, when: { score.fit: { at_least: 30 } }, keep_while: { country: AT }, cool_down: 2w }'),
    [],
  ],
  [
    'a cool_down whose leads another stage takes first',
    DE,
    'stages: [ { stage: SQL, when: { country: DE }, cool_down: 2w }, { stage: MQL, when: { employees: { at_least: 5 } } }, { stage: SQL } ]',
    [],
  ],
  [
    'a cool_down whose leads come in by the next row',
    DE,
    'stages: [ { stage: SQL, when: { country: DE }, cool_down: 2w }, { stage: MQL, when: { country: AT } }, { stage: SQL } ]',
    ['lint/idle-memory'],
  ],
  ['exactly so many people', '{ id: a, when: { employees: 50 }, points: 5 }', '', ['lint/exact-number']],
  ['a few choices', '{ id: a, when: { rating: 5 }, points: 5 }', '', []],
  ['none at all', DE, 'tags: { cold: { score.fit: 0 } }', []],
  ['or in a value', '{ id: a, when: { country: Austria or Germany }, points: 5 }', '', ['lint/sentence']],
  ['oder in a value', '{ id: a, when: { country: Österreich oder Deutschland }, points: 5 }', '', ['lint/sentence']],
  ['a comma in a country', '{ id: a, when: { country: "Austria, Germany" }, points: 5 }', '', ['lint/sentence']],
  ['a not in a value', '{ id: a, when: { country: "!Germany" }, points: 5 }', '', ['lint/sentence']],
  ['a sign in a value', '{ id: a, when: { job_title: ">50" }, points: 5 }', '', ['lint/sentence']],
  ['a star in a value', '{ id: a, when: { job_title: "Head*" }, points: 5 }', '', ['lint/sentence']],
  [
    'names that hold such words',
    '{ id: a, when: { industry: [Research and Development, "Oil, Gas and Mining"], country: [Bosnia and Herzegovina] }, points: 5 }, { id: b, when: { job_title: { has_word: ["geschäftsführ*", "VP, Sales"] } }, points: 5 }',
    '',
    [],
  ],
]

function found(text: string) {
  const { plan, diagnostics } = readRulebook({ file: 'r.yaml', text })
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  if (plan === undefined) return []
  const examination = examine(plan, AS_OF)
  return observe(examination).map(each => ({
    ...each,
    isSeen: each.sight && examination.see(each.sight) !== undefined,
  }))
}

function reported(text: string): string[] {
  const codes = found(text).map(({ code }) => code)
  return [...new Set(codes)].filter(code => defaultLevel(code) !== 'off')
}

describe.each([
  ['points against fields', POINTS_AGAINST_FIELDS],
  ['values between steps', BETWEEN],
  ['words inside words', WORDS],
  ['the rest', REST],
])('%s', (_, rows) => {
  it.each(rows)('%s', (_what, rules, beside, codes) => {
    const score = _what === 'a grade above the cap' ? 'max: 40, ' : ''
    const text = `leadq: 1\nname: t\nscores: { fit: { ${score}rules: [ ${rules} ] } }\n${beside}\n`
    const all = reported(text)
    const told = codes.includes('lint/single-rule') ? all : all.filter(code => code !== 'lint/single-rule')
    expect(told).toEqual(codes)
    // A finding about a lead shows an example.
    for (const { message, isSeen } of found(text)) expect([message, isSeen ?? true]).toEqual([message, true])
  })
})

describe('what may be unknown', () => {
  const scores =
    'scores: { fit: { rules: [ { id: de, when: { country: DE }, points: 9 } ] }, engagement: { rules: [ { id: pages, per: page_views, points: 1, max: 9 } ] } }'

  it.each([
    ['a total of scores that nothing can tell', `${scores}\ntotal: { fit: 1 }`, 'score.total: { known: false }'],
    [
      'a rule on events, without events',
      scores.replace('per: page_views,', 'event: page_view,'),
      'rule.pages: { known: false }',
    ],
  ])('%s', (_, rulebook, condition) => {
    const tag = `tags: { seen: { ${condition}, page_views: { at_least: 1 } } }`
    expect(reported(`leadq: 1\nname: t\n${rulebook}\n${tag}\n`)).toEqual([])
  })
})

describe('two hundred rules of one field', () => {
  it.each([
    ['thresholds', (n: number) => `{ id: r${n}, when: { employees: { at_least: ${n} } }, points: 1 }`],
    ['words', (n: number) => `{ id: r${n}, when: { job_title: { has_word: w${n} } }, points: 1 }`],
    ['tables', (n: number) => `{ id: r${n}, field: country, points: { c${n}: 5 } }`],
    ['steps', (n: number) => `{ id: r${n}, field: employees, points_from: { ${n}: 5 } }`],
  ])('%s are told apart by leads, and not by a proof for each pair', (_, rule) => {
    const { plan } = readRulebook({
      file: 'r.yaml',
      text: `leadq: 1\nname: t\nscores: { fit: { rules: [ ${many(rule)} ] } }\n`,
    })
    if (plan === undefined) throw new Error('no plan')
    const examination = examine(plan, AS_OF)
    const sets = alikeRules(examination.rules, examination)
    expect(sets.flat()).toHaveLength(200)
    expect(Math.max(...sets.map(({ length }) => length))).toBeLessThan(10)
  })
})

describe('clean rulebooks', () => {
  const texts = readFileSync(join(ROOT, 'fixtures', 'clean-rulebooks.yaml'), 'utf8').split(/^---\n/m)

  it.each(texts.map(text => [/^name: (.*)$/m.exec(text)?.[1] ?? '', text]))('%s', (_, text) => {
    const told = found(text)
      .filter(({ code }) => defaultLevel(code) !== 'off')
      .map(({ code, message }) => `${code} ${message}`)
    expect(told).toEqual([])
  })
})
