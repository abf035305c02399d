import { compileJudge } from '../../engine/judge.ts'
import { eventRulesOf } from '../../engine/lead-events.ts'
import type { BoundPlan } from '../../ir/bound-plan.ts'
import type { Plan } from '../../ir/plan.ts'
import type { Mutation } from '../../ir/test-report.ts'
import { mutantsOf } from '../../lint/mutants.ts'
import { asWhole } from './binding.ts'
import { type JudgedTest, testJudge } from './judging.ts'
import { failedOf } from './run.ts'

/** Puts small mistakes into a rulebook, one at a time, and says which of them its tests (which all hold) do not notice. */
export function mutate(rulebook: string, plan: Plan, tests: readonly JudgedTest[]): Mutation {
  const groups = groupTests(tests)
  const survivors: Mutation['survivors'][number][] = []
  let mutants = 0
  for (const mutant of mutantsOf(plan)) {
    mutants += 1
    if (!isNoticed(mutant.plan, plan, groups)) survivors.push({ what: mutant.what, place: mutant.place })
  }
  return { rulebook, mutants, killed: mutants - survivors.length, survivors }
}

/** Tests that one bound plan judges, on one day. */
type Group = readonly [JudgedTest, ...JudgedTest[]]

/** Most tests are in one group; it is asked first. */
function groupTests(tests: readonly JudgedTest[]): Group[] {
  const groups = new Map<BoundPlan, [JudgedTest, ...JudgedTest[]]>()
  for (const test of tests) {
    const group = groups.get(test.bound)
    if (group === undefined) groups.set(test.bound, [test])
    else group.push(test)
  }
  return [...groups.values()].sort((a, b) => b.length - a.length)
}

function isNoticed(mutant: Plan, plan: Plan, groups: readonly Group[]): boolean {
  const isAboutEvents = JSON.stringify(eventRulesOf(mutant)) !== JSON.stringify(eventRulesOf(plan))
  return groups.some(([first, ...others]) => {
    const group = [first, ...others]
    const { test, bound } = first
    // What was pruned, and what events are worth, is found out anew.
    if (test.columns === 'named' || (isAboutEvents && bound.events !== undefined)) {
      const judge = testJudge(mutant)
      return group.some(judged => failedOf(judge(judged.test)).length > 0)
    }
    const changed = asWhole(mutant, bound)
    const judge = compileJudge(changed, test.asOf)
    return group.some(({ test, lead, diagnostics }) => {
      return failedOf({ test, bound: changed, lead, verdict: judge(lead), diagnostics }).length > 0
    })
  })
}
