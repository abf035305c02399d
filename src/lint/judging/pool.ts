import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { Rule } from '../../ir/plan/plan.ts'
import { type EarningWay, earningWays } from '../solve/earning.ts'
import type { Facts, Solver } from '../solve/solve.ts'
import { fact, goal } from '../solve/task.ts'
import { rulesOf } from './world.ts'

/**
 * Leads with a wide range of points: none, every rule alone in each of its ways, and more and more rules together. A
 * check that finds no example among them draws no conclusion.
 */
export function poolOf(bound: BoundPlan, solve: Solver): Facts[] {
  const nothing: Facts = new Map()
  const ways = waysOf(bound)
  const alone = ways.flat().flatMap(({ tasks }) => {
    const solution = solve(tasks)
    return solution.kind === 'possible' ? [solution.facts] : []
  })
  return [nothing, ...alone, ...together(ways, nothing, solve)]
}

/** A lead that is as some facts say, with more and more points. */
export function risingFrom(facts: Facts, bound: BoundPlan, solve: Solver): Facts[] {
  return [facts, ...together(waysOf(bound), facts, solve)]
}

function waysOf(bound: BoundPlan): EarningWay[][] {
  return bound.scores.flatMap(rulesOf).map(rule => [...earningWays(rule), ...partsOf(rule)])
}

/** Every rule's best way that goes together with those before it, one by one. */
function together(ways: readonly (readonly EarningWay[])[], from: Facts, solve: Solver): Facts[] {
  const chain: Facts[] = []
  let facts = from
  for (const best of ways.flatMap(each => each.slice(0, 1))) {
    const solution = solve(best.tasks, facts)
    if (solution.kind !== 'possible') continue
    facts = solution.facts
    chain.push(facts)
  }
  return chain
}

const PARTS = [0.1, 0.25, 0.5, 0.75]

/** A rule that counts gives anything up to its `max`. */
function partsOf({ earns, max }: Rule): EarningWay[] {
  if (earns.kind !== 'per' || max === undefined || earns.points <= 0) return []
  return PARTS.map(part => {
    const units = Math.ceil((max * part) / earns.points)
    const equals = { operator: 'equals', values: [units * earns.every] } as const
    return { points: units * earns.points, tasks: [fact({ kind: 'field', name: earns.field }, equals, true, false)] }
  })
}

/** Leads to which a rule that counts gives exactly so many points. */
export function leadsWith(points: number, rules: readonly Rule[], solve: Solver): Facts[] {
  return rules.flatMap(({ earns, when }) => {
    if (earns.kind !== 'per' || earns.points <= 0 || points % earns.points !== 0) return []
    const equals = { operator: 'equals', values: [(points / earns.points) * earns.every] } as const
    const gate = when === undefined ? [] : [goal(when, 'true')]
    const solution = solve([...gate, fact({ kind: 'field', name: earns.field }, equals, true, false)])
    return solution.kind === 'possible' ? [solution.facts] : []
  })
}
