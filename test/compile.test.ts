import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DialectName } from '../src/dialects/dialect/dialect.ts'
import { compile } from '../src/tools/compile/compile-query.ts'
import type { CompileRequest } from '../src/tools/compile/compile-request.ts'
import { duckdb, postgres, type QueryEngine } from './support/engines.ts'
import { memoryHost } from './support/memory-host.ts'
import { AS_OF, planOf } from './support/plans.ts'

/** Tables of databases: numbers, dates and booleans with types of their own. */
const TABLE = `CREATE TABLE leads (id integer, employees integer, demo_requested boolean, demo_date date,
  last_seen timestamp, revenue decimal(12, 2), "Job ""Title""" varchar)`
const ROWS = `INSERT INTO leads VALUES
  (1, 120, true, DATE '2026-03-01', TIMESTAMP '2026-02-28 23:59:59', 1234567.50, 'Head of Sales'),
  (2, NULL, false, NULL, NULL, NULL, NULL)`

const TYPES: CompileRequest['types'] = [
  { name: 'id', kind: 'integer' },
  { name: 'employees', kind: 'integer' },
  { name: 'demo_requested', kind: 'boolean' },
  { name: 'demo_date', kind: 'date' },
  { name: 'last_seen', kind: 'timestamp' },
  { name: 'revenue', kind: 'decimal' },
  { name: 'Job "Title"', kind: 'text' },
]

const RULES = {
  leadq: 1,
  fields: {
    last_seen: { from: 'last_seen', type: 'date' },
    revenue: { from: 'revenue', type: 'number' },
  },
  scores: {
    fit: {
      rules: [
        { id: 'size', field: 'employees', points_from: { '100': 20 } },
        { id: 'revenue', when: { revenue: { at_least: 1234567.5 } }, points: 5 },
        { id: 'head', when: { job_title: { has_word: 'head of' } }, points: 7 },
      ],
    },
    engagement: {
      rules: [
        { id: 'demo', when: { demo_requested: true }, points: 40, since: 'demo_date', fade: { linear: '10d' } },
        { id: 'seen', when: { last_seen: { in_last: '2d' } }, points: 1 },
      ],
    },
  },
  stages: [{ stage: 'SQL', when: { 'score.total': { above: 60 } } }, { stage: 'nurture' }],
}

const REQUEST: Omit<CompileRequest, 'to'> = {
  source: 'leads',
  as: 'view',
  columns: [{ field: 'job_title', column: 'Job "Title"' }],
  asOf: AS_OF,
  isDayGiven: true,
  dbt: false,
  prefix: 'leadq_',
}

describe.each([
  { to: 'duckdb' as DialectName, open: duckdb },
  { to: 'postgres' as DialectName, open: postgres },
])('leadq compile --to $to', ({ to, open }) => {
  let engine: QueryEngine
  beforeAll(async () => {
    engine = await open()
    await engine.run(TABLE)
    await engine.run(ROWS)
  }, 60_000)
  afterAll(() => engine.close())

  it.each([undefined, TYPES])('scores a typed table as it stands, its types known or not', async types => {
    const { statement = '', diagnostics } = await compileTo(to, types)
    expect(diagnostics.map(({ code }) => code)).toEqual(types === undefined ? ['query/unseen-columns'] : [])
    await engine.run(statement)
    const rows = await engine.query('SELECT id, leadq_stage, leadq_score, leadq_reasons FROM leads_scored ORDER BY id')
    expect(rows).toEqual([
      ['1', 'SQL', '69', 'demo +36; size +20; head +7; revenue +5; seen +1'],
      ['2', 'nurture', '0', null],
    ])
  })
})

function compileTo(to: DialectName, types?: CompileRequest['types']) {
  const rulebook = { plan: planOf(RULES), diagnostics: [], summary: { name: 'test', source: 'rules.yaml', sha256: '' } }
  return compile(rulebook, { ...REQUEST, to, types }, memoryHost(new Map()), '0')
}
