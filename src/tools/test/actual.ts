import { criterionState } from '../../engine/condition.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { type Aspect, FIRED, NOT_FIRED, NOT_SET, SET, UNKNOWN, type Wanted } from '../../ir/plan/lead-test.ts'
import type { Plan, Rule } from '../../ir/plan/plan.ts'
import type { Verdict } from '../../ir/results/verdict.ts'

/** What a verdict says of one thing: a number, or a text as a test file spells it. */
export function actualOf(of: Aspect, bound: BoundPlan, verdict: Verdict): string | number {
  switch (of.kind) {
    case 'stage':
      return verdict.stage
    case 'total':
      return verdict.total ?? UNKNOWN
    case 'grade':
      return verdict.grade ?? UNKNOWN
    case 'owner':
      return verdict.owner
    case 'next':
      return verdict.next
    case 'score':
      return verdict.scores[indexOf(bound.scores, of.name)] ?? UNKNOWN
    case 'points':
      return pointsOf(of.name, bound, verdict)
    case 'rule':
      return pointsOf(of.name, bound, verdict) === 0 ? NOT_FIRED : FIRED
    case 'segment':
      return verdict.segments[indexOf(bound.segments, of.name)] ?? ''
    case 'criterion':
      return criterionState(verdict.criteria[indexOf(bound.criteria, of.name)])
    case 'tag':
      return verdict.tags[indexOf(bound.tags, of.name)] === true ? SET : NOT_SET
    case 'exclusion':
      return verdict.excluded.some(index => bound.exclude[index]?.id === of.name) ? FIRED : NOT_FIRED
  }
}

export function isWanted(wanted: Wanted, actual: string | number): boolean {
  if (wanted.kind === 'text') return wanted.text === actual
  return typeof actual === 'number' && actual >= wanted.low && actual <= wanted.high
}

/** All rules, in the order of a verdict's points. */
export function rulesOf({ scores }: Pick<Plan, 'scores'>): Rule[] {
  return scores.flatMap(score => score.groups.flatMap(group => group.rules))
}

/** The points that a rule gave; 0 for one that the plan does not have. */
export function pointsOf(id: string, { scores }: Pick<Plan, 'scores'>, { points }: Verdict): number {
  return points[positionsOf(scores).get(id) ?? -1] ?? 0
}

/** Where the points of each rule stand: asked for every rule of every lead, so it is kept with the plan. */
function positionsOf(scores: Plan['scores']): ReadonlyMap<string, number> {
  const known = positions.get(scores)
  if (known !== undefined) return known
  const found = new Map(rulesOf({ scores }).map(({ id }, index) => [id, index]))
  positions.set(scores, found)
  return found
}

const positions = new WeakMap<Plan['scores'], ReadonlyMap<string, number>>()

function indexOf(list: readonly { readonly name: string }[], name: string): number {
  return list.findIndex(item => item.name === name)
}
