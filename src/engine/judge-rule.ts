import type { EventRule } from '../ir/plan/event-rules.ts'
import { WHOLE } from '../ir/plan/fade.ts'
import { fixedAmountsOf } from '../ir/plan/payment.ts'
import type { Payment, PerUnit, Rule } from '../ir/plan/plan.ts'
import type { Verdict } from '../ir/results/verdict.ts'
import type { Value } from '../ir/values/value.ts'
import { type Condition, type ConditionContext, compileCondition } from './condition.ts'
import { type CountedEvents, compileEvents } from './events/event-rule.ts'
import { keepWithin, shareReader } from './events/share.ts'
import type { Lead, Reading } from './lead.ts'
import { type Basis, VALUE } from './watch.ts'

/** The points of a rule, step by step; the last step is the result. */
export interface Earned {
  /** Before fade and bounds. */
  readonly earned: number
  /** Days since the `since` date; undefined where there is none. */
  readonly age: number | undefined
  readonly faded: number
  readonly points: number
  /** For a rule that reads events. */
  readonly events?: CountedEvents
}

export type RuleJudge = (lead: Lead, findings: Verdict) => Earned

const NOTHING: Earned = { earned: 0, age: undefined, faded: 0, points: 0 }

/** A rule as a function: limit -> fade -> round -> the rule's own bounds. */
export function compileRule(rule: Rule, context: ConditionContext): RuleJudge {
  if (context.bound.events?.replaced[rule.id] !== undefined) return () => NOTHING
  const gate = rule.when === undefined ? undefined : compileCondition(rule.when, context, 'plain')
  if (rule.earns.kind === 'events') return compileEventRule({ ...rule, earns: rule.earns }, gate, context)
  const earn = compileEarning(rule.earns, context)
  const share = shareReader(rule)
  const fade = (earned: number, age: number | undefined) =>
    age === undefined ? earned : Math.floor((earned * share(age)) / WHOLE + 0.5)
  const ageOf = compileAge(rule, fade, context)
  return (lead, findings) => {
    if (gate !== undefined && gate(lead, findings) !== true) return NOTHING
    const earned = earn(lead, findings)
    if (earned === 0) return NOTHING
    const age = ageOf(lead)
    const faded = fade(earned, age)
    return { earned, age, faded, points: faded === 0 ? 0 : keepWithin(faded, rule) }
  }
}

function compileEventRule(rule: EventRule, gate: Condition | undefined, context: ConditionContext): RuleJudge {
  if (context.bound.events === undefined) return () => NOTHING
  const eventsOf = compileEvents(rule, context)
  return (lead, findings) => {
    if (gate !== undefined && gate(lead, findings) !== true) return NOTHING
    const events = eventsOf(lead)
    const { earned, faded } = events
    return { earned, age: undefined, faded, points: faded === 0 ? 0 : keepWithin(faded, rule), events }
  }
}

/**
 * How many whole units of `every` a value holds; below 0 counts as 0.
 * Both are taken in millionths, so that 0.3 holds three units of 0.1.
 */
function wholeUnits(value: number, every: number): number {
  return value <= 0 ? 0 : Math.floor(millionths(value) / millionths(every))
}

function millionths(value: number): number {
  return Math.floor(value * 1e6 + 0.5)
}

function compileEarning(
  earns: Payment | PerUnit,
  context: ConditionContext,
): (lead: Lead, findings: Verdict) => number {
  if (earns.kind === 'per') {
    const units = withValue(earns.field, context, VALUE, value =>
      typeof value === 'number' ? earns.points * wholeUnits(value, earns.every) : 0,
    )
    return lead => units(lead) ?? 0
  }
  const pay = compilePayment(earns, context)
  return (lead, findings) => pay(lead, findings) ?? 0
}

/** The points of a payment; undefined if no row and no `else` applies. A row listed with 0 gives 0. */
export function compilePayment(
  pays: Payment,
  context: ConditionContext,
): (lead: Lead, findings: Verdict) => number | undefined {
  switch (pays.kind) {
    case 'once':
      return () => pays.points
    case 'table': {
      const points = tableOf(pays.rows)
      const otherwise = pays.otherwise === 0 ? undefined : pays.otherwise
      const basis: Basis = { kind: 'equality', values: pays.rows.map(({ value }) => value) }
      return withValue(pays.field, context, basis, value => lookUp(points, value) ?? otherwise)
    }
    case 'points_from': {
      const basis: Basis = { kind: 'order', cuts: pays.rows.map(({ from }) => from) }
      return withValue(pays.field, context, basis, value =>
        typeof value === 'number' ? pays.rows.find(({ from }) => value >= from)?.points : undefined,
      )
    }
    case 'cases': {
      const cases = pays.rows.map(({ when, points }) => ({ holds: compileCondition(when, context, 'plain'), points }))
      return (lead, findings) => cases.find(({ holds }) => holds(lead, findings) === true)?.points
    }
  }
}

/** The first row of a value wins. */
function tableOf(rows: Extract<Payment, { kind: 'table' }>['rows']): ReadonlyMap<Value, number> {
  return new Map([...rows].reverse().map(({ value, points }) => [value, points]))
}

function lookUp(points: ReadonlyMap<Value, number>, value: Value): number | undefined {
  if (typeof value !== 'object') return points.get(value)
  // Of a list, the row that stands highest in the table counts: rows are tried in order, as everywhere.
  const rows = [...points].reverse()
  return rows.find(([row]) => typeof row === 'string' && value.includes(row))?.[1]
}

function withValue(
  name: string,
  { bound, watch }: ConditionContext,
  basis: Basis,
  points: (value: Value) => number | undefined,
): (lead: Lead) => number | undefined {
  const slot = bound.fields.findIndex(field => field.name === name)
  const see = (reading: Reading | undefined) => {
    const value = reading?.value
    return value === undefined ? undefined : points(value)
  }
  watch?.field(slot, { see, basis })
  return lead => see(lead.readings[slot])
}

/**
 * Days since a rule's `since` date; undefined where the rule has none or the lead has no such date (full points then).
 */
function compileAge(
  { since, earns }: Rule,
  fade: (earned: number, age: number | undefined) => number,
  { bound, asOf, watch }: ConditionContext,
): (lead: Lead) => number | undefined {
  if (since === undefined) return () => undefined
  const slot = bound.fields.findIndex(field => field.name === since)
  const ageOf = (reading: Reading | undefined) => {
    const day = reading?.value
    return typeof day === 'number' ? asOf - day : undefined
  }
  const amounts = fixedAmountsOf(earns)
  // Dates for which the rule is worth the same, whatever it earned, look alike.
  const see = (reading: Reading) => {
    const age = ageOf(reading)
    return amounts === undefined || age === undefined ? age : amounts.map(amount => fade(amount, age)).join()
  }
  watch?.field(slot, { see, basis: VALUE })
  return lead => ageOf(lead.readings[slot])
}
