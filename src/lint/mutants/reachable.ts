import type { Subject } from '../../ir/plan/expr.ts'
import { amountsOf } from '../../ir/plan/payment.ts'
import type { Bounds, Plan, Rule, Score } from '../../ir/plan/plan.ts'
import { rulesOf } from '../judging/world.ts'

/** Beyond this many sums, any sum counts as possible. */
const MAX_SUMS = 2_000

type Values = ReadonlySet<number> | undefined

/**
 * All possible points of a rule or score, if they are few: a rule that gives 40 or 0. Rules are taken as independent of
 * each other, so there may be sums that no lead reaches.
 */
export function reachableValues(plan: Plan): (subject: Subject) => Values {
  const rules = new Map(plan.scores.flatMap(rulesOf).map(rule => [rule.id, valuesOfRule(rule)]))
  const scores = new Map(plan.scores.map(score => [score.name, valuesOfScore(score, rules)]))
  return subject => {
    if (subject.kind === 'rule') return rules.get(subject.id)
    return subject.kind === 'score' ? scores.get(subject.name) : undefined
  }
}

function valuesOfRule(rule: Rule): Values {
  const { earns, fade, within } = rule
  if (earns.kind === 'per' || earns.kind === 'events') return undefined
  // A fading rule can give any number of points.
  if (rule.since !== undefined && (fade.kind !== 'none' || within !== undefined)) return undefined
  return bounded([0, ...amountsOf(earns)], rule)
}

function valuesOfScore(score: Score, rules: ReadonlyMap<string, Values>): Values {
  const groups = score.groups.map(group => {
    const sums = sumsOf(group.rules.map(({ id }) => rules.get(id)))
    return sums && bounded([0, ...sums], group)
  })
  const sums = sumsOf([new Set([score.start]), ...groups])
  return sums && bounded([0, ...sums], score)
}

/** Every sum of one value of each. */
function sumsOf(parts: readonly Values[]): Values {
  let sums = new Set([0])
  for (const part of parts) {
    if (part === undefined) return undefined
    sums = new Set([...sums].flatMap(sum => [...part].map(value => sum + value)))
    if (sums.size > MAX_SUMS) return undefined
  }
  return sums
}

function bounded(
  values: readonly number[],
  { max = Number.POSITIVE_INFINITY, min = Number.NEGATIVE_INFINITY }: Bounds,
) {
  return new Set(values.map(value => Math.min(max, Math.max(min, value))))
}
