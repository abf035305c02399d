import type { BoundEvents } from '../../ir/plan/bound-events.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { distinctFieldsOf, type EventRule, eventRulesOf } from '../../ir/plan/event-rules.ts'
import type { Sql } from '../dialect/dialect.ts'
import { slug, uniqueNames } from '../dialect/write.ts'

/** A bound plan with events, and what the columns of its rules on them are called. */
export interface EventPlan {
  readonly bound: BoundPlan
  readonly events: BoundEvents
  readonly rules: readonly NamedRule[]
  /** Fields of events of which some rule counts each value once, and the columns of their values. */
  readonly marks: ReadonlyMap<string, Sql>
  /** Fields of the lead that hold its keys, best first. */
  readonly join: readonly string[]
  /** Date fields of the lead before whose day events do not count for some rule. */
  readonly after: readonly string[]
}

export interface NamedRule {
  readonly rule: EventRule
  /** What its columns end with. */
  readonly name: string
}

export function eventPlan(bound: BoundPlan & { readonly events: BoundEvents }): EventPlan {
  const { events } = bound
  const unique = uniqueNames()
  const rules = eventRulesOf(bound).map(rule => ({ rule, name: unique(slug(rule.id)) }))
  const mark = uniqueNames()
  const read = events.join.filter(name => bound.fields.some(field => field.name === name && field.columns.length > 0))
  return {
    bound,
    events,
    rules,
    marks: new Map(distinctFieldsOf(bound).map(field => [field, mark(`mark_${slug(field)}`)])),
    join: read.length > 0 ? read : events.join,
    after: [...new Set(rules.flatMap(({ rule }) => rule.earns.after ?? []))],
  }
}

/** Whether it matters in which order the events of a lead happened. */
export function needsOrder(plan: EventPlan): boolean {
  return plan.rules.some(isOrdered) || looksForBots(plan)
}

/** Whether it matters which of several events comes first: of those that count once, or only so often. */
export function isOrdered({ rule: { earns } }: NamedRule): boolean {
  return earns.limit !== undefined || earns.distinct !== undefined
}

/** Whether the counting of one event depends on earlier counted ones. */
export function isWalked({ rule: { earns } }: NamedRule): boolean {
  return earns.limit?.days !== undefined
}

/** Whether a rule asks for events once, and not for points for each of them. */
export function earnsOnce({ rule: { earns } }: NamedRule): boolean {
  return earns.count !== undefined || earns.last !== undefined
}

/** Whether some of the events come from bots. */
export function looksForBots({ events: { ignore } }: EventPlan): boolean {
  return ignore.afterSending !== undefined || ignore.perMinute !== undefined
}

/** A column of a rule. */
export function ruleColumn(
  { name }: NamedRule,
  what:
    | 'worth'
    | 'meant'
    | 'seen'
    | 'open'
    | 'first'
    | 'counting'
    | 'list'
    | 'counted'
    | 'newest'
    | 'whole'
    | 'part'
    | 'points',
): Sql {
  return `${what}_${name}`
}
