import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printEventCountQuery, readEventCounts } from '../src/dialects/events/count-events-query.ts'
import type { Plan } from '../src/ir/plan/plan.ts'
import type { EventsSummary } from '../src/ir/results/summary.ts'
import { eventsSummaryOf } from '../src/tools/warehouse/table/count-events.ts'
import { answered, bindAll, type Rows, reference, scored } from './support/asked-events.ts'
import { eventLeads, eventRulebook, leadEvents } from './support/draw-events.ts'
import { runs } from './support/draws.ts'
import { duckdb, postgres, type QueryEngine, sourceOf } from './support/engines.ts'
import { planOf } from './support/plans.ts'

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
      runs(30),
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
      runs(10),
    )
  })

  it('of several sources are taken together', { timeout: 36_000_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(eventRulebook, eventLeads, leadEvents, leadEvents, async (rules, leads, first, second) => {
        const plan = planOf(rules)
        expect(await answered(engine, plan, leads, [first, second])).toEqual(await scored(plan, leads, [first, second]))
      }),
      runs(10),
    )
  })
})

async function counted({ dialect, query }: QueryEngine, plan: Plan, leads: Rows, events: readonly Rows[]) {
  const { bound, found, tables, records } = bindAll(plan, leads, events)
  const source = sourceOf(dialect, leads, undefined, records)
  const rows = await query(printEventCountQuery({ ...bound, events: found }, source, dialect))
  return figures(eventsSummaryOf(plan, tables, readEventCounts(rows, tables.length)).summary)
}

/** The figures that do not depend on the order of records. */
function figures(summary: EventsSummary | undefined) {
  const names = summary?.names.map(({ event, count, signals }) => [event, count, [...signals].sort()].join())
  return { counts: summary?.counts, leads: summary?.leads, names: names?.sort(), instead: summary?.instead_of }
}
