import type { BoundPlan } from '../ir/bound-plan.ts'
import { type Expr, fieldsOf, type Subject, type Test } from '../ir/expr.ts'
import {
  type Bounds,
  type Earning,
  fieldsOfRule,
  type Group,
  nameOf,
  type Rule,
  stagesOf,
  WEIGHT_UNIT,
} from '../ir/plan.ts'
import type { Advice } from '../ir/summary.ts'

/**
 * What an input can and cannot lead to, found without looking at any lead: every field that has a column may hold
 * anything, every other one nothing. The bounds are safe, not exact: what is called unreachable is.
 */
export interface Reach {
  /** The most points of each score, in rulebook order; null where nothing bounds it. */
  readonly highest: readonly (number | null)[]
  readonly advice: Advice
}

export function reachOf(bound: BoundPlan): Reach {
  const world = worldOf(bound)
  const possible = bound.stages.filter(({ when }) => when === undefined || can(when, world).hold)
  const excluding = bound.exclude.filter(({ when }) => can(when, world).hold)
  const reached = new Set([...possible, ...excluding].map(({ stage }) => stage))
  return {
    highest: bound.scores.map(({ name }) => finite(world.scores.get(name)?.high)),
    advice: { unreachable: stagesOf(bound).filter(stage => !reached.has(stage)), wanted: wantedFields(bound) },
  }
}

/** Whole ranges of points: from the lowest to the highest that a lead could get. */
interface Range {
  readonly low: number
  readonly high: number
}

interface World {
  readonly bound: BoundPlan
  readonly missing: ReadonlySet<string>
  readonly rules: ReadonlyMap<string, Range>
  /** Absent for a score that is not known. */
  readonly scores: ReadonlyMap<string, Range>
}

interface Possibility {
  readonly hold: boolean
  readonly fail: boolean
}

const EITHER: Possibility = { hold: true, fail: true }

function worldOf(bound: BoundPlan): World {
  const missing = new Set(bound.fields.filter(({ columns }) => columns.length === 0).map(({ name }) => name))
  const rules = new Map<string, Range>()
  const scores = new Map<string, Range>()
  const world: World = { bound, missing, rules, scores }
  for (const score of bound.scores) {
    for (const rule of score.groups.flatMap(group => group.rules)) {
      rules.set(rule.id, score.known ? ruleRange(rule, world) : { low: 0, high: 0 })
    }
    if (!score.known) continue
    const groups = score.groups.map(group => groupRange(group, rules))
    scores.set(
      score.name,
      clamp(sum([...groups, { low: Math.min(0, score.start), high: Math.max(0, score.start) }]), score),
    )
  }
  return world
}

function groupRange(group: Group, rules: ReadonlyMap<string, Range>): Range {
  return clamp(sum(group.rules.map(({ id }) => rules.get(id) ?? { low: 0, high: 0 })), group)
}

/** What a rule can earn; 0 is always possible. */
function ruleRange(rule: Rule, world: World): Range {
  if (rule.when !== undefined && !can(rule.when, world).hold) return { low: 0, high: 0 }
  const points = [0, ...pointsOf(rule.earns, world)]
  return clamp({ low: Math.min(...points), high: Math.max(...points) }, rule)
}

function pointsOf(earns: Earning, world: World): number[] {
  if (earns.kind !== 'once' && world.missing.has(earns.field)) return []
  switch (earns.kind) {
    case 'once':
      return [earns.points]
    case 'table':
      return [earns.otherwise, ...earns.rows.map(({ points }) => points)]
    case 'points_from':
    case 'cases':
      return earns.rows.map(({ points }) => points)
    case 'per':
      return [earns.points === 0 ? 0 : earns.points * Number.POSITIVE_INFINITY]
  }
}

function sum(ranges: readonly Range[]): Range {
  return ranges.reduce((all, { low, high }) => ({ low: all.low + low, high: all.high + high }), { low: 0, high: 0 })
}

function clamp(
  { low, high }: Range,
  { max = Number.POSITIVE_INFINITY, min = Number.NEGATIVE_INFINITY }: Bounds,
): Range {
  const keep = (points: number) => Math.min(max, Math.max(min, points))
  return { low: keep(low), high: keep(high) }
}

/** Whether a condition can hold and can fail, its parts taken as independent of each other. */
function can(expr: Expr, world: World): Possibility {
  switch (expr.kind) {
    case 'all': {
      const parts = expr.of.map(part => can(part, world))
      return { hold: parts.every(({ hold }) => hold), fail: parts.some(({ fail }) => fail) }
    }
    case 'any': {
      const parts = expr.of.map(part => can(part, world))
      return { hold: parts.some(({ hold }) => hold), fail: parts.every(({ fail }) => fail) }
    }
    case 'some': {
      const parts = expr.of.map(part => can(part, world))
      const open = parts.filter(({ hold }) => hold).length
      const certain = parts.filter(({ fail }) => !fail).length
      return { hold: open >= expr.atLeast, fail: certain < expr.atLeast }
    }
    case 'not': {
      const { hold, fail } = can(expr.of, world)
      return { hold: fail, fail: hold }
    }
    case 'test':
      return canTest(expr.subject, expr.test, world)
    case 'except':
      return isNothing(expr.subject, world) ? { hold: false, fail: true } : EITHER
  }
}

function canTest(subject: Subject, test: Test, world: World): Possibility {
  if (isNothing(subject, world)) {
    const hold = test.operator === 'known' && !test.value
    return { hold, fail: !hold }
  }
  if (subject.kind === 'criterion') return canCriterion(subject.name, test, world)
  const range = rangeOf(subject, world)
  return range === undefined ? EITHER : canCompare(range, test)
}

function canCriterion(name: string, test: Test, world: World): Possibility {
  const when = world.bound.criteria.find(criterion => criterion.name === name)?.when
  const met = test.operator === 'equals' && test.values.length === 1 && test.values[0] === 'met'
  return when !== undefined && met ? { hold: can(when, world).hold, fail: true } : EITHER
}

function isNothing(subject: Subject, { missing, scores }: World): boolean {
  if (subject.kind === 'field') return missing.has(subject.name)
  if (subject.kind === 'score') return !scores.has(subject.name)
  return subject.kind === 'total' && scores.size === 0
}

function rangeOf(subject: Subject, { bound, rules, scores }: World): Range | undefined {
  switch (subject.kind) {
    case 'rule':
      return rules.get(subject.id)
    case 'score':
      return scores.get(subject.name)
    case 'total':
      return bound.total === undefined ? sum([...scores.values()]) : weighed(bound.total, scores)
    case 'criteria':
      return { low: 0, high: bound.criteria.length }
    default:
      return undefined
  }
}

function weighed(weights: NonNullable<BoundPlan['total']>, scores: World['scores']): Range {
  const all = weights.reduce((total, { weight }) => total + weight, 0)
  const known = weights.filter(({ score }) => scores.has(score))
  const share = known.reduce((total, { weight }) => total + weight, 0) / all
  const ranges = known.map(({ score, weight }) => {
    const { low, high } = scores.get(score) ?? { low: 0, high: 0 }
    return { low: (low * weight) / share, high: (high * weight) / share }
  })
  const { low, high } = sum(ranges)
  // A point more on both sides covers the rounding.
  return { low: low / WEIGHT_UNIT - 1, high: high / WEIGHT_UNIT + 1 }
}

function canCompare({ low, high }: Range, test: Test): Possibility {
  switch (test.operator) {
    case 'at_least':
      return { hold: high >= test.value, fail: low < test.value }
    case 'above':
      return { hold: high > test.value, fail: low <= test.value }
    case 'at_most':
      return { hold: low <= test.value, fail: high > test.value }
    case 'below':
      return { hold: low < test.value, fail: high >= test.value }
    case 'between':
      return { hold: high >= test.low && low <= test.high, fail: low < test.low || high > test.high }
    case 'equals':
      return { hold: test.values.some(value => Number(value) >= low && Number(value) <= high), fail: true }
    case 'known':
      return { hold: test.value, fail: !test.value }
    default:
      return EITHER
  }
}

/** The fields without a column, by the points that rules reading them could give, then by what else asks for them. */
function wantedFields(bound: BoundPlan): Advice['wanted'] {
  const whole = worldOf({
    ...bound,
    scores: bound.scores.map(score => ({ ...score, known: true })),
    fields: bound.fields.map(field => ({ ...field, columns: [0] })),
  })
  const rules = bound.scores.flatMap(score => score.groups.flatMap(group => group.rules))
  const wanted = bound.fields
    .filter(({ columns, read }) => read && columns.length === 0)
    .map(({ name }) => {
      const readers = rules.filter(rule => fieldsOfRule(rule).includes(name))
      const high = readers.reduce((points, { id }) => points + (whole.rules.get(id)?.high ?? 0), 0)
      return { field: name, points: finite(high) ?? 0, about: purposes(name, readers, bound).join(', ') }
    })
  return wanted.sort((a, b) => b.points - a.points)
}

function purposes(field: string, readers: readonly Rule[], bound: BoundPlan): string[] {
  const criteria = bound.criteria
    .filter(({ when }) => fieldsOf(when).includes(field))
    .map(({ name }) => `criterion ${name}`)
  const exclusions = bound.exclude
    .filter(({ when }) => fieldsOf(when).includes(field))
    .map(({ id }) => `exclusion ${id}`)
  return [...readers.slice(0, 2).map(nameOf), ...criteria, ...exclusions]
}

function finite(points: number | undefined): number | null {
  return points === undefined || !Number.isFinite(points) ? null : points
}
