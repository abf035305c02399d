import { Command, InvalidArgumentError } from 'commander'
import { diagnose, hasErrors } from '../../base/diagnostic.ts'
import { printJson } from '../../report/json.ts'
import { printTestList, printTests } from '../../report/test/results.ts'
import { checkPattern } from '../../rulebook/index.ts'
import { chooseTests, runTests } from '../../tools/test.ts'
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
  readonly format: 'text' | 'json'
  readonly quiet?: true
  readonly color: boolean
}

const EXAMPLES = `
Examples:
  leadq test                                 every *.test.yaml from here on
  leadq test rules/saas.test.yaml --run demo

Exit codes: 0 all passed, 1 a test failed, 2 tests or a rulebook that cannot be read, 66 no such file.`

export function testCommand({ around, end }: CommandContext): Command {
  return new Command('test')
    .description('run the tests of rulebooks')
    .argument('[paths...]', 'files of tests, rulebooks or folders; default: here and below', parsePaths)
    .option('--run <pattern>', 'only tests whose name this pattern is found in', parsePattern)
    .option('--list', 'print the names of the tests and run none')
    .option('--bail', 'stop at the first test that fails')
    .option('--fail-on-empty', 'fail if there is no test at all')
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
      const { report, diagnostics: more } = runTests(suites, { run: flags.run, bail: flags.bail === true })
      const problems = [
        ...diagnostics,
        ...more,
        ...(report.counts.tests === 0 && !hasErrors(diagnostics) ? [nothingToRun(flags.run)] : []),
      ]
      await console.diagnostics(problems, sources)
      const isWell = report.counts.failed === 0 && !hasErrors(problems)
      if (flags.format === 'json') await console.result(printJson(report))
      else if (report.counts.tests > 0 && !(isWell && flags.quiet === true)) {
        await console.result(printTests(report, console.theme('stdout')))
      }
      if (hasErrors(problems)) end('usage')
      else if (report.counts.failed > 0 || (report.counts.tests === 0 && flags.failOnEmpty === true)) end('no')
    })
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
