import { basename } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { arrange, diagnose, hasErrors } from '../../base/diagnostic.ts'
import { PREFIX } from '../../ir/plan/columns.ts'
import type { TestReport } from '../../ir/results/test-report.ts'
import { commit } from '../../leads/host.ts'
import { type Enough, testChecks } from '../../report/checks/tests.ts'
import { printDiagnostics } from '../../report/diagnostics.ts'
import { printJson } from '../../report/json.ts'
import { plural } from '../../report/numbers.ts'
import { clean } from '../../report/terminal/terminal-text.ts'
import type { Theme } from '../../report/terminal/theme.ts'
import { printCoverage, printMutations } from '../../report/test/coverage.ts'
import { printTestList, printTests } from '../../report/test/results.ts'
import { checkPattern } from '../../rulebook/index.ts'
import { type Percentage, reaches } from '../../tools/test/coverage.ts'
import { generateTests } from '../../tools/test/generate/generate.ts'
import {
  chooseTests,
  measureCoverage,
  measureMutation,
  type RunSuite,
  runTests,
} from '../../tools/test/test-rulebook.ts'
import { updateTests } from '../../tools/test/update-tests.ts'
import { formatOption, printResults, type Wanted } from '../checks.ts'
import type { CommandContext } from '../command.ts'
import { type Console, createConsole, isCi } from '../console.ts'
import { builtIns, shownBuiltIn } from '../hosts/built-ins.ts'
import { createOutside } from '../hosts/outside.ts'
import { schemaNote } from '../hosts/schema-files.ts'
import { findTestFiles } from '../hosts/test-files.ts'
import { dayOfRun, type GivenDay, parsePaths, usage } from '../options.ts'
import { findRulebook, textsOf, usable } from '../rulebook.ts'
import { shared } from '../shared-options.ts'
import { readSuites } from '../suites.ts'
import type { Surroundings } from '../surroundings.ts'

interface Flags {
  readonly run?: string
  readonly list?: true
  readonly bail?: true
  readonly failOnEmpty?: true
  readonly update?: true
  readonly generate?: true
  readonly asOf?: GivenDay
  readonly coverage?: true
  readonly minCoverage?: Percentage
  readonly mutate?: true
  readonly minKilled?: Percentage
  readonly format?: readonly Wanted[]
  readonly quiet?: true
  readonly color: boolean
}

const EXAMPLES = `
Examples:
  leadq test                                 every *.test.yaml from here on
  leadq test rules/saas.test.yaml --run demo
  leadq test --min-coverage 100 --min-killed 90
  leadq test --generate leadq.yaml > leadq.test.yaml

Exit codes: 0 all tests passed, 1 a test failed, 2 a test file or rulebook is invalid, 66 file not found.`

export function testCommand({ around, end }: CommandContext): Command {
  return new Command('test')
    .description('run the tests of rulebooks')
    .argument('[paths...]', 'test files, rulebooks or folders (default: this folder tree)', parsePaths)
    .option('--run <pattern>', 'run only tests whose name matches', parsePattern)
    .option('--list', 'list the tests without running them')
    .option('--bail', 'stop at the first test that fails')
    .option('--update', 'update failing expectations (refused in CI)')
    .option('--fail-on-empty', 'fail if no tests are found')
    .option('--coverage', 'report rules, stages, segments and tags that no test covers')
    .option('--min-coverage <percent>', 'fail below this coverage', parsePercentage)
    .option('--mutate', 'mutation testing: change the rulebook slightly and report changes that no test catches')
    .option('--min-killed <percent>', 'fail below this share of caught mutants', parsePercentage)
    .option('--generate', 'generate tests that pin current behaviour on both sides of every threshold')
    .addOption(shared('asOf', 'with --generate: day of the tests, e.g. 2026-01-31 (default: today)'))
    .addOption(formatOption())
    .option('--watch', 're-run whenever a rulebook or test in this folder tree changes')
    .addOption(shared('quiet', 'print nothing if all tests pass'))
    .addOption(shared('noColor'))
    .addHelpText('after', EXAMPLES)
    .action(async (paths: readonly string[], flags: Flags) => {
      const console = createConsole(around, { colour: flags.color, quiet: flags.quiet === true })
      if (flags.generate === true) return generate(paths, flags, { around, end }, console)
      const files = await findTestFiles(paths, around.cwd)
      if (flags.update === true) await update(files, flags, around, console)
      const found = await readSuites(files, around.cwd)
      if (flags.list === true) {
        await console.diagnostics(found.diagnostics, found.sources)
        return console.result(printTestList(chooseTests(found.suites, flags.run)))
      }
      const { run, bail = false } = flags
      const done = runTests(found.suites, { run, bail })
      const report: TestReport = { ...done.report, ...measured(done.suites, flags) }
      const isEmpty = report.counts.tests === 0
      const wrong = [...found.diagnostics, ...done.diagnostics]
      const problems = isEmpty && !hasErrors(wrong) ? [...wrong, nothingToRun(run)] : wrong
      const isWell = report.counts.failed === 0 && !hasErrors(problems) && isEnough(report, flags)
      const text = async () => {
        await console.diagnostics(problems, found.sources)
        if (!isEmpty && !(isWell && flags.quiet === true))
          await console.report(printed(report, console.theme('stdout')))
      }
      const textOf = (theme: Theme) => {
        const said = arrange(problems)
        const diagnostics =
          said.length === 0 ? '' : printDiagnostics(said, { theme, textOf: file => found.sources.get(file) })
        return diagnostics + (isEmpty ? '' : printed(report, theme))
      }
      const results = {
        report: testChecks(report, problems, enough(flags)),
        text,
        textOf,
        own: { json: () => printJson(report) },
      }
      await printResults(flags.format, results, { around, console })
      if (hasErrors(problems)) end('usage')
      else if (!isWell || (isEmpty && mustRun(flags))) end('no')
    })
}

/** Prints generated tests of a rulebook. */
async function generate(
  paths: readonly string[],
  { asOf }: Flags,
  { around, end }: CommandContext,
  console: Console,
): Promise<void> {
  if (paths.length > 1) throw usage('--generate takes one rulebook')
  const found = await findRulebook(paths[0], around.cwd)
  const rulebook = usable(found)
  await console.diagnostics(found.diagnostics, textsOf(found))
  if (rulebook === undefined) return end('usage')
  const { plan } = rulebook
  const name = builtIns().find(each => shownBuiltIn(each) === found.name) ?? basename(found.path)
  const note = schemaNote(around.cwd, 'test')
  await console.diagnostics(note ? [note] : [])
  await console.result(generateTests(plan, name, dayOfRun(asOf, around, plan.locale.timezone)))
}

/** Rewrites what does not hold; the files are then read again, so that what is said is true of them. */
async function update(files: readonly string[], { run }: Flags, around: Surroundings, console: Console): Promise<void> {
  if (isCi(around)) {
    throw usage('--update is not for CI: there, tests must show what has changed', 'run it and commit the result')
  }
  const { suites, sources } = await readSuites(files, around.cwd)
  const host = createOutside(around, { force: true, progress: false, prefix: PREFIX })
  for (const { file, run: tests } of runTests(suites, { run, bail: false }).suites) {
    const { text, values } = updateTests(sources.get(file) ?? '', tests)
    if (values === 0) continue
    const sink = await host.create(file, 'update')
    await sink.write(text)
    await commit([sink])
    await console.say(`rewrote ${plural(values, 'value')} in ${clean(file)}\n`)
  }
}

function printed(report: TestReport, theme: Theme): string {
  const { coverage = [], mutation = [] } = report
  return printTests(report, theme) + printCoverage(coverage, theme) + printMutations(mutation, theme)
}

function measured(run: readonly RunSuite[], flags: Flags): Pick<TestReport, 'coverage' | 'mutation'> {
  const { coverage, minCoverage, mutate, minKilled } = flags
  return {
    ...((coverage === true || minCoverage !== undefined) && { coverage: measureCoverage(run) }),
    ...((mutate === true || minKilled !== undefined) && { mutation: measureMutation(run) }),
  }
}

/** Whether every rulebook has been seen, and its mutants noticed, as far as was asked. */
function isEnough({ coverage = [], mutation = [] }: TestReport, flags: Flags): boolean {
  return coverage.every(enough(flags).coverage) && mutation.every(enough(flags).mutation)
}

function enough({ minCoverage, minKilled }: Flags): Enough {
  return {
    coverage: ({ covered, items }) => minCoverage === undefined || reaches(covered, items, minCoverage),
    mutation: ({ killed, mutants }) => minKilled === undefined || reaches(killed, mutants, minKilled),
  }
}

/** Whether there have to be tests: who asks for a share of them takes none for no pass. */
function mustRun({ failOnEmpty, minCoverage, minKilled }: Flags): boolean {
  return failOnEmpty === true || minCoverage !== undefined || minKilled !== undefined
}

function nothingToRun(run: string | undefined) {
  const message = run === undefined ? 'there are no tests' : `no test has a name that matches \`${run}\``
  const hint = run === undefined ? 'tests are in files such as leadq.test.yaml' : '`--list` prints the names'
  return diagnose('test/none', message, { hint })
}

function parsePattern(text: string): string {
  const found = checkPattern(text)
  if (found === undefined) return text
  throw new InvalidArgumentError(`the pattern ${found.problem}.`)
}

/** Digits and their unit, so that nothing is rounded. */
function parsePercentage(text: string): Percentage {
  const [, whole, decimals = ''] = /^([0-9]{1,3})(?:\.([0-9]{1,6}))?%?$/.exec(text.trim()) ?? []
  const unit = 10 ** decimals.length
  const digits = Number(`${whole}${decimals}`)
  if (whole === undefined || digits > 100 * unit) throw new InvalidArgumentError('expected a percentage such as 90.')
  return { digits, unit }
}
