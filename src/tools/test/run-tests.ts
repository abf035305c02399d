import type { Diagnostic } from '../../base/diagnostic.ts'
import type { Expr } from '../../ir/plan/expr.ts'
import { type Expectation, HOLDS, type LeadTest, printAspect, printWanted } from '../../ir/plan/lead-test.ts'
import type { TestFailure, TestResult } from '../../ir/results/test-report.ts'
import { printCondition, seenIn, textReader } from '../explain/explain-conditions.ts'
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

/** The result of a test that was not run because an earlier one failed. */
export function notRun(test: LeadTest): TestResult {
  return { ...about(test), state: 'not_run', failures: [] }
}

function about({ name, place, todo }: LeadTest): Pick<TestResult, 'name' | 'place' | 'reason'> {
  return { name, place, reason: todo === undefined || todo === '' ? null : todo }
}

/** A failed expectation of a test. */
export function failedOf(judged: JudgedTest): Expectation[] {
  return judged.test.expect.filter(({ of, wanted }) => !isWanted(wanted, actualOf(of, judged)))
}

function explain({ of, wanted, place }: Expectation, judged: JudgedTest): TestFailure {
  const because = reasonsFor(of, wanted, judged)
  if (of.kind === 'condition') return { ...conditionTexts(of.when, judged), place, because }
  const [expected, got] = [printWanted(wanted), String(actualOf(of, judged))]
  return { of: printAspect(of), expected: of.kind === 'none' ? NONE : expected, got, place, because }
}

const NONE = 'none'

/** `score.fit`, `at least 90`, `60`; of a condition on several things all of them. */
function conditionTexts(
  when: Expr,
  { bound, lead, verdict }: JudgedTest,
): Pick<TestFailure, 'of' | 'expected' | 'got'> {
  const text = printCondition(when, bound)
  const seen = seenIn(when, { bound, verdict }, textReader(bound, lead))
  const [only] = seen
  if (only !== undefined && seen.length === 1 && text.startsWith(`${only.name} `))
    return { of: only.name, expected: text.slice(only.name.length + 1), got: only.text }
  return {
    of: text,
    expected: printWanted(HOLDS),
    got: seen.map(({ name, text: value }) => `${name} ${value}`).join(', '),
  }
}

/** The problems in the leads of tests. */
export function problemsOf(tests: readonly RunTest[]): Diagnostic[] {
  return tests.flatMap(({ judged }) => judged.diagnostics)
}
