import type { Expr } from '../../ir/plan/expr.ts'
import type { Rule, Score } from '../../ir/plan/plan.ts'
import { partsOf } from '../expressions.ts'
import type { Examination } from '../judging/examination.ts'
import type { Judged } from '../judging/judged.ts'
import type { Check, Observation } from '../judging/observation.ts'
import { rulesOf } from '../judging/world.ts'
import { earningWays } from '../solve/earning.ts'
import type { Facts } from '../solve/solve.ts'

/** One rule that alone lifts a lead into another stage by its points. */
export const singleRules: Check = examination =>
  examination.bound.scores.flatMap((score, index) =>
    rulesOf(score).flatMap(rule => lifts(rule, score, index, examination) ?? []),
  )

function lifts(rule: Rule, score: Score, index: number, examination: Examination): Observation | undefined {
  const { bound, judged, positions } = examination
  const facts = factsFor(rule, examination)
  if (facts === undefined) return undefined
  const { verdict } = judged(facts)
  const own = positions.get(rule.id)
  const isAlone = verdict.points.every((points, at) => (at === own) === (points !== 0))
  const row = bound.stages[verdict.stageRow]
  if (!isAlone || row?.when === undefined || !asksForPoints(row.when, score)) return undefined
  if (verdict.stageRow === judged(new Map()).verdict.stageRow) return undefined
  const points = (seen: Judged) => seen.verdict.scores[index] ?? 0
  return {
    code: 'lint/single-rule',
    about: `rule ${rule.id}`,
    message: `rule ${rule.id} alone brings a lead into stage ${verdict.stage}, with ${score.name} ${verdict.scores[index]}`,
    place: rule.place,
    sight: {
      leads: [facts],
      isSeen: seen => seen.verdict.stage === verdict.stage,
      shows: seen => `${score.name} ${points(seen)}, stage ${seen.verdict.stage}`,
    },
  }
}

function factsFor(rule: Rule, { solve }: Examination): Facts | undefined {
  const [way] = earningWays(rule)
  const solution = way && solve(way.tasks)
  return solution?.kind === 'possible' ? solution.facts : undefined
}

function asksForPoints(when: Expr, { name }: Score): boolean {
  return [...partsOf(when)].some(
    part =>
      part.kind === 'test' &&
      part.subject.kind === 'score' &&
      part.subject.name === name &&
      (part.test.operator === 'at_least' || part.test.operator === 'above'),
  )
}
