import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PreviousRelation } from '../src/dialects/previous.ts'
import { printQuery } from '../src/dialects/query.ts'
import { compileCells } from '../src/engine/cells.ts'
import { csvRow } from '../src/io/csv/csv-write.ts'
import { columnsOf } from '../src/ir/plan/columns.ts'
import type { Plan } from '../src/ir/plan/plan.ts'
import { bindPrevious, readPrevious, recalledBy } from '../src/leads/memory/previous.ts'
import { openLeads } from '../src/leads/open.ts'
import { runs } from './support/draws.ts'
import { duckdb, postgres, type QueryEngine, sourceOf } from './support/engines.ts'
import { memoryHost } from './support/memory-host.ts'
import { compile, planOf } from './support/plans.ts'

/** What a lead was before means the same in a printed query as in the reference, whichever table says it. */
describe.each([
  { name: 'DuckDB', open: duckdb },
  { name: 'PostgreSQL', open: postgres },
])('a memory in $name', ({ open }) => {
  let engine: QueryEngine
  beforeAll(async () => {
    engine = await open()
  }, 60_000)
  afterAll(() => engine.close())

  it('finds every lead again, and says of it what the reference says', { timeout: 36_000_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(rules, yesterday, today, async (rulebook, before, leads) => {
        const plan = planOf(rulebook)
        expect(await byQuery(engine, plan, before, leads)).toEqual(await byReference(plan, before, leads))
      }),
      runs(12),
    )
  })
})

const HEADINGS = ['id', 'email', 'page_views']
const BEFORE = ['id', 'email', 'leadq_stage', 'leadq_since', 'leadq_stage_before', 'leadq_score', 'leadq_engagement']

const id = fc.constantFrom('1', '2', '3', ' 4', 'B-5', 'b-5', '00Q000000000001', '00Q000000000001EAA', '', 'n/a')
const email = fc.constantFrom('a@x.example', 'A@X.example', 'b@x.example', 'ß@x.example', '', '-')
const points = fc.integer({ min: 0, max: 60 })
const stage = fc.constantFrom('MQL', ' mql', 'SQL', 'nurture', 'Old stage', 'İzmir', '')
const day = fc.constantFrom(
  '2026-03-02',
  '2026-03-01',
  '2026-02-20',
  '2026-02-16',
  '2026-02-15',
  '2026-01-01',
  '',
  'soon',
)

const today = fc.array(fc.tuple(id, email, points.map(String)), { minLength: 1, maxLength: 6 })

/** Of rows that share a key, tables do not say which is the first. */
const yesterday = fc
  .array(fc.tuple(id, email, stage, day, stage, points.map(String), fc.oneof(points.map(String), fc.constant(''))), {
    minLength: 1,
    maxLength: 5,
  })
  .map(rows => rows.filter((row, index) => !rows.slice(0, index).some(other => sharesKey(row, other))))

function sharesKey([id, email]: readonly string[], [otherId, otherEmail]: readonly string[]): boolean {
  const plain = (text = '') => text.trim().toLowerCase().slice(0, 15)
  return plain(id) === plain(otherId) || plain(email) === plain(otherEmail)
}

const condition = fc.constantFrom(
  { 'before.stage': 'MQL' },
  { 'before.stage': { not: ['MQL', 'SQL'] } },
  { not: { 'before.stage': 'nurture' } },
  { 'before.stage': { known: true } },
  { 'before.since': { older_than: '10d' } },
  { 'before.since': { in_last: '14d' } },
  { 'before.since': { after: '2026-02-16' } },
  { 'before.score.engagement': { at_least: 30 } },
  { 'before.score.total': { below: 20 } },
  { 'change.score.engagement': { above: 0 } },
  { 'change.score.total': { between: [-10, 10] } },
  { 'change.score.engagement': { known: false } },
  { any: [{ 'before.stage': 'SQL' }, { 'change.score.total': { at_most: -5 } }] },
)

const rules = fc
  .record({
    met: condition,
    excluded: condition,
    tag: condition,
    keep: fc.option(fc.constantFrom(10, 25), { nil: undefined }),
    coolDown: fc.option(fc.constantFrom('1d', '14d', '15d'), { nil: undefined }),
    key: fc.constantFrom(undefined, ['id', 'email'], 'email', ['email', 'id']),
  })
  .map(({ met, excluded, tag, keep, coolDown, key }) => ({
    leadq: 1,
    ...(key && { key }),
    scores: { engagement: { rules: [{ id: 'visits', per: 'page_views', points: 1 }] } },
    criteria: { asked: { when: met } },
    exclude: [{ id: 'out', when: { all: [excluded, { 'before.score.total': { above: 40 } }] } }],
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
    tags: { t: tag },
    next: [
      { when: { stage: 'MQL' }, do: 'call', due: '3d' },
      { do: 'wait', due: '30d' },
    ],
  }))

type Rows = readonly (readonly string[])[]

function csv(headings: readonly string[], rows: Rows): string {
  return [headings, ...rows].map(row => csvRow(row, ',')).join('\n')
}

async function byReference(plan: Plan, before: Rows, leads: Rows): Promise<string[][]> {
  const host = memoryHost(new Map([['p.csv', csv(BEFORE, before)]]))
  const memory = await readPrevious({ previous: 'p.csv', prefix: 'leadq_', from: 'generic' }, plan, host)
  const files = memoryHost(new Map([['l.csv', csv(HEADINGS, leads)]]))
  const reading = { prefix: 'leadq_', from: 'generic' } as const
  const opened = await openLeads('l.csv', plan, reading, files, { companies: undefined, events: undefined, memory })
  const { bound, coerce, judge } = compile(opened.binding.bound)
  const cellsOf = compileCells(bound, columnsOf(bound))
  return leads.map(cells => cellsOf(judge(coerce(opened.complete(cells)))))
}

async function byQuery({ dialect, query }: QueryEngine, plan: Plan, before: Rows, leads: Rows) {
  const host = memoryHost(new Map([['l.csv', csv(HEADINGS, leads)]]))
  const files = memoryHost(new Map([['p.csv', csv(BEFORE, before)]]))
  const reading = { prefix: 'leadq_', from: 'generic' } as const
  const memory = await readPrevious({ previous: 'p.csv', ...reading }, plan, files)
  const opened = await openLeads('l.csv', plan, reading, host, { companies: undefined, events: undefined, memory })
  const { bound } = opened.binding
  const sample = { name: 'p', headings: BEFORE, rows: before, delimiter: ',' }
  const { fields } = bindPrevious(plan, sample, reading)
  const previous: PreviousRelation = { ...sourceOf(dialect, before, BEFORE), fields, key: recalledBy(plan).key }
  const columns = columnsOf(bound)
  const request = { ...sourceOf(dialect, leads, HEADINGS), previous, columns, prefix: 'leadq_', comment: [] }
  const { statement, diagnostics } = printQuery(bound, request, dialect)
  if (statement === undefined) throw new Error(JSON.stringify(diagnostics))
  const wanted = columns.map(({ name }) => `coalesce(CAST(leadq_${name} AS ${dialect.types.text}), '')`)
  try {
    return await query(`SELECT ${wanted.join(', ')} FROM (${statement}) AS s ORDER BY order_of_rows`)
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${statement}`)
  }
}
