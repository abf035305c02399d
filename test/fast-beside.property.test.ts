import fc from 'fast-check'
import { describe, it } from 'vitest'
import { runs } from './support/draws.ts'
import { csv } from './support/events.ts'
import { expectSame } from './support/score-both.ts'

/** What other files say of leads is found by the hashes of their keys, and is what the reference finds by their texts. */

const id = fc.constantFrom(
  '1',
  '2',
  '3',
  ' 4',
  'B-5',
  'b-5',
  '00Q000000000001',
  '00Q000000000001EAA',
  '1.11E+11',
  '',
  'n/a',
)
const email = fc.constantFrom(
  'a@x.example',
  'A@X.example',
  'b@y.example',
  'c@gmail.com',
  'ß@x.example',
  '',
  '-',
  'b@@x',
)
const stage = fc.constantFrom('MQL', ' mql', 'SQL', 'nurture', 'Old, stage', '"MQL"', 'İzmir', '')
const day = fc.constantFrom('2026-03-02', '2026-02-20', '2026-02-16', '2026-02-15', '2026-01-01', '', 'soon')
const number = fc.constantFrom('0', '12', '12.4', '12.5', '-3', '40', '1.000', 'many', '')
const company = fc.constantFrom('Acme', 'ACME ', 'Müller & Söhne', 'Beta, Inc', 'Gamma "G"', '', '-')
const companyId = fc.constantFrom('c1', 'C1', ' c2', 'c1;c2', 'c3', '')
const website = fc.constantFrom('https://www.x.example/de', 'X.example', 'y.example', 'http://gmail.com', 'nowhere', '')

const rules = fc
  .record({
    keep: fc.constantFrom(undefined, 10, 25),
    coolDown: fc.constantFrom(undefined, '1d', '14d'),
    key: fc.constantFrom(undefined, ['id', 'email'], 'email', ['email', 'id'], ['website']),
    dedupe: fc.constantFrom(undefined, undefined, { by: 'email' }, { by: ['company', 'website'] }),
    met: fc.constantFrom(
      { 'before.stage': 'MQL' },
      { 'before.stage': { known: true } },
      { 'before.since': { in_last: '14d' } },
      { 'change.score.engagement': { above: 0 } },
      { 'before.score.total': { below: 20 } },
    ),
  })
  .map(({ keep, coolDown, key, dedupe, met }) => ({
    leadq: 1,
    ...(key && { key }),
    ...(dedupe && { dedupe }),
    scores: {
      engagement: {
        rules: [
          { id: 'visits', per: 'page_views', points: 1 },
          { id: 'large', when: { employees: { above: 100 } }, points: 20 },
          { id: 'software', when: { industry: ['software', 'it'] }, points: 10 },
        ],
      },
    },
    criteria: { asked: { when: met } },
    stages: [
      { stage: 'SQL', when: { 'score.engagement': { at_least: 50 } } },
      {
        stage: 'MQL',
        when: { 'score.engagement': { at_least: 30 } },
        ...(keep && { keep_while: { 'score.engagement': { at_least: keep } } }),
        ...(coolDown && { cool_down: coolDown }),
      },
      { stage: 'nurture' },
    ],
    next: [{ when: { stage: 'MQL' }, do: 'call', due: '3d' }],
  }))

const HEADINGS = ['id', 'email', 'page_views', 'company', 'company_id', 'website', 'employees', 'industry']
const lead = fc.tuple(id, email, number, company, companyId, website, number, fc.constantFrom('', 'IT', 'Retail'))
const leads = fc.array(lead, { minLength: 1, maxLength: 12 })

const BEFORE = ['id', 'email', 'leadq_stage', 'leadq_since', 'leadq_stage_before', 'leadq_score', 'leadq_engagement']
const before = fc.array(fc.tuple(id, email, stage, day, stage, number, number), { minLength: 1, maxLength: 10 })

const COMPANIES = ['company_id', 'company', 'website', 'employees', 'industry']
const industry = fc.constantFrom('Software', 'IT', 'Retail, other', '=1+1', '')
const companies = fc.array(fc.tuple(companyId, company, website, number, industry), { minLength: 1, maxLength: 8 })

type Rows = readonly (readonly string[])[]

const WRITERS: Readonly<Record<string, (headings: readonly string[], rows: Rows) => string>> = {
  csv: (headings, rows) => csv([headings, ...rows]),
  ndjson: (headings, rows) =>
    rows
      .map(row => `${JSON.stringify(Object.fromEntries(headings.map((heading, index) => [heading, row[index]])))}\n`)
      .join(''),
}
const input = fc.constantFrom(...Object.keys(WRITERS))
const format = fc.constantFrom('csv', 'json' as const)

describe('leads beside other files', () => {
  it('are the same with what they were, by classes and lead by lead', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.record({ rules, leads, before, input, other: input, format }), async drawn => {
        const [name, previous] = [`leads.${drawn.input}`, `before.${drawn.other}`]
        const files = new Map([
          [name, WRITERS[drawn.input]?.(HEADINGS, [...drawn.leads, ...drawn.leads]) ?? ''],
          [previous, WRITERS[drawn.other]?.(BEFORE, drawn.before) ?? ''],
        ])
        const request = { inputs: [name], previous, format: drawn.format, from: 'generic' as const }
        await expectSame({ rules: drawn.rules, files, request })
      }),
      runs(25),
    )
  })

  it('are the same with their companies', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({ rules, leads, companies, before, withBefore: fc.boolean(), input, format }),
        async drawn => {
          const name = `leads.${drawn.input}`
          const files = new Map([
            [name, WRITERS[drawn.input]?.(HEADINGS, [...drawn.leads, ...drawn.leads]) ?? ''],
            ['companies.csv', csv([COMPANIES, ...drawn.companies])],
            ['before.csv', csv([BEFORE, ...drawn.before])],
          ])
          const request = { inputs: [name], companies: 'companies.csv', format: drawn.format, from: 'generic' as const }
          const previous = drawn.withBefore ? { previous: 'before.csv' } : {}
          await expectSame({ rules: drawn.rules, files, request: { ...request, ...previous } })
        },
      ),
      runs(25),
    )
  })

  it('are the same with their duplicates and accounts', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.record({ dedupe, account, people, input, format }), async drawn => {
        const name = `leads.${drawn.input}`
        const files = new Map([[name, WRITERS[drawn.input]?.(PEOPLE, [...drawn.people, ...drawn.people]) ?? '']])
        const figures = ['account.leads', 'account.best', 'account.sum', 'account.engaged', 'account.contacts_known']
        const tags = figures.map(figure => [figure.replace('.', '_'), { [figure]: { at_least: 2 } }])
        const rules = {
          leadq: 1,
          ...(drawn.dedupe && { dedupe: drawn.dedupe }),
          ...(drawn.account && { account: drawn.account, tags: Object.fromEntries(tags) }),
          scores: { engagement: { rules: [{ id: 'visits', per: 'page_views', points: 1 }] } },
        }
        await expectSame({ rules, files, request: { inputs: [name], format: drawn.format, from: 'generic' as const } })
      }),
      runs(40),
    )
  })
})

const PEOPLE = ['id', 'email', 'phone', 'company', 'website', 'created_date', 'page_views']
const phone = fc.constantFrom(
  '+49 30 1234',
  '0049 30 1234',
  '+49 (0)30 1234',
  '030-1234',
  '00',
  ' 030 1234',
  'n/a',
  'x',
  '',
)
const mail = fc.constantFrom(
  ...['a@x.example', 'A@X.Example', 'b+1@x.example', 'b..c@x.example', 'info@X.example.', 'Anna <a@x.example>'],
  ...[
    'a@gmail.com',
    'a@GMAIL.com',
    'a@x',
    'a@-x.example',
    'ä@y.example',
    'a@ä.example',
    'a@x.example,b@y.example',
    '',
    '-',
  ],
)
const people = fc.array(
  fc.tuple(id, mail, phone, fc.oneof(company, fc.constantFrom('Acme  ', 'A&amp;B', '="0012"')), website, day, number),
  { minLength: 1, maxLength: 14 },
)
const dedupe = fc.constantFrom(
  ...[undefined, { by: 'email' }, { by: 'phone', keep: 'latest' }, { by: ['company', 'phone'], keep: 'most_complete' }],
  ...[{ by: 'email', keep: 'latest' }, { by: ['company', 'website'] }, { by: 'id' }, { by: 'page_views' }],
)
const account = fc.constantFrom(
  ...[undefined, { by: 'company_domain' }, { by: 'company_domain', engaged: 'engagement' }, { by: 'company' }],
  ...[{ by: 'email' }, { by: 'website', engaged: 'engagement' }],
)
