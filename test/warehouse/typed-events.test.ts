import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Dialect, DialectName } from '../../src/dialects/dialect/dialect.ts'
import { printQuery } from '../../src/dialects/query.ts'
import type { EventRelation, Relation } from '../../src/dialects/relation.ts'
import { bindPlan } from '../../src/io/bind/bind.ts'
import { bindEvents } from '../../src/io/bind/bind-events.ts'
import { columnsOf } from '../../src/ir/plan/columns.ts'
import { KIND_OF_VALUES, type ValueKind } from '../../src/ir/values/column-type.ts'
import { boundEvents } from '../../src/leads/events/bound-events.ts'
import { bindPrevious, recalledBy } from '../../src/leads/memory/previous.ts'
import { joinedColumns } from '../../src/tools/warehouse/table/bind-previous-table.ts'
import { EVENT_HEADINGS, eventLeads, eventRulebook, LEAD_HEADINGS } from '../support/draw-events.ts'
import { runs } from '../support/draws.ts'
import { duckdb, postgres, type QueryEngine } from '../support/engines.ts'
import { planOf } from '../support/plans.ts'

/**
 * Values of event tables, and of the table of the run before, taken as they stand, come to what their texts come to.
 * That those are read as the reference reads them is held by `agree-events` and `agree-memory`.
 */

const NAMES: Readonly<Partial<Record<DialectName, Partial<Record<ValueKind, string>>>>> = {
  duckdb: { integer: 'BIGINT', decimal: 'DECIMAL(18, 4)', float: 'DOUBLE', timestamptz: 'TIMESTAMPTZ' },
  postgres: { integer: 'bigint', decimal: 'numeric', float: 'double precision', timestamptz: 'timestamptz' },
  spark: { integer: 'BIGINT', decimal: 'DECIMAL(18, 4)', float: 'DOUBLE', timestamptz: 'TIMESTAMP' },
}

const VALUES: Readonly<Partial<Record<ValueKind, readonly (string | null)[]>>> = {
  integer: ['0', '3', '-2', '120', null],
  decimal: ['0.5', '3', '-2.25', '1999.9999', null],
  float: ['0.5', '3', '-2.25', 'NaN', '1e300', null],
  date: ['2026-03-02', '2026-03-01', '2026-02-20', '2025-03-02', '2026-03-03', '1599-12-31', '9999-01-01', null],
  timestamp: [
    ...['2026-03-02 00:00:00', '2026-03-01 23:59:59.999', '2026-03-01 23:59:59.5', '2026-02-20 10:00:00'],
    ...['2026-02-20 10:00:00.000001', '2026-03-29 02:30:00', '2025-10-26 02:30:00', '1599-12-31 12:00:00', null],
  ],
  timestamptz: [
    ...['2026-03-02 00:00:00+00', '2026-03-01 23:30:00+00', '2026-03-01 23:59:59.999+00', '2026-02-20 10:00:00+01'],
    ...['2026-03-29 00:59:59+00', '2026-03-29 01:00:00+00', '1969-12-31 23:59:59.5+00', null],
  ],
}

const TIMES = ['date', 'timestamp', 'timestamptz'] as const
const NUMBERS = ['integer', 'decimal', 'float'] as const

/** Rules that every event counts for, beside drawn ones. */
const OWN = {
  rules: [
    { id: 'seen', event: 'any', points: 1 },
    { id: 'recent', event: 'any', within: '1d', points: 100 },
    { id: 'paced', event: 'any', limit: '1 per 1d', of: 'page', points: { '/pricing': 1000, '/': 3000 }, else: 5000 },
    { id: 'worth', event: 'any', where: { value: { at_least: 2.5 } }, limit: 3, points: 100_000 },
  ],
}

const typedEvents = fc.record({
  time: fc.constantFrom(...TIMES),
  value: fc.constantFrom(...NUMBERS),
  zone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York'),
  rows: fc.array(
    fc.record({
      lead: fc.constantFrom('L-1', '17', ''),
      mail: fc.constantFrom('anna@acme.example', ''),
      event: fc.constantFrom('page_view', 'sent', 'email_open', 'webinar attended', 'call'),
      page: fc.constantFrom('/pricing', '/', '', null),
      status: fc.constantFrom('attended', 'registered', '', null),
      at: fc.nat(100),
      of: fc.nat(100),
    }),
    { minLength: 5, maxLength: 25 },
  ),
})

/** A table as a subquery of literals. */
function table(
  names: readonly string[],
  types: readonly string[],
  rows: readonly (readonly (string | null)[])[],
  dialect: Dialect,
) {
  const literal = (cell: string | null, column: number) =>
    `CAST(${cell === null ? 'NULL' : dialect.text(cell)} AS ${types[column]})`
  const values = rows.map(row => `(${row.map(literal).join(', ')})`)
  return `(SELECT * FROM (VALUES ${values.join(', ')}) AS v (${names.map(dialect.identifier).join(', ')}))`
}

function relationOf(source: string, headings: readonly string[], kinds: readonly ValueKind[], { spelled }: Dialect) {
  const untyped: Relation = {
    source,
    headings,
    spelled: (cell, position) => spelled(cell, kinds[position] ?? 'text'),
  }
  return {
    untyped,
    typed: { ...untyped, typed: (sql: string, position: number) => ({ kind: kinds[position] ?? 'text', sql }) },
  }
}

describe.each([
  { name: 'DuckDB', open: duckdb },
  { name: 'PostgreSQL', open: postgres },
])('typed tables beside the leads in $name', ({ open }) => {
  let engine: QueryEngine
  beforeAll(async () => {
    engine = await open()
  }, 60_000)
  afterAll(() => engine.close())

  it('events come to what their texts come to', { timeout: 36_000_000 }, async () => {
    const { dialect } = engine
    await fc.assert(
      fc.asyncProperty(eventRulebook, eventLeads, typedEvents, async (rules, leads, { time, value, zone, rows }) => {
        const { engagement } = rules.scores
        const scores = { engagement: { ...engagement, groups: { ...engagement.groups, own: OWN } } }
        const plan = planOf({ ...rules, scores, locale: { ...rules.locale, timezone: zone } })
        const kinds: ValueKind[] = ['text', 'text', 'text', time, 'text', 'text', value, 'text']
        const pick = (kind: ValueKind, n: number) => VALUES[kind]?.[n % (VALUES[kind]?.length ?? 1)] ?? null
        const cells = rows.map((row, n): (string | null)[] => [
          ...[row.lead, row.mail, row.event, pick(time, row.at), row.page, row.status],
          ...[pick(value, row.of), null, String(n)],
        ])
        const types = [...kinds, 'integer' as const].map(
          kind => NAMES[dialect.name]?.[kind] ?? (kind === 'text' ? dialect.types.text : kind),
        )
        const source = table([...EVENT_HEADINGS, 'nth'], types, cells, dialect)
        const found = bindEvents(plan, {
          name: 'events',
          headings: EVENT_HEADINGS,
          rows: [],
          types: kinds.map(kind => ({ kind: KIND_OF_VALUES[kind], typeName: kind })),
          delimiter: '',
        })
        const events = boundEvents(plan, [found.source])
        const { bound } = bindPlan(
          plan,
          { name: 'leads', headings: LEAD_HEADINGS, rows: leads, delimiter: '' },
          { events },
        )
        const ofLeads = table(
          [...LEAD_HEADINGS, 'nth'],
          [...LEAD_HEADINGS.map(() => dialect.types.text), NAMES[dialect.name]?.integer ?? ''],
          [...leads, ['L-1', 'anna@acme.example', '', '', '1']].map((row, n) => [...row, String(n)]),
          dialect,
        )
        const relations = relationOf(source, EVENT_HEADINGS, kinds, dialect)
        const columns = columnsOf(bound)
        const answer = (relation: EventRelation) => {
          const request = {
            source: ofLeads,
            headings: LEAD_HEADINGS,
            events: [{ ...relation, order: 'nth' }],
            asOf: '20514',
            columns,
            prefix: 'leadq_',
            comment: [],
          }
          const { statement = '', diagnostics } = printQuery({ ...bound, events }, request, dialect)
          expect(diagnostics).toEqual([])
          expect(/ AS event_time\b/.test(statement)).toBe('typed' in relation)
          const wanted = columns.map(
            each => `CAST(${dialect.identifier(`leadq_${each.name}`)} AS ${dialect.types.text})`,
          )
          return engine.query(`SELECT ${wanted.join(', ')} FROM (${statement}) AS s ORDER BY nth`)
        }
        expect(await answer(relations.typed)).toEqual(await answer(relations.untyped))
      }),
      runs(15),
    )
  })

  it('the run before comes to what its texts come to', { timeout: 36_000_000 }, async () => {
    const { dialect } = engine
    const rules = {
      leadq: 1,
      scores: { fit: { rules: [{ id: 'size', field: 'employees', points_from: { 10: 10, 50: 30 } }] } },
      stages: [
        { stage: 'MQL', when: { 'score.fit': { at_least: 30 } }, keep_while: { 'score.fit': { at_least: 10 } } },
        { stage: 'nurture' },
      ],
      tags: { up: { 'change.score.fit': { above: 0 } }, old: { 'before.since': { older_than: '30d' } } },
    }
    const plan = planOf(rules)
    const own: readonly [string, ValueKind][] = [
      ['id', 'integer'],
      ['leadq_stage', 'text'],
      ['leadq_since', 'date'],
      ['leadq_fit', 'integer'],
      ['leadq_score', 'decimal'],
    ]
    const [headings, kinds] = [own.map(([name]) => name), own.map(([, kind]) => kind)]
    const types = kinds.map(kind => NAMES[dialect.name]?.[kind] ?? (kind === 'text' ? dialect.types.text : kind))
    const rows = [
      ['1', 'MQL', '2026-01-10', '30', '30'],
      ['2', 'nurture', '2026-02-25', '0', '0'],
      ['3', 'MQL', null, null, null],
      ['4', null, '2026-02-25', '10', '10.5'],
    ]
    const source = table(headings, types, rows, dialect)
    const { fields } = bindPrevious(
      plan,
      {
        name: 'before',
        headings,
        rows: [],
        types: kinds.map(kind => ({ kind: KIND_OF_VALUES[kind], typeName: kind })),
        delimiter: '',
      },
      { prefix: 'leadq_' },
    )
    const sample = { name: 'leads', headings: ['id', 'employees'], rows: [], delimiter: '' }
    const { bound } = bindPlan(plan, sample, { before: joinedColumns(plan, 2) })
    const text = dialect.types.text
    const leads = table(
      ['id', 'employees'],
      [text, text],
      [
        ['1', '12'],
        ['2', '60'],
        ['3', '5'],
        ['4', '12'],
        ['5', '60'],
      ],
      dialect,
    )
    const relations = relationOf(source, headings, kinds, dialect)
    const columns = columnsOf(bound)
    const answer = (relation: Relation) => {
      const previous = { ...relation, fields, key: recalledBy(plan).key }
      const request = {
        source: leads,
        headings: ['id', 'employees'],
        previous,
        asOf: '20514',
        columns,
        prefix: 'leadq_',
        comment: [],
      }
      const { statement = '' } = printQuery(bound, request, dialect)
      return engine.query(
        `SELECT id, ${columns.map(each => `CAST(leadq_${each.name} AS ${text})`).join(', ')} FROM (${statement}) AS s ORDER BY id`,
      )
    }
    const typed = await answer(relations.typed)
    expect(typed).toEqual(await answer(relations.untyped))
    // The first lead keeps its stage, and since when.
    expect(typed[0]?.slice(0, 3)).toEqual(['1', 'MQL', '10'])
  })
})
