import { keepWithin } from '../../engine/events/share.ts'
import { compileTotal } from '../../engine/total.ts'
import type { BoundPlan, BoundScore } from '../../ir/plan/bound-plan.ts'
import type { ScoredLeads } from './scored-leads.ts'

/** Where a rule stands in its rulebook; its points are the column `column`. */
interface Standing {
  readonly score: number
  readonly group: number
  readonly column: number
}

/**
 * The totals of all leads as they would be without one rule, with the caps and floors that then bind. Nothing is scored
 * again: the points of the other rules are known, and a lead that has none by this rule keeps its total.
 */
export function compileWithoutRule(bound: BoundPlan, leads: ScoredLeads): (rule: number) => Float64Array {
  const standings = standingsOf(bound.scores)
  const totalOf = compileTotal(bound)
  return rule => {
    const standing = standings[rule]
    const points = leads.points[rule]
    const totals = Float64Array.from(leads.totals)
    const score = bound.scores[standing?.score ?? -1]
    if (standing === undefined || points === undefined || score === undefined) return totals
    const others = standings.filter(other => other.score === standing.score)
    for (let lead = 0; lead < totals.length; lead += 1) {
      if ((points[lead] ?? 0) === 0) continue
      const scores = leads.scores.map(column => known(column[lead]))
      scores[standing.score] = scoreWithout(score, others, standing, leads, lead)
      totals[lead] = totalOf(scores) ?? Number.NaN
    }
    return totals
  }
}

function standingsOf(scores: readonly BoundScore[]): Standing[] {
  let column = 0
  return scores.flatMap(({ groups }, score) =>
    groups.flatMap(({ rules }, group) => rules.map(() => ({ score, group, column: column++ }))),
  )
}

function known(points: number | undefined): number | undefined {
  return points === undefined || Number.isNaN(points) ? undefined : points
}

/** The rule earned something, so the gates of its score and group were met. */
function scoreWithout(
  score: BoundScore,
  rules: readonly Standing[],
  without: Standing,
  { points }: ScoredLeads,
  lead: number,
): number {
  const sums = new Map<number, number>()
  for (const { group, column } of rules) {
    const earned = column === without.column ? 0 : (points[column]?.[lead] ?? 0)
    sums.set(group, (sums.get(group) ?? 0) + earned)
  }
  let sum = score.start
  for (const [group, earned] of sums) {
    const bounds = score.groups[group]
    const isClosed = earned === 0 && group !== without.group && bounds?.when !== undefined
    sum += bounds === undefined || isClosed ? earned : keepWithin(earned, bounds)
  }
  return keepWithin(sum, score)
}
