import { printEventCountQuery, readEventCounts } from '../../../src/dialects/events/count-events-query.ts'
import type { Plan } from '../../../src/ir/plan/plan.ts'
import type { EventsSummary } from '../../../src/ir/results/summary.ts'
import { eventsSummaryOf } from '../../../src/tools/warehouse/table/count-events.ts'
import { bindAll, type Rows } from '../asked-events.ts'
import { type QueryEngine, sourceOf } from '../engines.ts'

/** The counts of events, by a query. */
export async function countedEvents({ dialect, query }: QueryEngine, plan: Plan, leads: Rows, events: readonly Rows[]) {
  const { bound, found, tables, records } = bindAll(plan, leads, events)
  const source = sourceOf(dialect, leads, undefined, records)
  const rows = await query(printEventCountQuery({ ...bound, events: found }, source, dialect))
  return figures(eventsSummaryOf(plan, tables, readEventCounts(rows, tables.length)).summary)
}

/** The figures that do not depend on the order of records. */
export function figures(summary: EventsSummary | undefined) {
  const names = summary?.names.map(({ event, count, signals }) => [event, count, [...signals].sort()].join())
  return { counts: summary?.counts, leads: summary?.leads, names: names?.sort(), instead: summary?.instead_of }
}
