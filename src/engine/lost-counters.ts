import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import { emptyFindings } from './judge.ts'
import { compileScores } from './judge-score.ts'
import type { Lead } from './lead.ts'

/**
 * Whether a lead has no events and would get points by a counter that event rules replace: all that it did is in that
 * counter, and it gets nothing for it. Undefined if no counter is replaced.
 */
export function compileLostCounters(bound: BoundPlan, asOf: number): ((lead: Lead) => boolean) | undefined {
  const { events } = bound
  const replaced = Object.keys(events?.replaced ?? {})
  if (events === undefined || replaced.length === 0) return undefined
  const rules = bound.scores.flatMap(({ groups }) => groups.flatMap(group => group.rules))
  const positions = replaced.map(id => rules.findIndex(rule => rule.id === id))
  const counting = { ...bound, events: { ...events, replaced: {} } }
  const scores = compileScores(counting.scores, { bound: counting, asOf })
  return lead => {
    if ((lead.events ?? []).length > 0) return false
    const findings = emptyFindings(asOf, lead.account)
    for (const score of scores) score(lead, findings)
    return positions.some(position => (findings.points[position] ?? 0) !== 0)
  }
}
