import { describe, expect, test } from 'vitest'
import { planOf, problemsOf } from './read.ts'

const DE = 'when: { country: DE }'

describe('outcomes', () => {
  test('rows, labels and names keep their order and spelling', () => {
    const plan = planOf(`leadq: 1
criteria: { 2: { ${DE} }, 1: { ${DE} }, off: { enabled: false } }
exclude: [{ id: x, ${DE} }, { id: y, label: not ours, stage: partner, ${DE} }, { id: z, enabled: false }]
segments: { heat: { 2: { country: DE }, 1: otherwise }, size: { big: { visits: 5 } } }
tags: { b: { country: DE }, a: { country: AT } }
owners: [{ keep: crm_owner }, { to: [Anna, Ben], ${DE} }, { to: Partner team }]
next: [{ do: call, due: 2w, from: last_contact_date, ${DE} }, { do: wait }]
`)
    expect(plan.criteria.map(({ name }) => name)).toEqual(['2', '1'])
    expect(plan.exclude).toMatchObject([
      { id: 'x', stage: 'disqualified' },
      { id: 'y', label: 'not ours', stage: 'partner' },
    ])
    expect(plan.segments.map(({ rows }) => rows.map(({ label }) => label))).toEqual([['2', '1'], ['big']])
    expect(plan.segments[0]?.rows[1]).not.toHaveProperty('when')
    expect(plan.tags.map(({ name }) => name)).toEqual(['b', 'a'])
    expect(plan.owners).toMatchObject([{ keep: 'crm_owner' }, { to: ['Anna', 'Ben'] }, { to: ['Partner team'] }])
    expect(plan.next).toMatchObject([{ do: 'call', due: 14, from: 'last_contact_date' }, { do: 'wait' }])
  })

  test.each<[text: string, problems: string[]]>([
    [`stages: [{ stage: SQL, ${DE} }]`, ['2:19 rule/order (add `- { stage: nurture }`)']],
    [`stages: [{ stage: SQL }, { stage: MQL, ${DE} }]`, ['2:35 rule/order']],
    ['stages: [{ stage: SQL }, { stage: nurture }]', ['2:35 rule/order']],
    [`stages: [{ when: { country: DE } }, { stage: x }]`, ['2:10 rule/missing-key']],
    ['criteria: { need: { ask: Why } }', ['2:13 rule/missing-key']],
    ['exclude: [{ id: x }]', ['2:17 rule/missing-key']],
    ['segments: { heat: { a: otherwise, b: { country: DE } } }', ['2:24 rule/order']],
    ['segments: { heat: { a: always } }', ['2:24 rule/shape']],
    ['owners: [{ to: A }, { to: B }]', ['2:21 rule/order']],
    ['owners: [{ to: A, keep: crm_owner }]', ['2:10 rule/shape']],
    [`owners: [{ ${DE} }]`, ['2:10 rule/shape']],
    ['owners: [{ to: [] }]', ['2:10 rule/shape']],
    ['owners: [{ keep: crm_ownr }]', ['2:18 rule/unknown-field (did you mean `crm_owner`?)']],
    ['next: [{ do: a }, { do: b }]', ['2:25 rule/order']],
    ['next: [{ do: a, due: 3, from: country }]', ['2:22 rule/shape (write `3d`)', '2:31 rule/type']],
    [
      `criteria: { a: { when: { stage: SQL } } }\nstages: [{ stage: SQL }]`,
      [
        '2:26 rule/too-early (the order is fields -> rules and scores -> grade -> account -> before -> criteria -> exclude -> stages -> segments -> tags -> owners -> next)',
      ],
    ],
  ])('%s', (text, problems) => {
    expect(problemsOf(`leadq: 1\n${text}\n`)).toEqual(problems)
  })

  test('a row that never matches names the one that always does', () => {
    expect(problemsOf('leadq: 1\nstages: [{ stage: a }, { stage: b }, { stage: c }]\n')).toEqual([
      '2:33 rule/order',
      '2:47 rule/order',
    ])
  })
})
