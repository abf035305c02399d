import { Command, InvalidArgumentError, Option } from 'commander'
import { RANKS, type Severity } from '../../base/codes.ts'
import { PREFIX } from '../../ir/plan/columns.ts'
import type { Level } from '../../lint/findings/catalogue.ts'
import { readLevel } from '../../lint/findings/directives.ts'
import type { LintCode } from '../../lint/judging/observation.ts'
import { closingLine, lintReport } from '../../report/checks/lint.ts'
import { printFindings } from '../../report/checks/lint-text.ts'
import { printTextDiff } from '../../report/checks/text-diff.ts'
import { clean } from '../../report/terminal/terminal-text.ts'
import type { Theme } from '../../report/terminal/theme.ts'
import type { ReadBook } from '../../tools/lint/lint-rulebook.ts'
import { type BaselineRequest, lintBooks } from '../../tools/lint/lint-rulebooks.ts'
import { writeMended } from '../../tools/lint/mend-rulebooks.ts'
import { mendBooks, readBooks } from '../checked-books.ts'
import { formatOption, printResults, type Wanted } from '../checks.ts'
import type { CommandContext } from '../command.ts'
import { type Console, createConsole } from '../console.ts'
import { createOutside } from '../hosts/outside.ts'
import { dayOfRun, type GivenDay, parsePath, parsePaths, usage } from '../options.ts'
import { DEFAULT_RULEBOOK } from '../rulebook.ts'
import { shared } from '../shared-options.ts'
import type { Surroundings } from '../surroundings.ts'

interface Flags {
  readonly format?: readonly Wanted[]
  readonly data?: string
  readonly asOf?: GivenDay
  readonly severity?: ReadonlyMap<LintCode, Level>
  readonly failOn: Severity
  readonly baseline?: string
  readonly updateBaseline?: true
  readonly withDeleted?: true
  readonly fix?: true
  readonly dryRun?: true
  readonly quiet?: true
  readonly color: boolean
}

const EXAMPLES = `
Examples:
  leadq lint rules/*.yaml
  leadq lint .                               all rulebooks, tests and gates from here on
  leadq lint b2b                             a built-in rulebook
  leadq lint --data leads.csv                also check the rules against a file of leads
  leadq lint --severity lint/gap=error,lint/implied=off
  leadq lint --format sarif=leadq.sarif      for code scanning; what it says is printed as well

In a rulebook, \`# leadq-disable-next-line lint/gap -- why\` suppresses a finding and needs a reason.
Exit codes: 0 no problems, 1 problems at or above --fail-on, 66 rulebook not found.`

export function lintCommand({ around, end }: CommandContext): Command {
  return new Command('lint')
    .description('check rulebooks, tests and gates, and report all problems at once')
    .argument(
      '[paths...]',
      `rulebooks, tests, gates, folders or patterns (default: the nearest ${DEFAULT_RULEBOOK})`,
      parsePaths,
    )
    .option(
      '--data <file>',
      'also check against these leads: rules that never or always fire, values no rule mentions',
      parsePath,
    )
    .addOption(shared('withDeleted'))
    .addOption(shared('asOf', 'evaluate date conditions as of this day (default: today)'))
    .option(
      '--severity <levels>',
      'severity of a finding, e.g. lint/gap=error (error, warning, info, off), comma-separated',
      parseLevels,
    )
    .addOption(
      new Option('--fail-on <severity>', 'lowest severity that fails the run')
        .choices(['error', 'warning', 'info'])
        .default('error'),
    )
    .option(
      '--baseline <file>',
      'known findings to ignore; findings that no longer occur are removed from the file',
      parsePath,
    )
    .option(
      '--fix',
      'repair problems with a single right answer: unused lists, repeated values, missing quotes, unsorted tables',
    )
    .option('--dry-run', 'with --fix: show the change and write nothing')
    .option('--update-baseline', 'write all current findings into the baseline')
    .addOption(formatOption())
    .option('--watch', 're-run whenever a rulebook in this folder tree changes')
    .addOption(shared('quiet'))
    .addOption(shared('noColor'))
    .addHelpText('after', EXAMPLES)
    .action(async (rulebooks: readonly string[], flags: Flags) => {
      const console = createConsole(around, { colour: flags.color, quiet: flags.quiet === true })
      const host = createOutside(around, { force: false, progress: false, prefix: PREFIX })
      if (flags.dryRun === true && flags.fix !== true) throw usage('--dry-run belongs to --fix')
      if (flags.fix === true) await mend(rulebooks, flags, around, console)
      if (flags.dryRun === true) return
      const found = await readBooks(rulebooks, around.cwd)
      const request = {
        asOf: ({ plan }: ReadBook) => dayOfRun(flags.asOf, around, plan?.locale.timezone ?? 'UTC'),
        levels: flags.severity ?? new Map<LintCode, Level>(),
        data: flags.data,
        withDeleted: flags.withDeleted,
        baseline: baselineOf(flags, around),
      }
      const { books, remarks } = await lintBooks(found.books, request, host)
      const all = books.flatMap(({ findings }) => findings)
      const textOf = (theme: Theme) => {
        const shown = [...all, ...remarks].filter(({ severity }) => flags.quiet !== true || severity === 'error')
        const findings = printFindings(shown, { theme, textOf: file => found.texts.get(file) })
        return flags.quiet === true ? findings : `${findings}${closingLine(books)}\n`
      }
      const text = () => console.report(textOf(console.theme('stdout')))
      await printResults(flags.format, { report: lintReport(books), text, textOf }, { around, console })
      if (all.some(({ severity }) => RANKS[severity] >= RANKS[flags.failOn])) end('no')
    })
}

/** Mends the rulebooks that are named; what is read afterwards is what was written. */
async function mend(
  paths: readonly string[],
  { dryRun }: Flags,
  around: Surroundings,
  console: Console,
): Promise<void> {
  const host = createOutside(around, { force: true, progress: false, prefix: PREFIX })
  const mended = await mendBooks(paths, around.cwd)
  for (const book of mended) {
    if (dryRun === true) {
      await console.report(printTextDiff(book.file, book.before, book.after, console.theme('stdout')))
      continue
    }
    await writeMended(book, host)
    const what = book.mends.map(each => `${each.place.line}: ${each.what}`).join('; ')
    await console.report(`mended ${clean(book.file)}: ${clean(what)}\n`)
  }
  if (mended.length === 0) await console.say('nothing to mend\n')
}

function baselineOf({ baseline: path, updateBaseline }: Flags, { env }: Surroundings): BaselineRequest | undefined {
  if (path === undefined && updateBaseline) throw usage('--update-baseline needs --baseline FILE')
  return path === undefined ? undefined : { path, keeping: updateBaseline ? 'update' : env.CI ? 'as-it-is' : 'clean' }
}

function parseLevels(text: string, before: ReadonlyMap<LintCode, Level> = new Map()): ReadonlyMap<LintCode, Level> {
  const levels = new Map(before)
  for (const item of text.split(',').filter(each => each.trim() !== '')) {
    const found = readLevel(item.trim())
    if ('message' in found) throw new InvalidArgumentError(`${found.message}. ${found.hint ?? ''}`)
    levels.set(found.code, found.level)
  }
  return levels
}
