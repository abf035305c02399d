import { distinctFieldsOf, type EventRule, eventRulesOf } from '../../ir/plan/event-rules.ts'
import { WHOLE } from '../../ir/plan/fade.ts'
import type { EventLimit } from '../../ir/plan/plan.ts'
import { compileTest } from '../comparison.ts'
import type { ConditionContext } from '../condition.ts'
import type { Lead } from '../lead.ts'
import { shareReader } from './share.ts'

/** The result of one event rule for a lead. */
export interface CountedEvents {
  readonly counted: number
  /** The day of the newest counted one. */
  readonly newest: number | undefined
  /** Events that are ignored only because they are before `after`. */
  readonly before: number
  /** Points before fade, and after it. */
  readonly earned: number
  readonly faded: number
}

/** The events of a rule as a function from a lead, whose events come newest first. */
export function compileEvents(rule: EventRule, context: ConditionContext): (lead: Lead) => CountedEvents {
  const { earns, within = Number.POSITIVE_INFINITY } = rule
  const { bound, asOf } = context
  const index = eventRulesOf(bound).findIndex(({ id }) => id === rule.id)
  const mark = earns.distinct === undefined ? -1 : distinctFieldsOf(bound).indexOf(earns.distinct)
  const start = bound.fields.findIndex(({ name }) => name === earns.after)
  const share = shareReader(rule)
  const once = compileOnce(rule, asOf)

  const countedOf = ({ events = [], readings }: Lead): CountedEvents => {
    const from = readings[start]?.value
    const firstDay = typeof from === 'number' ? from : Number.NEGATIVE_INFINITY
    let limit: ((day: number) => boolean) | undefined
    let seen: Set<number> | undefined
    let [counted, before, earned] = [0, 0, 0]
    let newest: number | undefined
    // Whole points, and billionths of one: their sum stays exact however many events there are.
    let [whole, part] = [0, 0]
    for (const { day, kind, marks } of events) {
      const worth = kind.worth[index]
      const age = asOf - day
      if (worth === undefined || age > within) continue
      if (earns.distinct !== undefined) {
        const value = marks[mark] ?? Number.NaN
        if (Number.isNaN(value) || seen?.has(value)) continue
      }
      if (day < firstDay) {
        before += 1
        continue
      }
      if (earns.limit !== undefined) {
        limit ??= countLimit(earns.limit)
        if (!limit(day)) continue
      }
      if (earns.distinct !== undefined) {
        seen ??= new Set()
        seen.add(marks[mark] ?? 0)
      }
      newest ??= day
      counted += 1
      earned += worth
      const product = worth * share(age)
      const units = Math.floor(product / WHOLE)
      whole += units
      part += product - units * WHOLE
      if (part >= WHOLE) {
        whole += 1
        part -= WHOLE
      }
    }
    if (once === undefined) return { counted, newest, before, earned, faded: whole + Math.floor(part / WHOLE + 0.5) }
    const points = once(counted, newest)
    return { counted, newest, before, earned: points, faded: points }
  }
  context.watch?.events(
    [start],
    ({ worth }) => worth[index] !== undefined,
    lead => countedOf(lead).faded,
  )
  return countedOf
}

/**
 * Whether one more event of a day counts: fewer than `most` counted ones lie less than `days` after it. Days come
 * newest first, and a day that may count is taken as counted.
 */
export function countLimit({ most, days }: EventLimit): (day: number) => boolean {
  const counted: number[] = []
  return day => {
    const nth = counted[counted.length - most]
    const isFree = nth === undefined || (days !== undefined && nth - day >= days)
    if (isFree) counted.push(day)
    return isFree
  }
}

/** Rules with `count` or `last` earn once, by how many events counted and how old the newest one is. */
function compileOnce(
  { earns: { count, last, pays } }: EventRule,
  asOf: number,
): ((counted: number, newest: number | undefined) => number) | undefined {
  if (count === undefined && last === undefined) return undefined
  const points = pays.kind === 'once' ? pays.points : 0
  const counts = (count ?? []).map(test => compileTest(test, asOf))
  const ages = (last ?? []).map(test => ({ holds: compileTest(test, asOf), ofNone: test.operator === 'older_than' }))
  return (counted, newest) => {
    const enough = counts.every(holds => holds(counted, undefined))
    const timely = ages.every(({ holds, ofNone }) => (newest === undefined ? ofNone : holds(newest, undefined)))
    return enough && timely ? points : 0
  }
}
