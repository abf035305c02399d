import { Command } from 'commander'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { PREFIX } from '../../ir/plan/columns.ts'
import { NO_GATES } from '../../ir/plan/gates.ts'
import type { Difference } from '../../ir/results/difference.ts'
import { STDIO } from '../../leads/host.ts'
import { checksOf, failedGates, markdownDifference, textDifference } from '../../report/diff/diff-report.ts'
import { printJson } from '../../report/json.ts'
import { type DiffRequest, diff } from '../../tools/diff/diff-rulebooks.ts'
import type { Rulebook } from '../../tools/score/score-request.ts'
import { formatOption, printResults, type Wanted } from '../checks.ts'
import type { CommandContext } from '../command.ts'
import { type Console, createConsole } from '../console.ts'
import { readGatesOf } from '../gates.ts'
import { createOutside } from '../hosts/outside.ts'
import {
  parseCount,
  parseDay,
  parseInputFormat,
  parseList,
  parsePath,
  parsePaths,
  parsePrefix,
  parseSheet,
  parseSystem,
  today,
  usage,
} from '../options.ts'
import { type FoundRulebook, textsOf, usable } from '../rulebook.ts'
import type { Surroundings } from '../surroundings.ts'
import { VERSION } from '../version.ts'
import { findVersion } from '../versions.ts'

interface Flags {
  readonly data: string
  readonly events?: string[]
  readonly companies?: string
  readonly asOf?: number
  readonly key?: string
  readonly show?: string[]
  readonly limit: number
  readonly movers?: string
  readonly gates?: string
  readonly format?: readonly Wanted[]
  readonly inputFormat?: DiffRequest['inputFormat']
  readonly sheet?: string
  readonly from?: DiffRequest['from']
  readonly prefix: string
  readonly force?: true
  readonly quiet?: true
  readonly color: boolean
}

const SHOWN_MOVERS = 20

const EXAMPLES = `
Examples:
  leadq diff main:leadq.yaml leadq.yaml --data leads.csv
  leadq diff old.yaml new.yaml --data leads.csv --gates gates.yaml
  leadq diff origin/main:leadq.yaml leadq.yaml --data sample.csv --format markdown

Exit codes: 0 done, 1 a gate failed, 2 a rulebook that gives no plan, 66 no such file or git ref.`

export function diffCommand({ around, end }: CommandContext): Command {
  return new Command('diff')
    .description('show what a change of the rulebook does to leads')
    .argument('<base>', 'the rulebook before: a file, a built-in, or GIT-REF:PATH', parsePath)
    .argument('<head>', 'the rulebook after, likewise', parsePath)
    .requiredOption('--data <file>', 'leads to compare on: CSV, TSV, JSON or NDJSON, also .gz; `-` is stdin', parsePath)
    .option('--events <file...>', 'what the leads did, in the same formats', parsePaths)
    .option('--companies <file>', 'companies of the same system: they complete the leads', parsePath)
    .option('--as-of <day>', 'the day of the run, 2026-01-31; default: today', parseDay)
    .option('--gates <file>', 'what a change may do: a file of gates and waivers', parsePath)
    .option('--key <column>', 'what leads are called by; default: their id')
    .option('--show <columns>', 'columns of the data to show with leads that moved, comma separated', parseList)
    .option('--limit <n>', 'how many leads that moved are shown', parseCount, SHOWN_MOVERS)
    .option('--movers <file>', 'write all leads that moved to a CSV file', parsePath)
    .addOption(formatOption())
    .option('--input-format <format>', 'of the leads, where looking is not enough', parseInputFormat)
    .option('--sheet <sheet>', 'of a workbook: its name or number; default: the first with a table', parseSheet)
    .option('--from <system>', 'the system that wrote the leads, where it is not recognised', parseSystem)
    .option('--prefix <text>', "of leadq's columns in the data", parsePrefix, PREFIX)
    .option('--force', 'overwrite a file of movers that leadq did not write')
    .option('-q, --quiet', 'print nothing but errors')
    .option('--no-color', 'no colours')
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
      const asOf = flags.asOf ?? today(around, after.plan.locale.timezone)
      const request = { ...requestOf(flags, asOf), gates: gates?.gates ?? NO_GATES, today: today(around, 'UTC') }
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
async function report(difference: Difference, { format, quiet }: Flags, around: Surroundings, console: Console) {
  const results = {
    report: checksOf(difference),
    text: () =>
      quiet === true
        ? console.say(failedGates(difference))
        : console.report(textDifference(difference, console.theme('stdout'))),
    own: { json: () => printJson(difference), markdown: () => markdownDifference(difference) },
  }
  await printResults(format, results, { around, console })
}

function isRefused({ gates }: Difference): boolean {
  return gates.some(({ status }) => status === 'fail')
}

function requestOf(flags: Flags, asOf: number): Omit<DiffRequest, 'gates' | 'today'> {
  const { data, events = [], companies, inputFormat, sheet, from, prefix, key, show = [], limit, movers } = flags
  const read = [data, ...events, ...(companies === undefined ? [] : [companies])]
  if (read.filter(path => path === STDIO).length > 1) throw usage('stdin (`-`) can be read only once')
  return { data, events, companies, inputFormat, sheet, from, prefix, key, show, limit, movers, asOf }
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
