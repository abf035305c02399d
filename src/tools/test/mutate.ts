import type { LeadTest } from '../../ir/plan/lead-test.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { Mutation } from '../../ir/results/test-report.ts'
import { mutantsOf } from '../../lint/mutants/mutants.ts'
import { judgeAgain } from './rescore.ts'
import { failedOf } from './run-tests.ts'
import type { JudgedTest } from './score-test-lead.ts'

/**
 * Mutation testing: changes a rulebook in one place at a time and reports the changes that its passing tests do not
 * catch.
 */
export function mutate(rulebook: string, plan: Plan, tests: readonly JudgedTest[]): Mutation {
  // Tests without settings of their own share the most work, so they run first.
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

/** Whether a test expects something of a rule: such a test is the most likely to catch its mutants. */
function names({ expect }: LeadTest, rule: string | undefined): boolean {
  return expect.some(({ of }) => (of.kind === 'points' || of.kind === 'rule') && of.name === rule)
}

function isSpecial({ test }: JudgedTest): boolean {
  return test.events !== undefined || test.columns === 'named'
}
