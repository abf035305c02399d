import { type Diagnostic, diagnose } from '../../../base/diagnostic.ts'
import type { EventCountRows } from '../../../dialects/events/count-events-query.ts'
import { EVENT_FIELDS } from '../../../ir/catalogue/event-fields.ts'
import { formOf } from '../../../ir/catalogue/identifying.ts'
import { eventRulesOf, replacedRules } from '../../../ir/plan/event-rules.ts'
import { eventKey } from '../../../ir/plan/events.ts'
import type { Plan } from '../../../ir/plan/plan.ts'
import type { EventCounts, EventFileSummary } from '../../../ir/results/summary.ts'
import { MAX_SHOWN_NAMES, signalsIn } from '../../../leads/events/event-name-counts.ts'
import { aboutMatches, aboutRules, missingColumn } from '../../../leads/events/event-remarks.ts'
import type { EventsReport } from '../../score/score-summary.ts'
import type { BoundEventTable } from './bind-event-table.ts'

/** What was counted of tables of events, as the summary says it of files. */
export function eventsSummaryOf(
  plan: Plan,
  tables: readonly BoundEventTable[],
  eventCounts: EventCountRows,
): EventsReport {
  const count = (outcome: 'matched' | 'unmatched' | 'without_key' | 'without_time' | 'future' | 'ignored') =>
    eventCounts.outcomes.reduce((sum, counts) => sum + (counts.get(outcome) ?? 0), 0)
  const files = tables.map((table, index) => fileSummary(table, eventCounts.outcomes[index] ?? new Map()))
  const counts: EventCounts = {
    read: files.reduce((sum, { read }) => sum + read, 0),
    matched: count('matched') - eventCounts.bots,
    unmatched: count('unmatched'),
    without_key: count('without_key'),
    without_time: count('without_time'),
    future: count('future'),
    ignored: count('ignored') + eventCounts.bots,
    rejected: 0,
    left_out: 0,
  }
  const forms = [...new Set(eventCounts.keys.map(formOf))]
  const names = eventCounts.names.map(({ event, goesBy, count: events }) => ({
    event,
    names: new Set([eventKey(event), ...goesBy]),
    count: events,
  }))
  return {
    summary: {
      files,
      counts,
      leads: eventCounts.leads,
      unmatched_keys: forms,
      names: names.slice(0, MAX_SHOWN_NAMES).map(({ event, names: all, count: events }) => ({
        event,
        count: events,
        signals: signalsIn(all, event, plan),
      })),
      instead_of: replacedRules(eventRulesOf(plan), index => eventCounts.standing.has(index)),
    },
    diagnostics: [
      ...tables.flatMap(({ name, binding }, index) => [
        ...binding.diagnostics,
        ...aboutTimes(name, eventCounts.outcomes[index]?.get('without_time') ?? 0),
      ]),
      ...aboutMatches(counts, files, forms),
      ...aboutRules(plan, counts.matched > 0 ? names : undefined, files),
      ...unread(plan, tables).map(name => missingColumn(name, plan, files)),
    ],
  }
}

function fileSummary(
  { name, format, binding }: BoundEventTable,
  outcomes: ReadonlyMap<string, number>,
): EventFileSummary {
  return {
    name,
    format,
    compressed: false,
    encoding: 'UTF-8',
    ...(binding.system && { system: binding.system.title }),
    read: [...outcomes.values()].reduce((sum, count) => sum + count, 0),
    bound: binding.columns,
  }
}

function aboutTimes(table: string, count: number): Diagnostic[] {
  if (count === 0) return []
  const events = count === 1 ? '1 event with an unreadable time is' : `${count} events with an unreadable time are`
  return [diagnose('event/time', `${table}: ${events} ignored`)]
}

/** Fields of the rulebook's own that no table has a column for. */
function unread(plan: Plan, tables: readonly BoundEventTable[]): string[] {
  const read = tables.flatMap(({ binding }) =>
    binding.source.fields.filter(({ columns }) => columns.length > 0).map(({ name }) => name),
  )
  return Object.keys(plan.events?.fields ?? {}).filter(
    name => name !== 'lead' && !Object.hasOwn(EVENT_FIELDS, name) && !read.includes(name),
  )
}
