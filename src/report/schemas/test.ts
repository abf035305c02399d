import type { ExplainedCondition, SeenValue } from '../../ir/results/explanation.ts'
import type { JsonSchema } from '../../ir/results/json-schema.ts'
import type {
  Coverage,
  Mutation,
  TestCounts,
  TestedFile,
  TestFailure,
  TestReason,
  TestReport,
  TestResult,
} from '../../ir/results/test-report.ts'
import { list, object, oneOf, orNull, PLACE, text, VERSION, whole } from './object.ts'

const condition = object<ExplainedCondition>({
  text: text('The condition in words'),
  state: oneOf(['holds', 'fails', 'unknown'], 'What it came to'),
  saw: list(
    object<SeenValue>(
      {
        name: text('The field, score or rule'),
        text: text('What it was; empty for nothing'),
        matched: list(text('A value'), 'Of a long list of values, those that match'),
      },
      ['matched'],
    ),
    'What was looked at',
  ),
})

const reason = object<TestReason>({
  what: text('The row or rule that decided'),
  place: orNull(PLACE),
  conditions: list(condition, 'What it asks for'),
})

const failure = object<TestFailure>({
  of: text('What was expected, as the file of tests spells it'),
  expected: text('The value that was expected'),
  got: text('The value that came out; empty for none'),
  place: PLACE,
  because: list(reason, 'What in the rulebook decided, with what it saw'),
})

const result = object<TestResult>({
  name: text('The name of the test'),
  place: PLACE,
  state: oneOf(
    ['passed', 'failed', 'todo', 'done', 'unread', 'not_run'],
    'What it came to; `done`: marked as todo, and it holds',
  ),
  reason: orNull(text('Why it does not hold yet')),
  failures: list(failure, 'What did not hold'),
})

const counts = object<TestCounts>({
  tests: whole('All of them'),
  passed: whole('Those that hold'),
  failed: whole('Those that do not'),
  todo: whole('Those known not to hold yet'),
  not_run: whole('Those left out by --bail'),
})

const part = object<Coverage['missing'][number]>({ what: text('What it is'), place: orNull(PLACE) })

const coverage = object<Coverage>({
  rulebook: text('The rulebook'),
  items: whole('Its rules, seen true and seen false, its stages, segments and tags'),
  covered: whole('How many of these the tests cover'),
  missing: list(part, 'Those that no test has seen'),
})

const mutation = object<Mutation>({
  rulebook: text('The rulebook'),
  mutants: whole('Small mistakes that were put into it'),
  killed: whole('How many of these a test catches'),
  survivors: list(part, 'Those that no test catches'),
})

/** What `leadq test --format json` prints. */
export const testDocument: JsonSchema = object<TestReport>(
  {
    format_version: VERSION,
    counts: { description: 'How many tests came to what', ...counts },
    files: list(
      object<TestedFile>({
        file: text('The file of tests'),
        rulebook: text('What it tests'),
        tests: list(result, 'In the order of the file'),
      }),
      'The files of tests',
    ),
    coverage: list(coverage, 'One for each rulebook; there if it was asked for'),
    mutation: list(mutation, 'One for each rulebook; there if it was asked for'),
  },
  ['coverage', 'mutation'],
)
