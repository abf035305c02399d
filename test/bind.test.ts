import { describe, expect, it } from 'vitest'
import { bindPlan } from '../src/io/bind/bind.ts'
import { decideDates, decideNumbers } from '../src/io/bind/cells/cell-formats.ts'
import { bindTo, planOf } from './support/plans.ts'

/** Binding: the columns of fields, their formats, and the effect of missing columns on a plan. */

describe('columns find their fields', () => {
  const bind = (rulebook: string, headings: readonly string[], rows: readonly (readonly string[])[] = []) =>
    bindPlan(planOf(rulebook), { name: 'leads.csv', headings, rows, delimiter: ',' })
  const columnOf = (rulebook: string, headings: readonly string[], field: string) =>
    bind(rulebook, headings).bound.fields.find(({ name }) => name === field)?.columns
  const RULES = 'leadq: 1\ntags: { t: { employees: { above: 5 } } }'
  const from = (columns: string) =>
    `leadq: 1\nfields: { size: { from: ${columns}, type: number } }\ntags: { t: { size: 1 } }`

  it.each([
    ['by the name of the field', RULES, ['employees'], 'employees', [0]],
    ['by an English heading', RULES, ['Name', 'Number of Employees'], 'employees', [1]],
    ['by a German heading, however it is spelled', RULES, ['MITARBEITER-ZAHL'], 'employees', [0]],
    ['the leftmost of two of one name', RULES, ['Employees', 'employees'], 'employees', [0]],
    ['by the column that the rulebook names', from('Seats'), ['Employees', 'Seats'], 'size', [1]],
    ['whatever its case', from('seats'), ['Seats'], 'size', [0]],
    ['the second of that name', from('"Seats#2"'), ['Seats', 'x', 'Seats'], 'size', [2]],
    ['several, of which the first filled one counts', from('[B, A]'), ['A', 'B'], 'size', [1, 0]],
    ['inside the wrapper of an API', RULES, ['id', 'properties.numberofemployees'], 'employees', [1]],
    ['with a unit behind it', RULES, ['Employees (FTE)'], 'employees', [0]],
    ['with a hint behind it', RULES, ['Mitarbeiter [Pflichtfeld]*'], 'employees', [0]],
    ['with a blank that does not break', RULES, ['Number\u00a0of\u200b Employees'], 'employees', [0]],
    ['with thousands behind it, which multiply its numbers', from('Revenue'), ['Revenue (in TEUR)'], 'size', [0]],
    ['but the one without a hint first', RULES, ['Employees (optional)', 'Employees'], 'employees', [1]],
    ['or not at all', RULES, ['Firma'], 'employees', []],
  ])('%s', (_, rulebook, headings, field, columns) => {
    expect(columnOf(rulebook, headings, field)).toEqual(columns)
  })

  it.each([
    ['Created (UTC)', 'created_date'],
    ['Created Date (DD.MM.YYYY)', 'created_date'],
    ['Created Date - UTC', 'created_date'],
    ['Birthday (e.g. 31/12/1980)', 'birth_date'],
    ['Annual Revenue (USD)', 'annual_revenue'],
    ['Jahresumsatz in €', 'annual_revenue'],
    ['annual_revenue_eur', 'annual_revenue'],
    ['Newsletter (yes/no)', 'newsletter'],
    ['Email (required) *', 'email'],
    ['Country (ISO code)', 'country'],
  ])('%s is %s', (heading, field) => {
    expect(columnOf(`leadq: 1\ntags: { t: { ${field}: { known: true } } }`, [heading], field)).toEqual([0])
  })

  it('an ambiguous heading is matched only in a system that is recognised', () => {
    const rules = 'leadq: 1\ntags: { t: { job_title: CEO } }'
    expect(columnOf(rules, ['Email', 'Title'], 'job_title')).toEqual([])
    expect(columnOf(rules, ['Id', 'LastName', 'Company', 'IsConverted', 'Title'], 'job_title')).toEqual([4])
  })

  it.each([
    ['job_title', 'Titel', ['Geschäftsführerin', 'Leiter Einkauf'], [0]],
    ['job_title', 'Title', ['CEO', 'Head of IT'], [0]],
    ['job_title', 'Titel', ['Dr.', 'Prof. Dr.'], []],
    ['salutation', 'Titel', ['Dr.', 'Prof. Dr.'], [0]],
    ['marketing_status', 'Status', ['subscribed', 'unsubscribed', 'cleaned'], [0]],
    ['marketing_status', 'Status', ['active', 'open'], []],
    ['lead_status', 'Status', ['Neu', 'In Bearbeitung'], [0]],
    ['lead_status', 'Status', ['subscribed', 'unsubscribed'], []],
    ['company', 'Kunde', ['Berg GmbH', 'Lahn AG'], [0]],
    ['existing_customer', 'Kunde', ['ja', 'nein'], [0]],
    ['employees', 'Number_of_Employees__c', ['5'], [0]],
    ['budget', 'custom.Budget', ['5'], [0]],
    ['job_title', 'Manager Title', ['CEO'], []],
  ])('%s by the cells or the words of %s: %j', (field, heading, cells, columns) => {
    const rows = cells.map(cell => [cell])
    const { bound } = bind(`leadq: 1\ntags: { t: { ${field}: { known: true } } }`, [heading], rows)
    expect(bound.fields.find(({ name }) => name === field)?.columns).toEqual(columns)
  })

  it('a family name beside a first name, else the whole name', () => {
    const rules = 'leadq: 1\ntags: { t: { any: [{ last_name: x }, { full_name: x }] } }'
    expect(columnOf(rules, ['Vorname', 'Name'], 'last_name')).toEqual([1])
    expect(columnOf(rules, ['Name', 'Firma'], 'full_name')).toEqual([0])
  })

  it('a column that is empty throughout stands back behind a filled one of the same meaning', () => {
    const { bound } = bind(RULES, ['Employees', 'Mitarbeiterzahl'], [['', '5']])
    expect(bound.fields.find(({ name }) => name === 'employees')?.columns).toEqual([1])
  })

  it('says which column of the rulebook is not there', () => {
    const [problem] = bind(from('Seats'), ['Employees']).diagnostics
    expect(problem?.code).toBe('bind/missing-column')
    expect(problem?.place).toMatchObject({ file: 'rules.yaml', line: 2 })
    expect(problem?.hint).toContain('Employees')
  })

  it.each([
    ['job_title', 'Jobtitel_neu'],
    ['job_title', 'Jobtiteln'],
    ['employees', 'Mitarbeiterzahl2'],
    ['industry', 'Industri'],
    ['employees', 'Mitarbeiterzahl (alt)'],
  ])('says that %s may be in `%s`, which nothing reads', (field, heading) => {
    const { diagnostics } = bind(`leadq: 1\ntags: { t: { ${field}: { known: true } } }`, ['Email', heading])
    const [problem] = diagnostics.filter(({ code }) => code === 'bind/renamed-column')
    expect(problem?.severity).toBe('warning')
    expect(problem?.message).toContain(`\`${heading}\``)
  })

  it.each([
    ['region', 'Reason'],
    ['job_title', 'Title of Talk'],
    ['source', 'Source Detail'],
    ['country', 'Country of Birth'],
    ['email', 'New'],
  ])('does not take %s to be renamed where there is `%s`', (field, heading) => {
    const { diagnostics } = bind(`leadq: 1\ntags: { t: { ${field}: { known: true } } }`, ['Colour', heading])
    expect(diagnostics.map(({ code }) => code)).not.toContain('bind/renamed-column')
  })

  it.each([
    ['Reviewed by Owner', ['Eva Klein', 'Max Lang'], []],
    ['Zuständiger Bearbeiter', ['Eva Klein', 'Max Lang'], []],
    ['Reach', ['eva@acme.example', 'max@acme.example'], []],
    ['Reach', ['+43 1 234567', '+43 1 234568'], []],
    ['Email Opt Type', ['single', 'double'], ['single', 'double']],
    ['Event Name', ['Hannover', 'Wien'], ['Hannover', 'Wien']],
  ])('of an unread column %s with %j the summary shows %j', (heading, cells, shown) => {
    const rows = [...cells, ...cells].map(cell => [cell])
    expect(bind(RULES, [heading], rows).unmatched.map(({ values }) => values)).toEqual([shown])
  })

  it('what tells leads apart best comes first among the columns nobody took', () => {
    const rows = [
      ['yes', 'red', 'a note'],
      ['yes', 'blue', 'another'],
      ['yes', 'red', 'a third'],
      ['no', 'blue', 'the last'],
    ]
    const { unmatched } = bind(RULES, ['Often', 'Colour', 'Odds'], rows)
    expect(unmatched.map(({ column }) => column)).toEqual(['Colour', 'Often', 'Odds'])
    expect(unmatched.map(({ values }) => values)).toEqual([['red', 'blue'], ['yes', 'no'], []])
  })
})

describe('how a column is spelled is decided for the column as a whole', () => {
  it.each([
    [['1.234', '2.345'], ',', ','],
    [['1,234', '2,345'], ',', '.'],
    [['1.234', '12.5'], ';', '.'],
    [['1.234,5', '7'], ',', ','],
    [['1.234.567'], ',', ','],
    [['1.234', '1,234'], ';', ','],
    [['1.234', '1,234'], ',', '.'],
    [['12', '13'], ';', ','],
    [['1,2 Mio. €', '3'], ',', ','],
    [['51-200', '1.001-5.000'], ',', ','],
  ] as const)('numbers %j in a file with %s have the decimal sign %s', (cells, delimiter, decimal) => {
    expect(decideNumbers(cells, 'auto', delimiter)).toEqual({ decimal })
  })

  it.each([
    ['a decimal comma proved in one column', [['1,250', '12,5']], { decimal: ',' }],
    ['not where the column itself says otherwise', [['1,250,000', '12,5']], { decimal: '.' }],
    ['not where other columns contradict each other', [['1,250', '12,5', '12.5']], { decimal: '.' }],
    [
      'not by a column of texts',
      [
        ['1,250', 'about 12,5'],
        ['2,500', 'none of it'],
      ],
      { decimal: '.' },
    ],
  ])('numbers follow the other columns of the file: %s', (_, rows, number) => {
    const headings = ['Employees', 'Budget', 'Latitude'].slice(0, rows[0]?.length)
    const { fields } = bindTo(planOf('leadq: 1\ntags: { t: { employees: { above: 5 } } }'), headings, rows).bound
    expect(fields.find(({ name }) => name === 'employees')?.number).toEqual(number)
  })

  it.each([
    ['day first', [['05/02/2026', '22/02/2026']], { order: 'dmy' }],
    ['month first', [['05/02/2026', '02/22/2026']], { order: 'mdy' }],
    ['day first, by dots', [['05/02/2026', '5.2.26']], { order: 'dmy' }],
    ['not where the column itself says otherwise', [['05/13/2026', '22/02/2026']], { order: 'mdy' }],
  ])('dates follow the other columns of the file: %s', (_, rows, date) => {
    const rules = 'leadq: 1\ntags: { t: { created_date: { known: true } } }'
    const bound = bindPlan(planOf(rules), { name: 'x.csv', headings: ['Created Date', 'Seen'], rows, delimiter: ';' })
    expect(bound.bound.fields.find(({ name }) => name === 'created_date')?.date).toEqual(date)
    expect(bound.diagnostics.filter(({ code }) => code === 'bind/ambiguous-date')).toEqual([])
  })

  it.each([
    [['03/04/2025', '13/04/2025'], ',', 'dmy', false],
    [['03/04/2025', '04/13/2025'], ';', 'mdy', false],
    [['03/04/2025', '3.4.2025'], ',', 'dmy', false],
    [['03/04/2025'], ';', 'dmy', true],
    [['03/04/2025'], ',', 'mdy', true],
    [['2025-04-03'], ',', 'mdy', false],
  ] as const)('dates %j in a file with %s are %s', (cells, delimiter, order, guessed) => {
    expect(decideDates(cells, 'auto', delimiter)).toEqual({ format: { order }, guessed })
  })

  it('the rulebook has the last word', () => {
    expect(decideNumbers(['1,5'], 'en', ',')).toEqual({ decimal: '.' })
    expect(decideDates(['13/04/2025'], 'mdy', ',')).toEqual({ format: { order: 'mdy' }, guessed: false })
  })
})

describe('a field of the catalogue in `from`', () => {
  const RULES = `leadq: 1
fields: { last_activity_date: { from: [last_activity_date, last_contact_date] } }
scores: { fit: { rules: [{ id: a, when: { last_activity_date: { known: true } }, points: 10 }] } }`

  it.each([
    ['Letzter Kontakt,Letzte Aktivität', [1, 0]],
    ['Last Contacted', [0]],
    ['Last Activity Date', [0]],
    ['Last Contacted,last_contact_date', [1]],
    ['Nothing', []],
  ])('of %s it takes %j, and misses nothing', (headings, columns) => {
    const sample = { name: 'leads.csv', headings: headings.split(','), rows: [], delimiter: ',' }
    const { bound, diagnostics } = bindPlan(planOf(RULES), sample)
    expect(bound.fields.find(({ name }) => name === 'last_activity_date')?.columns ?? []).toEqual(columns)
    expect(diagnostics.map(({ code }) => code)).not.toContain('bind/missing-column')
  })
})

describe('what an input cannot say is taken out', () => {
  const RULES = `leadq: 1
scores:
  fit: { rules: [{ id: a, when: { employees: { above: 5 } }, points: 10 }] }
  engagement: { rules: [{ id: b, per: page_views, points: 1 }] }
criteria:
  authority: { when: { any: [{ job_title: CEO }, { decision_role: decides }] } }
  either: { when: { any: [{ job_title: CEO }, { page_views: 1 }] } }
tags: { t: { any: [{ page_views: 1 }, { page_views: 2 }] } }`
  const { bound } = bindPlan(planOf(RULES), {
    name: 'x',
    headings: ['Employees', 'Decision role'],
    rows: [],
    delimiter: ',',
  })

  it('a comparison on a missing column drops out of its `any`, if others stay', () => {
    const [authority, either] = bound.criteria
    expect(authority?.when).toMatchObject({ kind: 'any', of: [{ subject: { name: 'decision_role' } }] })
    expect(either?.when).toMatchObject({ kind: 'any', of: [{}, {}] })
  })

  it('a score none of whose rules can read anything is not known', () => {
    expect(bound.scores.map(({ name, known }) => [name, known])).toEqual([
      ['fit', true],
      ['engagement', false],
    ])
  })
})
