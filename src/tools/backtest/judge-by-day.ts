import { compileJudge } from '../../engine/judge.ts'
import type { Lead } from '../../engine/lead.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { Verdict } from '../../ir/results/verdict.ts'

/** Compiled judges are cached for this many days. */
const MAX_JUDGES = 2_000

/** Judges leads, each as of its own day. Events after that day were not there yet. */
export function judgeByDay(bound: BoundPlan): (lead: Lead, asOf: number) => Verdict {
  const judges = new Map<number, (lead: Lead) => Verdict>()
  return (full, asOf) => {
    const lead = upTo(full, asOf)
    const known = judges.get(asOf)
    if (known !== undefined) return known(lead)
    if (judges.size >= MAX_JUDGES) judges.clear()
    const judge = compileJudge(bound, asOf)
    judges.set(asOf, judge)
    return judge(lead)
  }
}

/** The events of a lead are ordered from the newest. */
function upTo(lead: Lead, day: number): Lead {
  const { events } = lead
  if (events === undefined || (events[0]?.day ?? day) <= day) return lead
  return { ...lead, events: events.filter(event => event.day <= day) }
}
