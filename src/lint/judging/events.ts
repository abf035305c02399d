import type { LeadEvent } from '../../engine/events/lead-events.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { distinctFieldsOf, type EventRule, eventRulesOf } from '../../ir/plan/event-rules.ts'
import { amountsOf } from '../../ir/plan/payment.ts'

/** Most events that are generated for a rule. */
const MAX_EVENTS = 200

/** What is asked of a plan for each of its rules on events. */
interface EventsOfPlan {
  readonly rules: readonly EventRule[]
  readonly positions: ReadonlyMap<string, number>
  readonly distinct: number
}

const known = new WeakMap<BoundPlan, EventsOfPlan>()

function eventsOfPlan(bound: BoundPlan): EventsOfPlan {
  const before = known.get(bound)
  if (before !== undefined) return before
  const rules = eventRulesOf(bound)
  const positions = new Map(rules.map(({ id }, index) => [id, index]))
  const found = { rules, positions, distinct: distinctFieldsOf(bound).length }
  known.set(bound, found)
  return found
}

/** Events that give a rule its maximum of points; none for a rule without a limit. */
export function eventsFor(rule: EventRule, bound: BoundPlan, asOf: number): LeadEvent[] {
  const { rules, positions, distinct } = eventsOfPlan(bound)
  const index = positions.get(rule.id)
  const best = Math.max(...amountsOf(rule.earns.pays))
  const count = wantedEvents(rule, best)
  if (index === undefined || best <= 0 || count > MAX_EVENTS) return []
  const { most = count, days = 0 } = rule.earns.limit ?? {}
  const worth = rules.map((_, at) => (at === index ? best : undefined))
  const kind = { name: rule.earns.names[0] ?? 'any', part: 'other', timed: false, worth } as const
  return Array.from({ length: count }, (_, nth) => ({
    day: asOf - Math.floor(nth / most) * days,
    kind,
    marks: Array.from({ length: distinct }, () => nth + 1),
  })).filter(({ day }) => asOf - day <= (rule.within ?? Number.POSITIVE_INFINITY))
}

function wantedEvents({ earns, max, within }: EventRule, best: number): number {
  const { count, last, limit } = earns
  if (last?.some(({ operator }) => operator === 'older_than')) return 0
  if (count !== undefined) return Math.max(1, ...count.map(test => (test.operator === 'at_least' ? test.value : 1)))
  if (last !== undefined) return 1
  const enough = max === undefined ? Number.POSITIVE_INFINITY : Math.ceil(max / best)
  if (limit === undefined) return enough
  if (limit.days === undefined) return Math.min(limit.most, enough)
  return Math.min(
    enough,
    within === undefined ? Number.POSITIVE_INFINITY : limit.most * (Math.floor(within / limit.days) + 1),
  )
}

/** `3 x page_view, 1 x demo`; empty for none. */
export function printEvents(events: readonly LeadEvent[]): string {
  const counts = new Map<string, number>()
  for (const { kind } of events) counts.set(kind.name, (counts.get(kind.name) ?? 0) + 1)
  return [...counts].map(([name, count]) => `${count} x ${name}`).join(', ')
}

/** Of all rules on events together, newest first. */
export function allEvents(bound: BoundPlan, asOf: number): LeadEvent[] {
  return eventsOfPlan(bound)
    .rules.flatMap(rule => eventsFor(rule, bound, asOf))
    .sort((a, b) => b.day - a.day)
}
