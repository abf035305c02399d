import { compileJudge } from '../../engine/judge.ts'
import type { Lead } from '../../engine/lead.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { eventRulesOf } from '../../ir/plan/event-rules.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { Verdict } from '../../ir/results/verdict.ts'
import { type JudgedTest, testJudge } from './score-test-lead.ts'
import { asWhole } from './test-binding.ts'

/** Judges leads that `plan` has judged again by a changed plan with the same fields; most of the work is reused. */
export function judgeAgain(changed: Plan, plan: Plan): (judged: JudgedTest) => JudgedTest {
  const isAboutEvents = changed.scores !== plan.scores && eventRules(changed) !== eventRules(plan)
  const afresh = testJudge(changed)
  const settings = new Map<BoundPlan, { readonly bound: BoundPlan; readonly judge: (lead: Lead) => Verdict }>()
  return judged => {
    const { test, bound, lead } = judged
    // Pruning and the points of events are computed again.
    if (test.columns === 'named' || (isAboutEvents && test.events !== undefined)) return afresh(test)
    let setting = settings.get(bound)
    if (setting === undefined) {
      const whole = asWhole(changed, bound)
      setting = { bound: whole, judge: compileJudge(whole, test.asOf) }
      settings.set(bound, setting)
    }
    return { ...judged, bound: setting.bound, verdict: setting.judge(lead) }
  }
}

function eventRules(plan: Plan): string {
  return JSON.stringify(eventRulesOf(plan))
}
