import { Command } from 'commander'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { NO_GATES } from '../../ir/plan/gates.ts'
import type { Difference } from '../../ir/results/difference.ts'
import { STDIO } from '../../leads/host.ts'
import { checksOf, failedGates, markdownDifference, textDifference } from '../../report/diff/diff-report.ts'
import { printJson } from '../../report/json.ts'
import type { Theme } from '../../report/terminal/theme.ts'
import { type DiffRequest, diff } from '../../tools/diff/diff-rulebooks.ts'
import type { Rulebook } from '../../tools/score/score-request.ts'
import { formatOption, printResults, type Wanted } from '../checks.ts'
import type { CommandContext } from '../command.ts'
import { type Console, createConsole } from '../console.ts'
import { readGatesOf } from '../gates.ts'
import { createOutside } from '../hosts/outside.ts'
import { dayOfRun, type GivenDay, parseCount, parseList, parsePath, usage, verifyIn } from '../options.ts'
import { type FoundRulebook, textsOf, usable } from '../rulebook.ts'
import { type HeaderFlags, shared } from '../shared-options.ts'
import type { Surroundings } from '../surroundings.ts'
import { VERSION } from '../version.ts'
import { findVersion } from '../versions.ts'

interface Flags extends HeaderFlags {
  readonly data: string
  readonly events?: string[]
  readonly companies?: string
  readonly previous?: string
  readonly asOf?: GivenDay
  readonly key?: string
  readonly show?: string[]
  readonly limit: number
  readonly movers?: string
  readonly gates?: string
  readonly format?: readonly Wanted[]
  readonly inputFormat?: DiffRequest['inputFormat']
  readonly sheet?: string
  readonly from?: DiffRequest['from']
  readonly withDeleted?: true
  readonly prefix: string
  readonly force?: true
  readonly verbose?: true
  readonly quiet?: true
  readonly color: boolean
}

const DEFAULT_MOVERS = 20

const EXAMPLES = `
Examples:
  leadq diff main:leadq.yaml leadq.yaml --data leads.csv
  leadq diff old.yaml new.yaml --data leads.csv --gates gates.yaml
  leadq diff origin/main:leadq.yaml leadq.yaml --data sample.csv --format markdown

Exit codes: 0 done, 1 a gate failed, 2 a rulebook that gives no plan, 66 no such file or git ref.`

export function diffCommand({ around, end }: CommandContext): Command {
  return new Command('diff')
    .description('compare two rulebooks on the same leads')
    .argument('<base>', 'rulebook before the change: a file, a built-in, or GIT-REF:PATH', parsePath)
    .argument('<head>', 'rulebook after the change, in the same forms', parsePath)
    .requiredOption('--data <file>', 'leads to compare on: CSV, TSV, JSON or NDJSON, also .gz; `-` is stdin', parsePath)
    .addOption(shared('events'))
    .addOption(shared('companies'))
    .addOption(shared('previous'))
    .addOption(shared('asOf'))
    .option('--gates <file>', 'gates file: limits on what a change may do, and waivers', parsePath)
    .option('--key <column>', 'column that identifies leads (default: id)')
    .option('--show <columns>', 'input columns to show beside moved leads, comma-separated', parseList)
    .option('--limit <n>', 'how many moved leads to list', parseCount, DEFAULT_MOVERS)
    .option('--movers <file>', 'write every moved lead to this CSV file', parsePath)
    .addOption(formatOption())
    .addOption(shared('inputFormat'))
    .addOption(shared('sheet'))
    .addOption(shared('header'))
    .addOption(shared('noHeader'))
    .addOption(shared('names'))
    .addOption(shared('from'))
    .addOption(shared('withDeleted'))
    .addOption(shared('prefix'))
    .addOption(shared('force', 'overwrite a --movers file that leadq did not write'))
    .addOption(shared('verbose'))
    .addOption(shared('quiet'))
    .addOption(shared('noColor'))
    .addHelpText('after', EXAMPLES)
    .action(async (base: string, head: string, flags: Flags) => {
      const console = createConsole(around, { colour: flags.color, quiet: flags.quiet === true })
      const found = [await findVersion(base, around.cwd), await findVersion(head, around.cwd)] as const
      const gates = flags.gates === undefined ? undefined : await readGatesOf(flags.gates, around.cwd)
      const problems: readonly Diagnostic[] = gates?.diagnostics ?? []
      const sources = sourcesOf(found, gates)
      const rulebooks = found.map(usable)
      const [before, after] = rulebooks
      if (before === undefined || after === undefined || (gates !== undefined && gates.gates === undefined)) {
        await console.diagnostics([...broken(found, rulebooks), ...problems], sources)
        return end('usage')
      }
      const asOf = dayOfRun(flags.asOf, around, after.plan.locale.timezone)
      const request = {
        ...requestOf(flags, asOf),
        sources: found.flatMap(rulebook => rulebook.sources),
        gates: gates?.gates ?? NO_GATES,
        today: dayOfRun(undefined, around, 'UTC'),
        verify: verifyIn(around.env),
      }
      const host = createOutside(around, {
        force: flags.force === true,
        progress: flags.quiet !== true,
        prefix: flags.prefix,
      })
      const difference = await diff(before, after, request, host, VERSION)
      if (flags.quiet === true) await console.diagnostics(difference.warnings, sources)
      await report(difference, flags, around, console)
      if (isRefused(difference)) end('no')
    })
}

/** The comment and the document say more than checks can. */
async function report(
  difference: Difference,
  { format, verbose, quiet, limit }: Flags,
  around: Surroundings,
  console: Console,
) {
  // Whoever says how many moved leads to list gets them all.
  const lines = console.lines({ verbose: verbose === true || limit !== DEFAULT_MOVERS, taken: 0 })
  const results = {
    report: checksOf(difference),
    text: () =>
      quiet === true
        ? console.say(failedGates(difference))
        : console.report(textDifference(difference, console.theme('stdout'), lines)),
    textOf: (theme: Theme) => textDifference(difference, theme),
    own: { json: () => printJson(difference), markdown: () => markdownDifference(difference) },
  }
  await printResults(format, results, { around, console })
}

function isRefused({ gates }: Difference): boolean {
  return gates.some(({ status }) => status === 'fail')
}

function requestOf(flags: Flags, asOf: number): Omit<DiffRequest, 'gates' | 'today'> {
  const {
    data,
    events = [],
    companies,
    previous,
    inputFormat,
    sheet,
    header,
    names,
    from,
    withDeleted,
    prefix,
    key,
    show = [],
    limit,
    movers,
  } = flags
  const read = [data, ...events, ...(companies === undefined ? [] : [companies])]
  if (read.filter(path => path === STDIO).length > 1) throw usage('stdin (`-`) can be read only once')
  return {
    data,
    events,
    companies,
    previous,
    inputFormat,
    sheet,
    header,
    names,
    from,
    withDeleted,
    prefix,
    key,
    show,
    limit,
    movers,
    asOf,
  }
}

/** What is wrong with rulebooks that cannot be used; the other one's warnings would only distract. */
function broken(found: readonly FoundRulebook[], rulebooks: readonly (Rulebook | undefined)[]): Diagnostic[] {
  return found.flatMap(({ diagnostics }, index) => (rulebooks[index] === undefined ? diagnostics : []))
}

function sourcesOf(
  found: readonly FoundRulebook[],
  gates: { readonly name: string; readonly text: string } | undefined,
): Map<string, string> {
  return new Map([...found.flatMap(each => [...textsOf(each)]), ...(gates ? [[gates.name, gates.text] as const] : [])])
}
