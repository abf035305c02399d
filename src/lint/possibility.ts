import type { Expr, Subject, Test } from '../ir/plan/expr.ts'
import { lacksAccount } from '../ir/plan/key-fields.ts'
import { type Plan, WEIGHT_UNIT } from '../ir/plan/plan.ts'
import type { AccountFigure } from '../ir/results/account.ts'

/** Whole ranges of points: from the lowest to the highest that a lead could get. */
export interface Range {
  readonly low: number
  readonly high: number
}

/** The possible leads of an input: any value in fields with a column, none in the others. */
export interface World {
  readonly plan: Pick<Plan, 'scores' | 'total' | 'criteria' | 'account'>
  readonly missing: ReadonlySet<string>
  readonly rules: ReadonlyMap<string, Range>
  /** Absent for a score that is not known. */
  readonly scores: ReadonlyMap<string, Range>
}

/** Conservative: "impossible" is proved, "possible" may be wrong. */
export interface Possibility {
  readonly hold: boolean
  readonly fail: boolean
}

const EITHER: Possibility = { hold: true, fail: true }

export function sumRanges(ranges: readonly Range[]): Range {
  return ranges.reduce((all, { low, high }) => ({ low: all.low + low, high: all.high + high }), { low: 0, high: 0 })
}

/** Whether a condition can hold and can fail, its parts taken as independent of each other. */
export function can(expr: Expr, world: World): Possibility {
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
  if (subject.kind === 'account') return canAccount(subject.figure, test)
  const range = rangeOf(subject, world)
  return range === undefined ? EITHER : canCompare(range, test)
}

function canCriterion(name: string, test: Test, world: World): Possibility {
  const when = world.plan.criteria.find(criterion => criterion.name === name)?.when
  const met = test.operator === 'equals' && test.values.length === 1 && test.values[0] === 'met'
  return when !== undefined && met ? { hold: can(when, world).hold, fail: true } : EITHER
}

const MINIMA: Readonly<Record<AccountFigure, number>> = {
  leads: 1,
  engaged: 0,
  contacts_known: 0,
  best: Number.NEGATIVE_INFINITY,
  sum: Number.NEGATIVE_INFINITY,
}

/** A lead may be without an account, and the other leads of its account may be anything. */
function canAccount(figure: AccountFigure, test: Test): Possibility {
  if (test.operator === 'known') return EITHER
  const low = MINIMA[figure]
  return { hold: canCompare({ low, high: Number.POSITIVE_INFINITY }, test).hold, fail: true }
}

function isNothing(subject: Subject, { plan, missing, scores }: World): boolean {
  if (subject.kind === 'field') return missing.has(subject.name)
  if (subject.kind === 'score') return !scores.has(subject.name)
  if (subject.kind === 'account') return lacksAccount(plan, missing)
  return subject.kind === 'total' && scores.size === 0
}

/** The possible values of a computed number, derived from its parts. */
export function rangeOf(subject: Subject, { plan, rules, scores }: Omit<World, 'missing'>): Range | undefined {
  switch (subject.kind) {
    case 'rule':
      return rules.get(subject.id)
    case 'score':
      return scores.get(subject.name)
    case 'total':
      return plan.total === undefined ? sumRanges([...scores.values()]) : weighed(plan.total, scores)
    case 'criteria':
      return { low: 0, high: plan.criteria.length }
    default:
      return undefined
  }
}

function weighed(weights: NonNullable<Plan['total']>, scores: World['scores']): Range {
  const all = weights.reduce((total, { weight }) => total + weight, 0)
  const known = weights.filter(({ score }) => scores.has(score))
  const share = known.reduce((total, { weight }) => total + weight, 0) / all
  const ranges = known.map(({ score, weight }) => {
    const { low, high } = scores.get(score) ?? { low: 0, high: 0 }
    return { low: (low * weight) / share, high: (high * weight) / share }
  })
  const { low, high } = sumRanges(ranges)
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
