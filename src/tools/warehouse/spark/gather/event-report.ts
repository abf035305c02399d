import type { EventCountRows } from '../../../../dialects/events/count-events-query.ts'
import type { Outcome } from '../../../../dialects/events/find.ts'
import type { BoundEvents } from '../../../../ir/plan/bound-events.ts'
import { type EventRule, replacedRules } from '../../../../ir/plan/event-rules.ts'
import type { Plan } from '../../../../ir/plan/plan.ts'
import { countIn } from '../../../../ir/results/counts.ts'
import type { EventsReport } from '../../../score/score-summary.ts'
import { eventsSummaryOf } from '../../table/count-events.ts'
import type { EventTally } from '../worker/event-tally.ts'
import type { GatheredTable } from './event-lines.ts'
import type { NobodysEvents } from './found-events.ts'

/** The report on events of which Spark counted those of nobody, and workers those of leads. */
export function eventReport(
  plan: Plan,
  tables: readonly GatheredTable[],
  nobodys: NobodysEvents,
  tally: EventTally,
): EventsReport {
  const { summary, diagnostics } = eventsSummaryOf(plan, tables, countRows(tables.length, nobodys, tally))
  return { summary: { ...summary, leads_losing_counters: tally.losing }, diagnostics }
}

/** Rules that event rules replace because events of leads are meant by these. */
export function replacedBy(rules: readonly EventRule[], tally: EventTally): BoundEvents['replaced'] {
  const meant = meantIn(tally)
  return replacedRules(rules, index => meant.has(index))
}

/** The positions of the event rules that some event of a lead is meant by. */
function meantIn({ shared }: EventTally): Set<number> {
  return new Set([...shared.values()].flatMap(({ meant }) => [...meant.keys()]))
}

/** Events that several leads share were counted by each of these. */
function countRows(sources: number, nobodys: NobodysEvents, tally: EventTally): EventCountRows {
  const outcomes = Array.from({ length: sources }, () => new Map<Outcome, number>())
  const names = new Map<string, { readonly event: string; readonly goesBy: readonly string[]; count: number }>()
  let bots = 0
  for (const [index, counts] of outcomes.entries())
    for (const outcome of ['without_key', 'ignored', 'unmatched'] as const)
      countIn(counts, outcome, nobodys.outcomes[index]?.get(outcome) ?? 0)
  for (const [leads, shared] of tally.shared) {
    const own = (count: number) => Math.round(count / Number(leads))
    bots += own(shared.bots)
    for (const [index, counts] of outcomes.entries())
      for (const [outcome, count] of shared.outcomes[index] ?? []) countIn(counts, outcome, own(count))
    for (const [key, { event, names: goesBy, count }] of shared.names) {
      const known = names.get(key)
      if (known === undefined) names.set(key, { event, goesBy, count: own(count) })
      else known.count += own(count)
    }
  }
  return {
    outcomes,
    bots,
    leads: tally.leads,
    keys: [...nobodys.keys],
    names: [...names.values()].sort((a, b) => b.count - a.count || (a.event < b.event ? -1 : 1)),
    standing: meantIn(tally),
  }
}
