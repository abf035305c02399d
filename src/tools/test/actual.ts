import { compileCondition, criterionState } from '../../engine/condition.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { Expr } from '../../ir/plan/expr.ts'
import {
  type Aspect,
  FIRED,
  HOLDS,
  NOT_FIRED,
  NOT_SET,
  printWanted,
  SET,
  UNKNOWN,
  type Wanted,
} from '../../ir/plan/lead-test.ts'
import type { Plan, Rule } from '../../ir/plan/plan.ts'
import type { Verdict } from '../../ir/results/verdict.ts'
import type { JudgedTest } from './score-test-lead.ts'

/** A lead that was judged. */
export type Judged = Pick<JudgedTest, 'test' | 'bound' | 'lead' | 'verdict'>

/** One part of a verdict: a number, or a text as a test file spells it. */
export function actualOf(of: Aspect, judged: Judged): string | number {
  const { bound, verdict } = judged
  switch (of.kind) {
    case 'stage':
      return verdict.stage
    case 'total':
      return verdict.total ?? UNKNOWN
    case 'grade':
      return verdict.grade ?? UNKNOWN
    case 'chance':
      return verdict.chance ?? UNKNOWN
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
    case 'none':
      return namesIn(of.name, bound, verdict).join(', ')
    case 'condition':
      return holds(of.when, judged) ? printWanted(HOLDS) : 'does not hold'
  }
}

/** The tags that are set, the rules with points, the criteria that are unknown, the exclusions that hold. */
export function namesIn(list: Extract<Aspect, { kind: 'none' }>['name'], bound: BoundPlan, verdict: Verdict): string[] {
  switch (list) {
    case 'tags':
      return bound.tags.filter((_, index) => verdict.tags[index] === true).map(({ name }) => name)
    case 'fired':
      return rulesOf(bound).flatMap(({ id }) => (pointsOf(id, bound, verdict) === 0 ? [] : [id]))
    case 'missing':
      return bound.criteria.filter((_, index) => verdict.criteria[index] === undefined).map(({ name }) => name)
    case 'excluded':
      return verdict.excluded.flatMap(index => bound.exclude[index]?.id ?? [])
  }
}

function holds(when: Expr, { bound, lead, test, verdict }: Judged): boolean {
  return compileCondition(when, { bound, asOf: test.asOf }, 'plain')(lead, verdict) === true
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

/** Positions of the points of each rule, cached per plan: they are needed for every rule of every lead. */
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
