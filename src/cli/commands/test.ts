import { Command, InvalidArgumentError } from 'commander'
import { diagnose, hasErrors } from '../../base/diagnostic.ts'
import type { TestReport } from '../../ir/test-report.ts'
import { printJson } from '../../report/json.ts'
import { printCoverage, printMutations } from '../../report/test/coverage.ts'
import { printTestList, printTests } from '../../report/test/results.ts'
import { checkPattern } from '../../rulebook/index.ts'
import { type Percentage, reaches } from '../../tools/test/coverage.ts'
import { chooseTests, measureCoverage, measureMutation, type RunSuite, runTests } from '../../tools/test.ts'
import { createConsole } from '../console.ts'
import { findTestFiles } from '../hosts/test-files.ts'
import { parsePaths } from '../options.ts'
import type { CommandContext } from '../program.ts'
import { readSuites } from '../suites.ts'

interface Flags {
  readonly run?: string
  readonly list?: true
  readonly bail?: true
  readonly failOnEmpty?: true
  readonly coverage?: true
  readonly minCoverage?: Percentage
  readonly mutate?: true
  readonly minKilled?: Percentage
  readonly format: 'text' | 'json'
  readonly quiet?: true
  readonly color: boolean
}

const EXAMPLES = `
Examples:
  leadq test                                 every *.test.yaml from here on
  leadq test rules/saas.test.yaml --run demo
  leadq test --min-coverage 100 --min-killed 90

Exit codes: 0 all passed, 1 a test failed, 2 tests or a rulebook that cannot be read, 66 no such file.`

export function testCommand({ around, end }: CommandContext): Command {
  return new Command('test')
    .description('run the tests of rulebooks')
    .argument('[paths...]', 'files of tests, rulebooks or folders; default: here and below', parsePaths)
    .option('--run <pattern>', 'only tests whose name this pattern is found in', parsePattern)
    .option('--list', 'print the names of the tests and run none')
    .option('--bail', 'stop at the first test that fails')
    .option('--fail-on-empty', 'fail if there is no test at all')
    .option('--coverage', 'say which rules, stages, segments and tags no test has seen')
    .option('--min-coverage <percent>', 'fail if tests have seen less of a rulebook', parsePercentage)
    .option('--mutate', 'put small mistakes into the rulebooks and say which of them no test notices')
    .option('--min-killed <percent>', 'fail if tests notice fewer of these mistakes', parsePercentage)
    .option('--format <format>', 'of what is printed: text or json', parseFormat, 'text')
    .option('-q, --quiet', 'print nothing if all is well')
    .option('--no-color', 'no colours')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: readonly string[], flags: Flags) => {
      const console = createConsole(around, { colour: flags.color, quiet: flags.quiet === true })
      const { suites, diagnostics, sources } = await readSuites(await findTestFiles(paths, around.cwd), around.cwd)
      if (flags.list === true) {
        await console.diagnostics(diagnostics, sources)
        return console.result(printTestList(chooseTests(suites, flags.run)))
      }
      const {
        report: results,
        diagnostics: more,
        suites: run,
      } = runTests(suites, { run: flags.run, bail: flags.bail === true })
      const isEmpty = results.counts.tests === 0
      const problems = [
        ...diagnostics,
        ...more,
        ...(isEmpty && !hasErrors(diagnostics) ? [nothingToRun(flags.run)] : []),
      ]
      await console.diagnostics(problems, sources)
      const report: TestReport = { ...results, ...measured(run, flags) }
      const isWell = results.counts.failed === 0 && !hasErrors(problems) && isEnough(report, flags)
      if (flags.format === 'json') await console.result(printJson(report))
      else if (!isEmpty && !(isWell && flags.quiet === true)) {
        const theme = console.theme('stdout')
        const { coverage = [], mutation = [] } = report
        await console.result(
          printTests(report, theme) + printCoverage(coverage, theme) + printMutations(mutation, theme),
        )
      }
      if (hasErrors(problems)) end('usage')
      else if (!isWell || (isEmpty && flags.failOnEmpty === true)) end('no')
    })
}

function measured(run: readonly RunSuite[], flags: Flags): Pick<TestReport, 'coverage' | 'mutation'> {
  const { coverage, minCoverage, mutate, minKilled } = flags
  return {
    ...((coverage === true || minCoverage !== undefined) && { coverage: measureCoverage(run) }),
    ...((mutate === true || minKilled !== undefined) && { mutation: measureMutation(run) }),
  }
}

/** Whether every rulebook has been seen, and its mutants noticed, as far as was asked. */
function isEnough({ coverage = [], mutation = [] }: TestReport, { minCoverage, minKilled }: Flags): boolean {
  const seen = coverage.every(({ covered, items }) => minCoverage === undefined || reaches(covered, items, minCoverage))
  const noticed = mutation.every(
    ({ killed, mutants }) => minKilled === undefined || reaches(killed, mutants, minKilled),
  )
  return seen && noticed
}

function nothingToRun(run: string | undefined) {
  const message = run === undefined ? 'there are no tests' : `no test has a name in which \`${run}\` is found`
  const hint = run === undefined ? 'tests stand in files such as leadq.test.yaml' : '`--list` prints the names'
  return diagnose('test/none', message, { hint })
}

function parsePattern(text: string): string {
  const found = checkPattern(text)
  if (found === undefined) return text
  throw new InvalidArgumentError(`the pattern ${found.problem}.`)
}

function parseFormat(text: string): Flags['format'] {
  if (text === 'text' || text === 'json') return text
  throw new InvalidArgumentError('expected text or json.')
}

/** Digits and their unit, so that nothing is rounded. */
function parsePercentage(text: string): Percentage {
  const [, whole, decimals = ''] = /^([0-9]{1,3})(?:\.([0-9]{1,6}))?%?$/.exec(text.trim()) ?? []
  const unit = 10 ** decimals.length
  const digits = Number(`${whole}${decimals}`)
  if (whole === undefined || digits > 100 * unit) throw new InvalidArgumentError('expected a percentage such as 90.')
  return { digits, unit }
}
