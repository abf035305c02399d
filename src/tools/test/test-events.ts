import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { isBotTraffic } from '../../engine/events/bots.ts'
import { compileEventReader, createEventKinds, type TimedEvent } from '../../engine/events/event-reader.ts'
import type { LeadEvent } from '../../engine/events/lead-events.ts'
import { bindEvents } from '../../io/bind/bind-events.ts'
import type { BoundEvents } from '../../ir/plan/bound-events.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { eventRulesOf, replacedRules } from '../../ir/plan/event-rules.ts'
import type { LeadEventCells } from '../../ir/plan/lead-test.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import { plainly } from './test-binding.ts'

/** The events of a test, as a file of them would be read for its lead. */
export interface TestEvents {
  readonly bound: BoundEvents
  /** Newest first. */
  readonly events: readonly LeadEvent[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The key of the lead: all events of a test belong to its lead. */
const KEY = 'lead'

/** `bound`: any binding of the plan; its events are not used. */
export function readTestEvents(
  plan: Plan,
  bound: Omit<BoundPlan, 'events'>,
  written: readonly LeadEventCells[],
  asOf: number,
): TestEvents {
  const rules = eventRulesOf(plan)
  const headings = [
    KEY,
    ...new Set(['event', 'time', ...written.flatMap(({ cells }) => cells.map(({ name }) => name))]),
  ]
  const rows = written.map(({ cells }) =>
    headings.map(heading => (heading === KEY ? KEY : (cells.find(({ name }) => name === heading)?.text ?? ''))),
  )
  const { source } = bindEvents(plainly(plan), { name: 'the test', headings, rows, delimiter: ',' })
  const ignore = plan.events?.ignore ?? { ownDomains: [] }
  const events: BoundEvents = { join: [], ignore, sources: [source], replaced: {} }
  const reader = compileEventReader({ ...bound, events }, source, asOf, createEventKinds())
  const meant = new Set<number>()
  const diagnostics: Diagnostic[] = []
  const read: TimedEvent[] = []
  for (const [index, row] of rows.entries()) {
    const place = written[index]?.place
    const moment = reader.momentOf({ text: column => row[column] ?? '' })
    if (moment === undefined) {
      const hint = 'an event has a day or a moment: `time: 2026-01-31` or `time: 2026-01-31 09:30`'
      diagnostics.push(diagnose('test/value', 'an event without a `time` that can be read', { place, hint }))
    }
    if (row[headings.indexOf('event')] === '') {
      diagnostics.push(diagnose('test/value', 'an event without its name: `event: page_view`', { place }))
    }
    // Events after the day of the run are ignored.
    if (moment === undefined || moment.day > asOf) continue
    const found = reader.read(row, moment)
    for (const rule of found?.meant ?? []) meant.add(rule)
    if (found?.event !== undefined) read.push(found.event)
  }
  const bots = isBotTraffic(read, ignore)
  const human = read.map((event, order) => ({ event, order })).filter(({ order }) => !bots.has(order))
  human.sort((a, b) => b.event.day - a.event.day || b.event.at - a.event.at || b.order - a.order)
  return {
    bound: { ...events, replaced: replacedRules(rules, index => meant.has(index)) },
    events: human.map(({ event }) => event),
    diagnostics,
  }
}
