import type { LeadEvent } from '../../engine/events/lead-events.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { Expr } from '../../ir/plan/expr.ts'
import { type Group, type Rule, type Score, WEIGHT_UNIT } from '../../ir/plan/plan.ts'
import { partsOf } from '../expressions.ts'
import { eventsFor } from '../judging/events.ts'
import type { Examination } from '../judging/examination.ts'
import type { Judged } from '../judging/judged.ts'
import type { Check, Observation } from '../judging/observation.ts'
import { pointsRange } from '../judging/world.ts'
import { earningWays } from '../solve/earning.ts'
import type { Facts } from '../solve/solve.ts'
import { goal } from '../solve/task.ts'

/**
 * One rule that alone lifts a lead into the best stage, the first one, by its points. That a rule alone reaches one of the
 * stages below it is how most rulebooks are meant.
 */
export const singleRules: Check = examination =>
  examination.bound.scores.flatMap((score, index) => {
    const least = leastWanted(score, examination.bound)
    return score.groups.flatMap(group =>
      group.rules
        .filter(rule => score.start + pointsRange(rule).high >= least)
        .flatMap(rule => lifts(rule, { score, group, index }, examination) ?? []),
    )
  })

/** The fewest points of a score with which the best stage is reached; infinite where it asks for none. */
function leastWanted({ name }: Score, { stages, scores, total = [] }: BoundPlan): number {
  // Where no other score has points, the total is no more than this score, unless the weights lift it.
  const weights = total.reduce((sum, { weight }) => sum + weight, 0)
  const isTotalLower = scores.every(({ start }) => start === 0) && weights <= WEIGHT_UNIT
  const thresholds = stages
    .filter(({ stage }) => stage === stages[0]?.stage)
    .flatMap(({ when }) => (when === undefined ? [] : [...partsOf(when)]))
    .flatMap(part => {
      if (part.kind !== 'test' || (part.test.operator !== 'at_least' && part.test.operator !== 'above')) return []
      if (part.subject.kind === 'total') return [isTotalLower ? part.test.value : Number.NEGATIVE_INFINITY]
      return part.subject.kind === 'score' && part.subject.name === name ? [part.test.value] : []
    })
  return Math.min(...thresholds)
}

interface Home {
  readonly score: Score
  readonly group: Group
  readonly index: number
}

function lifts(rule: Rule, { score, group, index }: Home, examination: Examination): Observation | undefined {
  const { bound, asOf, positions } = examination
  const events = rule.earns.kind === 'events' ? eventsFor({ ...rule, earns: rule.earns }, bound, asOf) : undefined
  const facts = factsFor(rule, [score, group], examination)
  if (facts === undefined || events?.length === 0) return undefined
  const judge = (lead: Facts, did: readonly LeadEvent[]) =>
    events === undefined ? examination.judged(lead) : examination.judgedWith(lead, did)
  const { verdict } = judge(facts, events ?? [])
  const nobody = judge(new Map(), []).verdict
  const own = positions.get(rule.id)
  const isAlone = verdict.points.every((points, at) => (at === own) === (points !== nobody.points[at]))
  const row = bound.stages[verdict.stageRow]
  if (!isAlone || row?.when === undefined || !asksForPoints(row.when, score)) return undefined
  if (verdict.stageRow === nobody.stageRow || verdict.stage !== bound.stages[0]?.stage) return undefined
  const points = (seen: Judged) => seen.verdict.scores[index] ?? 0
  return {
    code: 'lint/single-rule',
    about: `rule ${rule.id}`,
    message: `rule ${rule.id} alone brings a lead into stage ${verdict.stage}, with ${score.name} ${verdict.scores[index]}`,
    place: rule.place,
    sight: {
      leads: [facts],
      ...(events && { events }),
      isSeen: seen => seen.verdict.stage === verdict.stage,
      shows: seen => `${score.name} ${points(seen)}, stage ${seen.verdict.stage}`,
    },
  }
}

/** A lead that gets the most points of the rule and meets the gates around it. */
function factsFor(rule: Rule, around: readonly (Score | Group)[], { solve }: Examination): Facts | undefined {
  const [way] = earningWays(rule)
  const gates = around.flatMap(({ when }) => (when === undefined ? [] : [goal(when, 'true')]))
  const solution = way && solve([...gates, ...way.tasks])
  return solution?.kind === 'possible' ? solution.facts : undefined
}

function asksForPoints(when: Expr, { name }: Score): boolean {
  return [...partsOf(when)].some(
    part =>
      part.kind === 'test' &&
      ((part.subject.kind === 'score' && part.subject.name === name) || part.subject.kind === 'total') &&
      (part.test.operator === 'at_least' || part.test.operator === 'above'),
  )
}
