import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import { WHOLE } from '../ir/plan/fade.ts'
import type { Bounds, Earning, Payment, PerUnit, Rule } from '../ir/plan/plan.ts'
import { constant } from './cells/typed.ts'
import type { Dialect, Sql } from './dialect/dialect.ts'
import { allOf, type Column, firstOf, lookUp, number, slug, uniqueNames } from './dialect/write.ts'
import { type EventPlan, ruleColumn } from './events/rules.ts'
import { type ConditionContext, condition } from './query-condition.ts'
import { shareOfAge } from './query-fade.ts'

export interface RuleContext extends ConditionContext {
  readonly bound: BoundPlan
  readonly shares: Shares
}

/** The points of a rule where its gates are open; `engine/judge-rule.ts` says what a rule earns. */
export function rulePoints(
  rule: Rule,
  gates: readonly Sql[],
  events: EventPlan | undefined,
  { bound, shares, ...context }: RuleContext,
): Sql {
  if (bound.events?.replaced[rule.id] !== undefined) return '0'
  const { earns } = rule
  const earned =
    earns.kind === 'events' ? pointsOfEvents(rule, events) : withFade(earning(earns, context), rule, shares, context)
  const own = rule.when === undefined ? [] : [condition(rule.when, 'holds', context)]
  const conditions = [...gates, ...standsAlone(rule, events), ...own]
  if (earned === '0') return '0'
  const points = whole(keptWithin(earned, rule, true), earns, context.dialect)
  return conditions.length === 0 ? points : firstOf([{ when: allOf(conditions), give: points }], '0')
}

function pointsOfEvents({ id }: Rule, events: EventPlan | undefined): Sql {
  const named = events?.rules.find(({ rule }) => rule.id === id)
  return named === undefined ? '0' : ruleColumn(named, 'points')
}

/** Whether no event rule replaces this rule. */
function standsAlone({ id }: Rule, events: EventPlan | undefined): Sql[] {
  const standing = events?.rules.filter(({ rule }) => rule.earns.insteadOf.includes(id)) ?? []
  return standing.map(each => `${ruleColumn(each, 'seen')} = 0`)
}

/** Units are counted in decimals, as there may be more of them than whole numbers can hold. */
function whole(points: Sql, earns: Earning, { types }: Dialect): Sql {
  return earns.kind === 'per' ? `CAST(${points} AS ${types.whole})` : points
}

/** The points of a payment before fade and caps; `nothing` if no row and no `else` applies. */
export function earning(earns: Payment | PerUnit, context: ConditionContext, nothing: Sql = '0'): Sql {
  const { dialect, subject } = context
  switch (earns.kind) {
    case 'once':
      return String(earns.points)
    case 'table': {
      const { value, isList, isMissing } = subject({ kind: 'field', name: earns.field })
      if (isMissing) return nothing
      const known = { when: `${value} IS NOT NULL`, give: earns.otherwise === 0 ? nothing : String(earns.otherwise) }
      const literal = (row: (typeof earns.rows)[number]) => constant(row.value, false, dialect)
      if (isList) {
        const rows = earns.rows.map(row => ({
          when: dialect.some(value, item => `${item} = ${literal(row)}`),
          give: String(row.points),
        }))
        return firstOf([...rows, known], nothing)
      }
      const rows = earns.rows.map(row => ({ when: literal(row), give: String(row.points) }))
      return lookUp(value, rows, firstOf([known], nothing))
    }
    case 'points_from': {
      const { value, isMissing } = subject({ kind: 'field', name: earns.field })
      if (isMissing) return nothing
      const rows = earns.rows.map(({ from, points }) => ({ when: `${value} >= ${number(from)}`, give: String(points) }))
      return firstOf(rows, nothing)
    }
    case 'cases': {
      const rows = earns.rows.map(({ when, points }) => ({
        when: condition(when, 'holds', context),
        give: String(points),
      }))
      return firstOf(rows, nothing)
    }
    case 'per':
      return perUnit(earns, context)
  }
}

/** Both sides in millionths, so that 0.3 holds three units of 0.1. */
function perUnit({ field, every, points }: PerUnit, { dialect, subject }: ConditionContext): Sql {
  const { value, isMissing } = subject({ kind: 'field', name: field })
  if (isMissing) return '0'
  const cast = (literal: string) => `CAST(${literal} AS ${dialect.types.decimal})`
  const millionths = dialect.floor(`${value} * ${cast('1000000')} + ${cast('0.5')}`)
  const unit = Math.floor(every * 1e6 + 0.5)
  const units = dialect.floor(`(${millionths}) / ${cast(String(unit))}`)
  return firstOf([{ when: `${value} > 0`, give: `${points} * (${units})` }], '0')
}

/** The shares that fading points are worth, a column for each date and fade. */
export interface Shares {
  readonly columns: readonly Column[]
  shareOf(rule: Rule): Sql | undefined
}

export function sharesOf(rules: readonly Rule[], { dialect, asOf, subject }: ConditionContext): Shares {
  const unique = uniqueNames()
  const columns = new Map<string, Column>()
  const keyOf = ({ since, fade }: Rule) => JSON.stringify([since, fade])
  for (const rule of rules) {
    const { since, fade } = rule
    if (since === undefined || fade.kind === 'none' || columns.has(keyOf(rule))) continue
    const { value: day, isMissing } = subject({ kind: 'field', name: since })
    if (isMissing) continue
    // Points without a date are whole.
    const undated = { when: `${day} IS NULL`, give: String(WHOLE) }
    const share = shareOfAge(fade, `${asOf} - ${day}`, dialect, [undated])
    columns.set(keyOf(rule), { name: unique(`share_${slug(since)}`), sql: share })
  }
  return { columns: [...columns.values()], shareOf: rule => columns.get(keyOf(rule))?.name }
}

function withFade(earned: Sql, rule: Rule, shares: Shares, { dialect, asOf, subject }: ConditionContext): Sql {
  const { since, within } = rule
  if (since === undefined || earned === '0') return earned
  const { value: day, isMissing } = subject({ kind: 'field', name: since })
  if (isMissing) return earned
  const age = `${asOf} - ${day}`
  const late = within === undefined ? [] : [`${age} > ${within}`]
  const share = shares.shareOf(rule)
  if (share === undefined) return firstOf([{ when: [`${age} < 0`, ...late].join(' OR '), give: '0' }], earned)
  const points = dialect.wholeFloor(`CAST(${earned} AS ${dialect.types.decimal}) * ${share} / 1e9 + 0.5`)
  // Units may be too many for a product with billionths.
  const whole = rule.earns.kind === 'per' ? [{ when: `${day} IS NULL`, give: earned }] : []
  return firstOf([...whole, ...late.map(when => ({ when, give: '0' }))], points)
}

type KeptBounds = { readonly [bound in keyof Bounds]?: number | undefined }

/** `max` limits above, `min` below; a rule without points stays without points. */
export function keptWithin(points: Sql, { max, min }: KeptBounds, isRule = false): Sql {
  if (max === undefined && min === undefined) return points
  const above = max === undefined ? points : `least(${points}, ${max})`
  const kept = min === undefined ? above : `greatest(${above}, ${min})`
  const nothing = isRule && ((max ?? 0) < 0 || (min ?? 0) > 0)
  return nothing ? firstOf([{ when: `${points} = 0`, give: '0' }], kept) : kept
}
