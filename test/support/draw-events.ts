import fc from 'fast-check'
import { oddDate } from './draw-cells.ts'

/** Random rulebooks with event rules, leads and events. */

export const LEAD_HEADINGS = ['Lead ID', 'Email', 'Client ID', 'Consent Date', 'Page Views']
export const EVENT_HEADINGS = ['Lead ID', 'Email', 'Event', 'Time', 'Page', 'Status', 'Value', 'Tags']

const NAMES = ['page_view', 'Page View', 'visited page', 'webinar attended', 'Webinar Registered', 'email_open', 'sent']
const OTHERS = ['ΟΔΟΣ', 'e_view', '★', '', 'any', 'Größe', 'a\u0308', 'form submitted', 'call']
const PAGES = ['/', '/pricing', '/PRICING', '/blog/head of', 'STRAẞE', '', '-']

const points = fc.integer({ min: -40, max: 60 })
const fade = fc.constantFrom(
  undefined,
  'none',
  { half_life: '1d' },
  { half_life: '14d' },
  { linear: '3d' },
  { linear: '90d' },
  { steps: { '7d': 100, '30d': 50 } },
)
const leaf: fc.Arbitrary<object> = fc.oneof(
  fc.record({ page: fc.constantFrom('/pricing', { contains: ['pric', 'o'] }, { known: true }, { not: '/' }) }),
  fc.record({ page: fc.record({ has_word: fc.constantFrom('blog', 'head of') }) }),
  fc.record({ page: fc.record({ matches: fc.constantFrom('^/', 'PRI.*g$') }) }),
  fc.record({ status: fc.constantFrom('attended', 'registered', { known: false }, { has_word: 'attended' }) }),
  fc.record({ value: fc.record({ at_least: fc.constantFrom(1, 10, 2.5) }) }),
  fc.record({ time: fc.constantFrom({ in_last: '7d' }, { older_than: '30d' }, { after: '2026-02-01' }) }),
  fc.record({ event: fc.constantFrom({ starts_with: 'page' }, { contains: 'web' }, 'page view') }),
  fc.record({ tags: fc.constantFrom('a', { contains: 'b' }, { known: true }) }),
)
const where = fc.oneof(
  leaf,
  fc.record({ any: fc.array(leaf, { minLength: 2, maxLength: 2 }) }),
  fc.record({ all: fc.array(leaf, { minLength: 1, maxLength: 2 }) }),
  fc.record({ some: fc.record({ at_least: fc.constant(2), of: fc.array(leaf, { minLength: 2, maxLength: 3 }) }) }),
  fc.record({ not: leaf }),
)
const table = fc.constantFrom(
  { of: 'status', points: { attended: 20, registered: 5, x: 0 } },
  { of: 'status', points: { attended: -3 }, else: 7 },
  { of: 'value', points_from: { '1': 3, '10': 8 } },
  { of: 'value', points_from: { '0': 0, '10': 8 } },
  { of: 'tags', points: { a: 4, b: 9 } },
  {
    of: 'page',
    cases: [
      { when: { starts_with: '/p' }, points: 11 },
      { when: { known: true }, points: 2 },
    ],
  },
)
const limit = fc.constantFrom(undefined, 'once', 2, '1 per 7d', '2 per 3d', '1 per 1d', '3 per 30d')
const event = fc.oneof(
  fc.constantFrom('any', 'page_view', 'email_open', 'webinar', 'form_submit', 'Größe', 'visit'),
  fc.constant(['page_view', 'call']),
  fc.constant(['★', 'interest']),
)

/** Drops undefined values. */
const given = (object: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))

const rule = fc
  .record({
    event,
    where: fc.option(where, { nil: undefined }),
    pays: fc.oneof(
      fc.record({ points }),
      table,
      fc.record({ points, count: fc.constantFrom({ at_least: 2 }, { at_most: 1 }, { at_least: 1, at_most: 3 }) }),
      fc.record({ points, last: fc.constantFrom({ older_than: '7d' }, { in_last: '30d' }) }),
    ),
    distinct: fc.constantFrom(undefined, undefined, 'page', 'status', 'time', 'value'),
    limit,
    within: fc.constantFrom(undefined, '7d', '90d'),
    fade,
    max: fc.constantFrom(undefined, 30),
    when: fc.constantFrom(undefined, { page_views: { above: 2 } }),
    instead_of: fc.constantFrom(undefined, undefined, ['views']),
  })
  .map(({ pays, max, ...rest }) => {
    const isPositive = !('points' in pays) || typeof pays.points !== 'number' || pays.points > 0
    const fades = 'count' in pays || 'last' in pays
    return given({ ...rest, ...pays, max: isPositive ? max : undefined, ...(fades && { fade: undefined }) })
  })

export const eventRulebook = fc
  .record({
    rules: fc.array(rule, { minLength: 1, maxLength: 4 }),
    after: fc.constantFrom(undefined, 'consent_date'),
    join: fc.constantFrom(undefined, ['client_id']),
    ignore: fc.constantFrom(
      undefined,
      undefined,
      { own_domain: 'own.example' },
      { per_minute: 1 },
      { after_sending: '5s', per_minute: 2, own_domain: ['own.example', 'acme.example'] },
    ),
    timezone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns'),
    fields: fc.constantFrom(
      { tags: { from: 'Tags', type: 'list' } },
      {
        tags: { from: 'Tags', type: 'list', split: ',', map: { x: 'a' } },
        value: { type: 'number', empty: 10 },
        status: { keep: ['x'], map: { x: 'attended', registered: null } },
      },
    ),
  })
  .map(({ rules, after, join, ignore, timezone, fields }) => ({
    leadq: 1,
    locale: { timezone, nulls: ['gone'] },
    fields: { consent_date: { from: 'Consent Date', type: 'date' }, client_id: { from: 'Client ID', type: 'list' } },
    events: given({
      join,
      ignore,
      fields,
      signals: { interest: ['Größe', 'page_view'], visit: ['interest', 'call'] },
    }),
    scores: {
      engagement: {
        min: 'none',
        groups: {
          events: given({ after, rules: rules.map((each, index) => ({ id: `e${index}`, ...each })) }),
          others: { rules: [{ id: 'views', per: 'page_views', points: 3 }] },
        },
      },
    },
    criteria: { active: { when: { 'rule.e0': { above: 0 } } } },
    stages: [{ stage: 'MQL', when: { 'score.engagement': { at_least: 20 } } }, { stage: 'nurture' }],
  }))

const IDS = ['', '17', 'L-1', ' l-1 ', '00QEc00000BBafDMAT', '00QEc00000BBafD', '00qec00000bbafdmat', '00Qec00000bbafd']
const MORE_IDS = ['00QEC00000BBAFDMAT', '00Q5c00000BBaf1ZZZ', '1.11015E+11', 'gone', 'İd', 'a\u0308', 'c-1', 'c-2']
const MAILS = ['', 'anna@acme.example', 'Anna@ACME.example ', 'ben@gmail.com', 'me@shop.own.example', '17']
// A few keys come often, so that leads have many events.
const key = fc.oneof(fc.constantFrom('L-1', '17', ''), fc.constantFrom(...IDS, ...MORE_IDS))
const mail = fc.oneof(fc.constantFrom('', 'anna@acme.example'), fc.constantFrom(...MAILS))

export const eventLeads = fc.array(
  fc.tuple(
    key,
    mail,
    fc.constantFrom('', 'c-1', 'c-1; c-2', 'L-1;c-2', 'c-2;C-2 '),
    fc.constantFrom('', '2026-02-20', '2026-02-30', '2025-12-31'),
    fc.constantFrom('0', '1', '3'),
  ),
  { minLength: 1, maxLength: 6 },
)

const TIMES = [
  '',
  'gestern',
  '2026-02-30',
  '2026-03-03',
  '2027-01-01',
  'gone',
  '1772400000.4314',
  '1772400000',
  '20260201',
]
const MORE_TIMES = ['1772400000431', '1772400000431476', '01.03.2026 10:15', '02.03.2026', '2026-03-02T00:30:00+05:00']
const time = fc.oneof(
  fc.constantFrom(...TIMES, ...MORE_TIMES),
  oddDate,
  fc
    .tuple(
      fc.constantFrom('2026-03-01', '2026-02-28', '2026-02-20', '2026-02-19', '2025-10-26', '2026-03-02', '2025-03-30'),
      fc.constantFrom('', ' 10:15', 'T02:30:01', 'T02:30:03.5', 'T02:30:03.5004Z', 'T10:15:59Z', ' 10:16:00+0100'),
    )
    .map(([day, clock]) => day + clock),
)

export const leadEvents = fc.array(
  fc.tuple(
    key,
    mail,
    fc.oneof(fc.constantFrom('page_view', 'sent', 'email_open'), fc.constantFrom(...NAMES, ...OTHERS)),
    time,
    fc.constantFrom(...PAGES),
    fc.constantFrom('', 'attended', 'Registered', 'x'),
    fc.constantFrom('', '10', '2.5', 'viel'),
    fc.constantFrom('x', 'a', 'a;b', 'B'),
  ),
  { minLength: 1, maxLength: 25 },
)
