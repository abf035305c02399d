import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printEventTally, readEventTally } from '../src/dialects/events/tally.ts'
import { bindPlan } from '../src/io/bind/bind.ts'
import { bindEvents } from '../src/io/bind/bind-events.ts'
import { columnsOf, PREFIX } from '../src/ir/columns.ts'
import type { Plan } from '../src/ir/plan.ts'
import type { EventsSummary } from '../src/ir/summary.ts'
import { boundEvents } from '../src/tools/events/bound-events.ts'
import { score } from '../src/tools/score.ts'
import { seenEvents } from '../src/tools/table/tally-events.ts'
import { EVENT_HEADINGS, eventLeads, eventRulebook, LEAD_HEADINGS, leadEvents } from './support/draw-events.ts'
import { asked, duckdb, postgres, type QueryEngine, sourceOf } from './support/engines.ts'
import { csv, REQUEST } from './support/events.ts'
import { memoryHost } from './support/memory-host.ts'
import { planOf } from './support/plans.ts'

const DRAWS = Math.ceil(Number(process.env.LEADQ_DRAWS ?? 300) / 2)

describe.each([
  { name: 'DuckDB', open: duckdb },
  { name: 'PostgreSQL', open: postgres },
])('events in $name', ({ open }) => {
  let engine: QueryEngine
  beforeAll(async () => {
    engine = await open()
  }, 60_000)
  afterAll(() => engine.close())

  it('come to what they come to for the reference', { timeout: 36_000_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(eventRulebook, eventLeads, leadEvents, async (rules, leads, events) => {
        const plan = planOf(rules)
        expect(await answered(engine, plan, leads, [events])).toEqual(await scored(plan, leads, [events]))
      }),
      { numRuns: DRAWS },
    )
  })

  it('are counted as by the reference', { timeout: 36_000_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(eventRulebook, eventLeads, leadEvents, leadEvents, async (rules, leads, first, second) => {
        const plan = planOf(rules)
        expect(await counted(engine, plan, leads, [first, second])).toEqual(
          figures((await reference(plan, leads, [first, second])).summary.events),
        )
      }),
      { numRuns: Math.ceil(DRAWS / 4) },
    )
  })

  it('of several sources are taken together', { timeout: 36_000_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(eventRulebook, eventLeads, leadEvents, leadEvents, async (rules, leads, first, second) => {
        const plan = planOf(rules)
        expect(await answered(engine, plan, leads, [first, second])).toEqual(await scored(plan, leads, [first, second]))
      }),
      { numRuns: Math.ceil(DRAWS / 4) },
    )
  })
})

type Rows = readonly (readonly string[])[]

/** The second source calls things by other names, and has one key only. */
function eventFile(events: Rows, index: number): { readonly headings: readonly string[]; readonly rows: Rows } {
  if (index === 0) return { headings: EVENT_HEADINGS, rows: events }
  return {
    headings: ['Ereignis', 'E-Mail', 'Zeitpunkt', 'Seite', 'Tags'],
    rows: events.map(([, email = '', event = '', time = '', page = '', , , tags = '']) => [
      event,
      email,
      time,
      page,
      tags,
    ]),
  }
}

/** A plan bound to leads and to files of events, and the records of those. */
function bindAll(plan: Plan, leads: Rows, events: readonly Rows[]) {
  const files = events.map(eventFile)
  const tables = files.map(({ headings, rows }, index) => ({
    name: `${index}.csv`,
    binding: bindEvents(plan, { name: `${index}.csv`, headings, rows, delimiter: ',' }),
    relation: { source: '', headings },
  }))
  const sample = { name: 'leads.csv', headings: LEAD_HEADINGS, rows: leads, delimiter: ',', around: [] }
  const found = boundEvents(
    plan,
    tables.map(({ binding }) => binding.source),
  )
  const { bound } = bindPlan(plan, sample, { events: found })
  return { bound, found, tables, records: files.map(({ rows }) => rows) }
}

async function answered(engine: QueryEngine, plan: Plan, leads: Rows, events: readonly Rows[]) {
  const { bound, records } = bindAll(plan, leads, events)
  return asked(engine, bound, leads, undefined, records)
}

async function counted({ dialect, query }: QueryEngine, plan: Plan, leads: Rows, events: readonly Rows[]) {
  const { bound, found, tables, records } = bindAll(plan, leads, events)
  const source = sourceOf(dialect, leads, undefined, records)
  const rows = await query(printEventTally({ ...bound, events: found }, source, dialect))
  return figures(seenEvents(plan, tables, readEventTally(rows, tables.length)).summary)
}

/** Without what hangs on the order of records. */
function figures(summary: EventsSummary | undefined) {
  const names = summary?.names.map(({ event, count, signals }) => [event, count, [...signals].sort()].join())
  return { counts: summary?.counts, leads: summary?.leads, names: names?.sort(), instead: summary?.instead_of }
}

/** leadq's cells of every lead, as `leadq score` writes them. */
async function scored(plan: Plan, leads: Rows, events: readonly Rows[]): Promise<string[][]> {
  const { written } = await reference(plan, leads, events)
  return written.map(row => columnsOf(plan).map(({ name }) => row[PREFIX + name] ?? ''))
}

async function reference(plan: Plan, leads: Rows, events: readonly Rows[]) {
  const named = events
    .map(eventFile)
    .map(({ headings, rows }, index) => [`${index}.csv`, csv([headings, ...rows])] as const)
  const files = new Map<string, string | Uint8Array>([['leads.csv', csv([LEAD_HEADINGS, ...leads])], ...named])
  const book = { plan, diagnostics: [], summary: { name: 'drawn', source: 'rules.yaml', sha256: '' } }
  const request = { ...REQUEST, events: named.map(([name]) => name), out: 'out.csv' }
  const summary = await score(book, request, memoryHost(files), '0')
  const written: Record<string, string>[] = parse(String(files.get('out.csv')), {
    columns: true,
    record_delimiter: ['\n'],
  })
  return { written, summary }
}
