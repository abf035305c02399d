import type { Diagnostic } from '../../base/diagnostic.ts'
import { type Expectation, type LeadTest, printAspect, printWanted } from '../../ir/plan/lead-test.ts'
import type { TestFailure, TestResult } from '../../ir/results/test-report.ts'
import { actualOf, isWanted } from './actual.ts'
import { reasonsFor } from './reasons.ts'
import type { JudgedTest } from './score-test-lead.ts'

/** A test that was run. */
export interface RunTest {
  readonly result: TestResult
  readonly judged: JudgedTest
  /** Expectations that do not hold. */
  readonly failed: readonly Expectation[]
}

/** Judges the lead of a test and compares. */
export function runTest(test: LeadTest, judge: (test: LeadTest) => JudgedTest): RunTest {
  const judged = judge(test)
  const failed = failedOf(judged)
  const isTodo = test.todo !== undefined
  const isUnread = judged.diagnostics.length > 0
  const state = isUnread ? 'unread' : failed.length > 0 ? (isTodo ? 'todo' : 'failed') : isTodo ? 'done' : 'passed'
  return { judged, failed, result: { ...about(test), state, failures: failed.map(each => explain(each, judged)) } }
}

/** A test that somebody decided not to run. */
export function notRun(test: LeadTest): TestResult {
  return { ...about(test), state: 'not_run', failures: [] }
}

function about({ name, place, todo }: LeadTest): Pick<TestResult, 'name' | 'place' | 'reason'> {
  return { name, place, reason: todo === undefined || todo === '' ? null : todo }
}

/** What of a test does not hold. */
export function failedOf({ test, bound, verdict }: JudgedTest): Expectation[] {
  return test.expect.filter(({ of, wanted }) => !isWanted(wanted, actualOf(of, bound, verdict)))
}

function explain({ of, wanted, place }: Expectation, judged: JudgedTest): TestFailure {
  const actual = actualOf(of, judged.bound, judged.verdict)
  return {
    of: printAspect(of),
    expected: printWanted(wanted),
    got: String(actual),
    place,
    because: reasonsFor(of, wanted, judged),
  }
}

/** The problems of all leads that were judged, for those who wrote them. */
export function problemsOf(tests: readonly RunTest[]): Diagnostic[] {
  return tests.flatMap(({ judged }) => judged.diagnostics)
}
