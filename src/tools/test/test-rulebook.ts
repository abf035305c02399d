import type { Diagnostic } from '../../base/diagnostic.ts'
import { compileTest } from '../../engine/comparison.ts'
import type { LeadTest, TestFile } from '../../ir/plan/lead-test.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type {
  Coverage,
  Mutation,
  TestCounts,
  TestedFile,
  TestReport,
  TestResult,
} from '../../ir/results/test-report.ts'
import { coverageOf } from './coverage.ts'
import { mutate } from './mutate.ts'
import { notRun, problemsOf, type RunTest, runTest } from './run-tests.ts'
import { testJudge } from './score-test-lead.ts'

/** A file of tests with its rulebook. */
export interface Suite extends TestFile {
  /** The name of the rulebook. */
  readonly rulebook: string
  readonly plan: Plan
}

export interface TestRequest {
  /** A pattern (RE2): only tests whose name matches it. */
  readonly run?: string | undefined
  /** Stop at the first test that fails. */
  readonly bail: boolean
}

export interface TestRun {
  readonly report: TestReport
  readonly diagnostics: readonly Diagnostic[]
  /** The suites, each with the tests that were run. */
  readonly suites: readonly RunSuite[]
}

export interface RunSuite extends Suite {
  readonly run: readonly RunTest[]
}

/** Runs tests against their rulebooks. */
export function runTests(suites: readonly Suite[], { run, bail }: TestRequest): TestRun {
  const done: RunSuite[] = []
  const files: TestedFile[] = []
  let isOver = false
  for (const suite of chooseTests(suites, run)) {
    const judge = testJudge(suite.plan)
    const ran: RunTest[] = []
    const results = suite.tests.map(test => {
      if (isOver) return notRun(test)
      const one = runTest(test, judge)
      ran.push(one)
      isOver = bail && isFailure(one.result)
      return one.result
    })
    done.push({ ...suite, run: ran })
    files.push({ file: suite.file, rulebook: suite.rulebook, tests: results })
  }
  const report = { format_version: '1.0', counts: countTests(files), files } as const
  return { report, diagnostics: done.flatMap(suite => problemsOf(suite.run)), suites: done }
}

/** The tests of each rulebook, over all files, without those marked `todo` or not run. */
function byRulebook(suites: readonly RunSuite[]): { rulebook: string; plan: Plan; run: RunTest[] }[] {
  const found = new Map<Plan, { rulebook: string; plan: Plan; run: RunTest[] }>()
  for (const { plan, rulebook, run } of suites) {
    const entry = found.get(plan) ?? { rulebook, plan, run: [] }
    entry.run.push(...run.filter(({ result }) => result.state === 'passed' || result.state === 'failed'))
    found.set(plan, entry)
  }
  return [...found.values()]
}

/** The coverage of rulebooks by their tests. */
export function measureCoverage(suites: readonly RunSuite[]): Coverage[] {
  return byRulebook(suites).map(({ rulebook, plan, run }) =>
    coverageOf(
      rulebook,
      plan,
      run.map(({ judged }) => judged),
    ),
  )
}

/** The mutants that tests catch. Failing tests are not used. */
export function measureMutation(suites: readonly RunSuite[]): Mutation[] {
  return byRulebook(suites).map(({ rulebook, plan, run }) =>
    mutate(
      rulebook,
      plan,
      run.filter(({ result }) => result.state === 'passed').map(({ judged }) => judged),
    ),
  )
}

function countTests(files: readonly TestedFile[]): TestCounts {
  const all = files.flatMap(({ tests }) => tests)
  const count = (...states: TestResult['state'][]) => all.filter(({ state }) => states.includes(state)).length
  return {
    tests: all.length,
    passed: count('passed'),
    failed: count('failed', 'done', 'unread'),
    todo: count('todo'),
    not_run: count('not_run'),
  }
}

/** The suites with the tests whose name matches a pattern. */
export function chooseTests(suites: readonly Suite[], run: string | undefined): Suite[] {
  if (run === undefined) return [...suites]
  const isChosen = compileTest({ operator: 'matches', values: [run] }, 0)
  const tests = ({ tests }: Suite): LeadTest[] => tests.filter(({ name }) => isChosen(name, undefined))
  return suites.map(suite => ({ ...suite, tests: tests(suite) })).filter(suite => suite.tests.length > 0)
}

function isFailure({ state }: TestResult): boolean {
  return state === 'failed' || state === 'done' || state === 'unread'
}
