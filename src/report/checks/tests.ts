import type { Diagnostic } from '../../base/diagnostic.ts'
import { printPlace } from '../../base/place.ts'
import type { CheckReport, Outcome } from '../../ir/results/check-report.ts'
import type {
  Coverage,
  Mutation,
  TestedFile,
  TestFailure,
  TestReport,
  TestResult,
} from '../../ir/results/test-report.ts'
import { conditionText } from '../explanation/conditions.ts'
import { percent, plural, thousands } from '../numbers.ts'
import { fingerprinted, problem, type Unmarked } from './mark.ts'

/** Whether coverage and mutation score reach the required minimum. */
export interface Enough {
  readonly coverage: (coverage: Coverage) => boolean
  readonly mutation: (mutation: Mutation) => boolean
}

/** The results of tests as checks, for every format; `problems` are diagnostics of the files themselves. */
export function testChecks(report: TestReport, problems: readonly Diagnostic[], enough: Enough): CheckReport {
  const { counts, files, coverage = [], mutation = [] } = report
  const checks = [
    ...problems.map(diagnostic => problem(diagnostic.place?.file ?? '', diagnostic)),
    ...files.flatMap(file => file.tests.map(test => testCheck(file, test))),
    ...coverage.map(each => coverageCheck(each, enough.coverage(each))),
    ...mutation.map(each => mutationCheck(each, enough.mutation(each))),
  ]
  const parts = [
    ...(counts.failed > 0 ? [`${thousands(counts.failed)} failed`] : []),
    ...(counts.passed > 0 ? [`${thousands(counts.passed)} passed`] : []),
    ...(counts.todo > 0 ? [`${thousands(counts.todo)} todo`] : []),
    ...(counts.not_run > 0 ? [`${thousands(counts.not_run)} not run`] : []),
  ]
  const summary = [plural(counts.tests, 'test'), parts.join(', ')].filter(part => part !== '').join(': ')
  return { command: 'test', summary, checks: fingerprinted(checks) }
}

const OUTCOMES: Readonly<Record<TestResult['state'], Outcome>> = {
  passed: 'passed',
  failed: 'error',
  done: 'error',
  unread: 'error',
  todo: 'skipped',
  not_run: 'skipped',
}

function testCheck({ file }: TestedFile, { name, place, state, reason, failures }: TestResult): Unmarked {
  const [first] = failures
  return {
    id: 'test/failed',
    title: 'a test of a rulebook',
    file,
    name,
    outcome: OUTCOMES[state],
    message: messageOf(name, state, reason),
    details: failures.flatMap(failureLines),
    place: first?.place ?? place,
    related: failures.flatMap(({ because }) =>
      because.flatMap(({ what, place: decided }) => (decided === null ? [] : [{ place: decided, message: what }])),
    ),
  }
}

function messageOf(name: string, state: TestResult['state'], reason: string | null): string {
  switch (state) {
    case 'done':
      return `${name}: passes although marked \`todo\`: remove the mark`
    case 'unread':
      return `${name}: has values that cannot be read`
    case 'todo':
      return reason ?? 'todo'
    case 'not_run':
      return 'not run: another test failed before'
    default:
      return name
  }
}

function failureLines({ of, expected, got, because }: TestFailure): string[] {
  return [
    `${of}: expected ${expected}, got ${got || 'nothing'}`,
    ...because.flatMap(({ what, place, conditions }) => [
      `  ${place === null ? '' : `${printPlace(place)} `}${what}`,
      ...conditions.map(condition => `    ${condition.state.replace('_', ' ')}: ${conditionText(condition)}`),
    ]),
  ]
}

function coverageCheck({ rulebook, items, covered, missing }: Coverage, isEnough: boolean): Unmarked {
  return {
    id: 'test/coverage',
    title: 'how much of a rulebook its tests cover',
    file: rulebook,
    name: `coverage of ${rulebook}`,
    outcome: outcomeOf(missing.length, isEnough),
    message: `tests cover ${percent(covered, items)} of the rulebook, ${thousands(covered)} of ${thousands(items)}`,
    details: missing.map(listed),
  }
}

function mutationCheck({ rulebook, mutants, killed, survivors }: Mutation, isEnough: boolean): Unmarked {
  return {
    id: 'test/mutants',
    title: 'how many mutants of a rulebook its tests catch',
    file: rulebook,
    name: `mutants of ${rulebook}`,
    outcome: outcomeOf(survivors.length, isEnough),
    message: `tests catch ${percent(killed, mutants)} of mutants, ${thousands(killed)} of ${thousands(mutants)}`,
    details: survivors.map(listed),
  }
}

function outcomeOf(missing: number, isEnough: boolean): Outcome {
  if (!isEnough) return 'error'
  return missing === 0 ? 'passed' : 'info'
}

function listed({ what, place }: Coverage['missing'][number]): string {
  return place === null ? what : `${printPlace(place)} ${what}`
}
