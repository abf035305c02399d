import type { BoundEvents } from '../../ir/plan/bound-events.ts'
import { amountsOf } from '../../ir/plan/payment.ts'
import type { Bounds, EventEarning, Group, Rule, Score } from '../../ir/plan/plan.ts'
import { canRead } from '../../ir/plan/plan-fields.ts'
import { can, type Range, sumRanges, type World } from '../possibility.ts'

/** The ranges of all rules and scores of a plan, where some fields are missing, and with events or without. */
export function worldOf(plan: World['plan'], missing: ReadonlySet<string>, events: BoundEvents | undefined): World {
  const rules = new Map<string, Range>()
  const scores = new Map<string, Range>()
  const world: World = { plan, missing, rules, scores }
  for (const score of plan.scores) {
    const known = rulesOf(score).some(rule => canRead(rule, missing, events !== undefined))
    for (const rule of rulesOf(score)) rules.set(rule.id, known ? ruleRange(rule, world, events) : NONE)
    if (known) scores.set(score.name, scoreRange(score, rules))
  }
  return world
}

const NONE: Range = { low: 0, high: 0 }

export function rulesOf(score: Pick<Score, 'groups'>): Rule[] {
  return score.groups.flatMap(group => group.rules)
}

function scoreRange(score: Score, rules: ReadonlyMap<string, Range>): Range {
  const start = { low: score.start, high: score.start }
  return gated(clamp(sumRanges([start, ...score.groups.map(group => groupRange(group, rules))]), score), score)
}

function groupRange(group: Group, rules: ReadonlyMap<string, Range>): Range {
  return gated(clamp(sumRanges(group.rules.map(({ id }) => rules.get(id) ?? NONE)), group), group)
}

/** Behind a closed gate there are no points, whatever the floor. */
function gated({ low, high }: Range, { when }: Pick<Group, 'when'>): Range {
  return when === undefined ? { low, high } : { low: Math.min(0, low), high: Math.max(0, high) }
}

/** What a rule can earn; 0 is always possible. */
function ruleRange(rule: Rule, world: World, events: BoundEvents | undefined): Range {
  if (rule.when !== undefined && !can(rule.when, world).hold) return NONE
  if (events?.replaced[rule.id] !== undefined || !canEarn(rule, world.missing, events !== undefined)) return NONE
  return pointsRange(rule)
}

function canEarn({ earns }: Rule, missing: ReadonlySet<string>, hasEvents: boolean): boolean {
  if (earns.kind === 'events') return hasEvents
  return earns.kind === 'once' || !missing.has(earns.field)
}

/** Everything that a rule can give, its condition and the fields that it reads aside; 0 also if its bounds leave that out. */
export function pointsRange(rule: Rule): Range {
  const points = [0, ...pointsOf(rule)]
  const { low, high } = clamp({ low: Math.min(...points), high: Math.max(...points) }, rule)
  return { low: Math.min(0, low), high: Math.max(0, high) }
}

function pointsOf({ earns, within }: Rule): number[] {
  switch (earns.kind) {
    case 'per':
      return [earns.points === 0 ? 0 : earns.points * Number.POSITIVE_INFINITY]
    case 'events': {
      const most = mostEvents(earns, within)
      return amountsOf(earns.pays).map(points => (points === 0 ? 0 : points * most))
    }
    default:
      return amountsOf(earns)
  }
}

/** How many events can earn. */
function mostEvents({ count, last, limit }: EventEarning, within = Number.POSITIVE_INFINITY): number {
  if (count !== undefined || last !== undefined) return 1
  if (limit === undefined) return Number.POSITIVE_INFINITY
  return limit.days === undefined ? limit.most : limit.most * Math.ceil((within + 1) / limit.days)
}

function clamp(
  { low, high }: Range,
  { max = Number.POSITIVE_INFINITY, min = Number.NEGATIVE_INFINITY }: Bounds,
): Range {
  const keep = (points: number) => Math.min(max, Math.max(min, points))
  return { low: keep(low), high: keep(high) }
}
