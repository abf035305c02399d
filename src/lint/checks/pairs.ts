import type { Expr } from '../../ir/plan/expr.ts'
import type { Rule, Score } from '../../ir/plan/plan.ts'
import { fieldsOfRule } from '../../ir/plan/plan-fields.ts'
import type { Examination } from '../judging/examination.ts'
import type { Check, Observation } from '../judging/observation.ts'
import { rulesOf } from '../judging/world.ts'
import { earningWays } from '../solve/earning.ts'
import { goal } from '../solve/task.ts'

/** Rules of one score that count the same thing twice, or take back what another one gives. */
export const pairsOfRules: Check = examination =>
  examination.plan.scores.flatMap(score => {
    const rules = rulesOf(score).map(rule => ({ rule, likeness: likenessOf(rule) }))
    return rules.flatMap(({ rule, likeness }, index) => {
      const alike = rules.slice(0, index).filter(other => other.likeness === likeness)
      const first = alike.find(other => isSame(rule.when, other.rule.when, examination))
      return first === undefined ? [] : [pair(first.rule, rule, score, examination)]
    })
  })

/** What two rules must have in common to be looked at together. */
function likenessOf(rule: Rule): string {
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

function pair(first: Rule, second: Rule, score: Score, examination: Examination): Observation {
  const { solve, positions } = examination
  const [at, other] = [first, second].map(({ id }) => positions.get(id))
  const isDouble =
    first.earns.kind !== 'once' || second.earns.kind !== 'once' || first.earns.points === second.earns.points
  const [way] = [first, second].flatMap(earningWays)
  const solution = solve(way?.tasks ?? [])
  return {
    code: isDouble ? 'lint/duplicate-rule' : 'lint/cancel',
    about: `rules ${first.id} and ${second.id}`,
    message: isDouble
      ? `rule ${second.id} says the same as rule ${first.id}: ${score.name} counts it twice`
      : `rules ${first.id} and ${second.id} hold for the same leads, and add up to nothing`,
    place: second.place,
    ...(first.place && { related: [{ place: first.place, message: `rule ${first.id}` }] }),
    hint: isDouble ? 'leave one of them out' : 'leave both out, or change one of the conditions',
    claim: seen => {
      const holds = ({ when }: Rule) => when === undefined || seen.truth(when) === true
      return holds(first) === holds(second)
    },
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
