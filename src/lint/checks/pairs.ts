import type { Expr } from '../../ir/plan/expr.ts'
import type { Rule, Score } from '../../ir/plan/plan.ts'
import { fieldsOfRule } from '../../ir/plan/plan-fields.ts'
import { alikeRules, groupBy } from '../judging/alike-rules.ts'
import type { Examination } from '../judging/examination.ts'
import type { Judged } from '../judging/judged.ts'
import type { Check, Observation } from '../judging/observation.ts'
import { rulesOf } from '../judging/world.ts'
import { earningWays } from '../solve/earning.ts'
import { type Outcome, outcomesOf } from '../solve/outcomes.ts'
import { goal } from '../solve/task.ts'

/** A rule is compared with as many of those above it that nothing tells apart from it. */
const MAX_COMPARED = 50

/** Rules of one score that count the same thing twice or cancel each other out. */
export const pairsOfRules: Check = examination =>
  examination.plan.scores.flatMap(score => {
    const above = rulesAbove(rulesOf(score), examination)
    return rulesOf(score).flatMap(rule => {
      for (const other of above.get(rule) ?? []) {
        const kind = relationOf(other, rule, examination)
        if (kind !== undefined) return [pair(other, rule, kind, score, examination)]
      }
      return []
    })
  })

/** For each rule those above it that may be worth the same. */
function rulesAbove(rules: readonly Rule[], examination: Examination): ReadonlyMap<Rule, readonly Rule[]> {
  const sets = groupBy(rules, rule => likenessOf(rule, examination)).flatMap(like => alikeRules(like, examination))
  return new Map(
    sets.flatMap(set => set.map((rule, index) => [rule, set.slice(Math.max(0, index - MAX_COMPARED), index)] as const)),
  )
}

type Relation = 'duplicate' | 'cancel'

/** Whether two rules give the same points to every lead, or add up to zero; undefined if neither is proved. */
function relationOf(first: Rule, second: Rule, examination: Examination): Relation | undefined {
  const [one, other] = [exactOutcomes(first, examination), exactOutcomes(second, examination)]
  if (one === undefined || other === undefined) {
    if (!isSame(first.when, second.when, examination)) return undefined
    return first.earns.kind === 'once' && second.earns.kind === 'once' && first.earns.points !== second.earns.points
      ? 'cancel'
      : 'duplicate'
  }
  const never = (isFine: (a: number, b: number) => boolean) =>
    one.every(a =>
      other.every(b => isFine(a.low, b.low) || examination.solve([...a.tasks, ...b.tasks]).kind === 'impossible'),
    )
  if (one.every(({ low }) => low === 0)) return undefined
  if (never((a, b) => a === b)) return 'duplicate'
  return never((a, b) => a + b === 0) ? 'cancel' : undefined
}

/** The outcomes of a rule whose points depend on field values only. */
function exactOutcomes(rule: Rule, { bound }: Examination): Outcome[] | undefined {
  if (rule.earns.kind === 'per' || rule.earns.kind === 'events' || rule.since !== undefined) return undefined
  const outcomes = outcomesOf(rule, name => bound.fields.find(field => field.name === name)?.type)
  return outcomes.every(({ low, high }) => low === high) ? outcomes : undefined
}

/** A key that two rules must share to be compared. */
function likenessOf(rule: Rule, examination: Examination): string {
  const outcomes = exactOutcomes(rule, examination)
  if (outcomes !== undefined) {
    const amounts = new Set(outcomes.map(({ low }) => Math.abs(low)))
    return JSON.stringify([[...amounts].sort(), [...new Set(fieldsOfRule(rule))].sort()])
  }
  const { earns, since, within, fade, max, min } = rule
  const fields = [...new Set(fieldsOfRule(rule))].sort()
  const payment = earns.kind === 'once' ? Math.abs(earns.points) : earns
  return JSON.stringify([payment, fields, since, within, fade, max, min], (key, value: unknown) =>
    key === 'place' ? undefined : value,
  )
}

function isSame(a: Expr | undefined, b: Expr | undefined, { solve }: Examination): boolean {
  if (a === undefined || b === undefined) return a === b
  const implies = (one: Expr, other: Expr) => solve([goal(one, 'true'), goal(other, 'not true')]).kind === 'impossible'
  return implies(a, b) && implies(b, a)
}

function pair(first: Rule, second: Rule, kind: Relation, score: Score, examination: Examination): Observation {
  const { solve, positions } = examination
  const [at, other] = [first, second].map(({ id }) => positions.get(id))
  const isDouble = kind === 'duplicate'
  const [way] = [first, second].flatMap(earningWays)
  const solution = solve(way?.tasks ?? [])
  return {
    code: isDouble ? 'lint/duplicate-rule' : 'lint/cancel',
    about: `rules ${first.id} and ${second.id}`,
    message: isDouble
      ? `rule ${second.id} duplicates rule ${first.id}: counted twice in ${score.name}`
      : `rules ${first.id} and ${second.id} cancel each other out`,
    place: second.place,
    ...(first.place && { related: [{ place: first.place, message: `rule ${first.id}` }] }),
    hint: isDouble ? 'remove one of them' : 'remove both, or change one of the conditions',
    ...(first.earns.kind === 'once' &&
      second.earns.kind === 'once' && {
        claim: (seen: Judged) => {
          const holds = ({ when }: Rule) => when === undefined || seen.truth(when) === true
          return holds(first) === holds(second)
        },
      }),
    sight: {
      leads: solution.kind === 'possible' ? [solution.facts] : [],
      isSeen: ({ verdict: { points } }) => {
        const [a = 0, b = 0] = [points[at ?? -1], points[other ?? -1]]
        return a !== 0 && (isDouble ? a === b : a + b === 0)
      },
      shows: ({ verdict: { points } }) =>
        `${first.id} ${signed(points[at ?? -1])}, ${second.id} ${signed(points[other ?? -1])}`,
    },
  }
}

function signed(points = 0): string {
  return points > 0 ? `+${points}` : String(points)
}
