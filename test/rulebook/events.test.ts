import { describe, expect, test } from 'vitest'
import type { EventEarning, Rule } from '../../src/ir/plan/plan.ts'
import { planOf, problemsOf, withRule } from './read.ts'

/** Event rules, and the other settings for events. */

function ruleOf(rule: string): Rule | undefined {
  return planOf(withRule(rule)).scores[0]?.groups[0]?.rules[0]
}

const ONE: Partial<EventEarning> = {
  kind: 'events',
  of: ['pageview'],
  names: ['page_view'],
  pays: { kind: 'once', points: 2 },
  insteadOf: [],
}

describe('a rule on events', () => {
  test.each<[name: string, rule: string, earns: object]>([
    ['names one', '{ id: a, event: page_view, points: 2 }', ONE],
    ['however it is spelled', '{ id: a, event: Page View, points: 2 }', { ...ONE, names: ['Page View'] }],
    [
      'or several',
      '{ id: a, event: [page_view, call, Call], points: 2 }',
      { ...ONE, of: ['pageview', 'call'], names: ['page_view', 'Call'] },
    ],
    ['or all', '{ id: a, event: any, points: 2 }', { ...ONE, of: [], names: [] }],
    ['all of several is all', '{ id: a, event: [call, any], points: 2 }', { ...ONE, of: [], names: [] }],
    ['every is no limit', '{ id: a, event: page_view, points: 2, limit: every }', ONE],
    ['once', '{ id: a, event: page_view, points: 2, limit: once }', { ...ONE, limit: { most: 1 } }],
    ['a number', '{ id: a, event: page_view, points: 2, limit: 3 }', { ...ONE, limit: { most: 3 } }],
    [
      'a number per days',
      '{ id: a, event: page_view, points: 2, limit: 2 per 7d }',
      { ...ONE, limit: { most: 2, days: 7 } },
    ],
    [
      'a number per weeks',
      '{ id: a, event: page_view, points: 2, limit: 1 per 2w }',
      { ...ONE, limit: { most: 1, days: 14 } },
    ],
    ['distinct', '{ id: a, event: page_view, points: 2, distinct: page }', { ...ONE, distinct: 'page' }],
    [
      'count',
      '{ id: a, event: page_view, points: 2, count: { at_least: 3, at_most: 9 } }',
      {
        ...ONE,
        count: [
          { operator: 'at_least', value: 3 },
          { operator: 'at_most', value: 9 },
        ],
      },
    ],
    [
      'last',
      '{ id: a, event: page_view, points: 2, last: { older_than: 60d } }',
      { ...ONE, last: [{ operator: 'older_than', days: 60 }] },
    ],
    [
      'a table of points',
      '{ id: a, event: webinar, of: status, points: { Attended: 20, registered: 5 }, else: 1 }',
      {
        kind: 'events',
        of: ['webinar'],
        names: ['webinar'],
        pays: {
          kind: 'table',
          field: 'status',
          rows: [
            { value: 'attended', points: 20 },
            { value: 'registered', points: 5 },
          ],
          otherwise: 1,
        },
        insteadOf: [],
      },
    ],
    [
      'points by size',
      '{ id: a, event: purchase, of: value, points_from: { 100: 5 } }',
      {
        kind: 'events',
        of: ['purchase'],
        names: ['purchase'],
        pays: { kind: 'points_from', field: 'value', rows: [{ from: 100, points: 5 }] },
        insteadOf: [],
      },
    ],
  ])('%s', (_, rule, earns) => {
    expect(ruleOf(rule)?.earns).toEqual(earns)
  })

  test('asks any field of the event, a column of its own name as text', () => {
    const rule = ruleOf(
      '{ id: a, event: any, points: 1, where: { page: { contains: /pricing }, New Status: Attended } }',
    )
    expect(rule?.earns).toMatchObject({
      where: {
        kind: 'all',
        of: [
          { subject: { kind: 'field', name: 'page' }, test: { operator: 'contains', values: ['/pricing'] } },
          { subject: { kind: 'field', name: 'New Status' }, test: { operator: 'equals', values: ['attended'] } },
        ],
      },
    })
  })

  test('asks cases of a field of the event', () => {
    const rule = ruleOf('{ id: a, event: call, of: value, cases: [{ when: { at_least: 60 }, points: 5 }] }')
    expect(rule?.earns).toMatchObject({ pays: { kind: 'cases', field: 'value', rows: [{ points: 5 }] } })
  })

  test('fades as its score says, unless it earns once', () => {
    const plan = planOf(`leadq: 1
scores:
  fit:
    fade: { half_life: 30d }
    rules:
      - { id: a, event: page_view, points: 1 }
      - { id: b, event: any, points: -1, last: { older_than: 60d } }
      - { id: c, event: any, points: 1, count: { at_least: 3 }, within: 7d }
`)
    const rules = plan.scores[0]?.groups[0]?.rules ?? []
    expect(rules.map(({ fade }) => fade.kind)).toEqual(['half_life', 'none', 'none'])
    expect(rules[2]?.within).toBe(7)
  })

  test('takes `after` from its group', () => {
    const plan = planOf(`leadq: 1
scores:
  fit:
    groups:
      g: { after: consent_date, rules: [{ id: a, event: page_view, points: 1 }, { id: b, per: visits, points: 1 }] }
`)
    const rules = plan.scores[0]?.groups[0]?.rules ?? []
    expect(rules.map(({ earns }) => ('after' in earns ? earns.after : undefined))).toEqual(['consent_date', undefined])
    expect(Object.keys(plan.fields)).toContain('consent_date')
  })

  const ways =
    ' (a rule on events has `event` and `points`, or `event`, `of` and one of `points: {...}`, `points_from` and `cases`)'

  test.each<[rule: string, problems: string[]]>([
    ['{ id: a, event: call }', [`5:15 rule/points${ways}`]],
    ['{ id: a, event: call, points: { a: 1 } }', [`5:15 rule/points${ways}`]],
    ['{ id: a, event: call, of: status, points: 1 }', [`5:15 rule/points${ways}`]],
    ['{ id: a, event: call, points: 1, points_from: { 1: 1 }, of: value }', [`5:15 rule/points${ways}`]],
    ['{ id: a, event: call, points: 1, else: 2 }', ['5:48 rule/points']],
    [
      '{ id: a, event: call, field: industry, points: 1 }',
      ['5:38 rule/points (`of` names the field of the event whose value is looked up)'],
    ],
    ['{ id: a, event: call, per: visits, points: 1 }', ['5:36 rule/points']],
    [
      '{ id: a, event: call, since: demo_date, points: 1 }',
      ['5:38 rule/points (points fade with the age of each event)'],
    ],
    ['{ id: a, when: { country: DE }, points: 1, limit: 3 }', ['5:59 rule/points']],
    ['{ id: a, when: { country: DE }, points: 1, where: { page: x } }', ['5:59 rule/points']],
    [
      '{ id: a, when: { country: DE }, points: 1, instead_of: b }',
      ['5:15 rule/points', '5:64 rule/unknown-name (did you mean `a`?)'],
    ],
    ['{ id: a, event: call, points: 1, limit: onec }', ['5:49 rule/shape (did you mean `once`?)']],
    ['{ id: a, event: call, points: 1, limit: 0 }', ['5:49 rule/shape']],
    ['{ id: a, event: call, points: 1, limit: 1 per week }', ['5:49 rule/shape (write `1 per 1w`)']],
    ['{ id: a, event: call, points: 1, limit: 1 per 0d }', ['5:49 rule/range']],
    ['{ id: a, event: call, points: 1, count: 3 }', ['5:49 rule/shape']],
    ['{ id: a, event: call, points: 1, count: {} }', ['5:49 rule/shape']],
    ['{ id: a, event: call, points: 1, count: { at_least: 3, at_most: 1 } }', ['5:73 rule/range']],
    ['{ id: a, event: call, points: 1, last: {} }', ['5:48 rule/shape']],
    ['{ id: a, event: call, points: 1, last: { older_than: 2 months } }', ['5:62 rule/shape (write `60d`)']],
    ['{ id: a, event: call, of: status, points: { a: 1 }, count: { at_least: 1 } }', ['5:35 rule/points']],
    [
      '{ id: a, event: any, points: 1, last: { in_last: 7d }, fade: { half_life: 7d } }',
      ['5:70 rule/points (`within` says how old the events may be that count)'],
    ],
    [
      '{ id: a, event: call, points: 1, where: { page: { abov: 1 } } }',
      ['5:59 rule/unknown-operator (did you mean `above`?)'],
    ],
    [
      '{ id: a, event: call, points: 1, where: { contains: /pricing } }',
      ['5:51 rule/unknown-field (an operator stands under a field: `employees: { contains: ... }`)'],
    ],
    ['{ id: a, event: call, points: 1, where: { score.fit: { above: 1 } } }', ['5:51 rule/unknown-name']],
    [
      '{ id: a, event: call, points: 1, where: { duration: { at_least: 30 } } }',
      [
        '5:63 rule/type (a field of events is a text unless it is declared: `events: { fields: { duration: { type: number } } }`)',
      ],
    ],
    ['{ id: a, event: call, points: 1, instead_of: b }', ['5:54 rule/unknown-name']],
    ['{ id: a, event: call, points: 1, instead_of: a }', ['5:54 rule/unknown-name']],
    ['{ id: a, event: call, points: 20000, fade: { linear: 30d } }', ['5:39 rule/range']],
  ])('not %s', (rule, problems) => {
    const found = problemsOf(withRule(rule))
    expect(found).toEqual(problems)
    expect(found).not.toEqual([])
  })
})

describe('events', () => {
  test('how they find their lead, what they mean, which of them do not count', () => {
    const plan = planOf(`leadq: 1
fields: { client_id: { from: GA Client ID } }
events:
  join: [client_id, external_id]
  fields: { time: { from: [Zeitpunkt, Datum] }, duration: { type: number } }
  signals: { Pricing View: [Viewed Pricing, pricing_page], form_submit: Kontaktformular }
  ignore: { own_domain: ["@Acme.de", acme.com], after_sending: 5s, per_minute: 20 }
`)
    expect(plan.events).toMatchObject({
      join: ['client_id', 'external_id'],
      fields: {
        time: { type: 'date', from: ['Zeitpunkt', 'Datum'] },
        duration: { type: 'number', from: ['duration'] },
      },
      signals: [
        { name: 'pricingview', of: ['viewedpricing', 'pricingpage'] },
        { name: 'formsubmit', of: ['kontaktformular'] },
      ],
      ignore: { ownDomains: ['acme.de', 'acme.com'], afterSending: 5, perMinute: 20 },
    })
  })

  test('a declared field has its type in conditions', () => {
    const rules = withRule(
      '{ id: a, event: call, points: 1, where: { duration: { at_least: 30 } } }',
      'events: { fields: { duration: { type: number } } }',
    )
    expect(problemsOf(rules)).toEqual([])
  })

  test('fields that rules read are known to whoever binds them', () => {
    const plan = planOf(
      withRule('{ id: a, event: any, of: Plan, points: { pro: 1 }, distinct: page, where: { title: x } }'),
    )
    expect(plan.events?.fields).toMatchObject({ Plan: { from: ['Plan'] }, page: { from: [] }, title: { from: [] } })
  })

  test('nothing is said of them where nothing is', () => {
    expect(planOf('leadq: 1')).not.toHaveProperty('events')
  })

  test.each<[events: string, problems: string[]]>([
    ['{ join: [nothing] }', ['2:18 rule/unknown-field']],
    ['{ ignore: { own_domain: acme } }', ['2:33 rule/constant']],
    ['{ ignore: { after_sending: 5 } }', ['2:36 rule/shape (write `5s`)']],
    ['{ ignore: { per_minute: 0 } }', ['2:33 rule/range']],
    ['{ signals: { any: [x] } }', ['2:22 rule/name']],
    ['{ fields: { time: { type: moment } } }', ['2:35 rule/shape']],
    ['{ signlas: {} }', ['2:11 rule/unknown-key (did you mean `signals`?)']],
  ])('not %s', (events, problems) => {
    expect(problemsOf(`leadq: 1\nevents: ${events}\n`)).toEqual(problems)
  })
})
