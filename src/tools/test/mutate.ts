import type { LeadTest } from '../../ir/plan/lead-test.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { Mutation } from '../../ir/results/test-report.ts'
import { mutantsOf } from '../../lint/mutants/mutants.ts'
import { judgeAgain } from './rescore.ts'
import { failedOf } from './run-tests.ts'
import type { JudgedTest } from './score-test-lead.ts'

/** Puts small mistakes into a rulebook, one at a time, and says which of them its tests (which all hold) do not notice. */
export function mutate(rulebook: string, plan: Plan, tests: readonly JudgedTest[]): Mutation {
  // Tests with nothing special share the most, so they are asked first.
  const plainFirst = [...tests].sort((a, b) => Number(isSpecial(a)) - Number(isSpecial(b)))
  const survivors: Mutation['survivors'][number][] = []
  let mutants = 0
  for (const mutant of mutantsOf(plan)) {
    mutants += 1
    const judge = judgeAgain(mutant.plan, plan)
    const ofRule = mutant.rule === undefined ? [] : plainFirst.filter(({ test }) => names(test, mutant.rule))
    const isNoticed = [...ofRule, ...plainFirst].some(judged => failedOf(judge(judged)).length > 0)
    if (!isNoticed) survivors.push({ what: mutant.what, place: mutant.place })
  }
  return { rulebook, mutants, killed: mutants - survivors.length, survivors }
}

/** Whether something is expected of a rule: such a test notices first what happens to it. */
function names({ expect }: LeadTest, rule: string | undefined): boolean {
  return expect.some(({ of }) => (of.kind === 'points' || of.kind === 'rule') && of.name === rule)
}

function isSpecial({ test }: JudgedTest): boolean {
  return test.events !== undefined || test.columns === 'named'
}
