import { Command } from 'commander'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { STDIO } from '../../leads/host.ts'
import { jsonBacktest, markdownBacktest, textBacktest } from '../../report/backtest/backtest-report.ts'
import { type BacktestRequest, backtest } from '../../tools/backtest/backtest-rulebooks.ts'
import { printAnswer } from '../answer.ts'
import type { CommandContext } from '../command.ts'
import { canAsk, createConsole } from '../console.ts'
import { readHistoryData } from '../history-data.ts'
import { askForOutcome } from '../hosts/outcome-question.ts'
import { createOutside } from '../hosts/outside.ts'
import { dayOfRun, type GivenDay, parseOutcome, parsePath, usage, verifyIn } from '../options.ts'
import { type FoundRulebook, findRulebook, textsOf, usable } from '../rulebook.ts'
import { type HeaderFlags, shared } from '../shared-options.ts'
import { VERSION } from '../version.ts'

interface Flags extends HeaderFlags {
  readonly rules?: string
  readonly against?: string
  readonly won?: string[]
  readonly lost?: string[]
  readonly date?: string
  readonly asOfColumn?: string
  readonly history?: string
  readonly events?: string[]
  readonly companies?: string
  readonly asOf?: GivenDay
  readonly inputFormat?: BacktestRequest['inputFormat']
  readonly sheet?: string
  readonly from?: BacktestRequest['from']
  readonly prefix: string
  readonly markdown?: true
  readonly json?: true
  readonly jsonFile?: string
  readonly verbose?: true
  readonly quiet?: true
  readonly color: boolean
}

const EXAMPLES = `
Examples:
  leadq backtest leads.csv                                    what today's rulebook is worth
  leadq backtest leads.csv -r new.yaml --against leadq.yaml --date "Created"
  leadq backtest leads.csv --won "Deal Stage=Closed Won" --lost "Deal Stage=Closed Lost"

A lead that is neither won nor lost is counted, not judged. At a terminal leadq asks for an outcome that it does not find.
Exit codes: 0 done, 2 no outcome or an unusable rulebook, 66 file not found.`

const HISTORY = '--history <folder>'

export function backtestCommand({ around, end }: CommandContext): Command {
  return new Command('backtest')
    .description('measure a rulebook on leads that were won and lost')
    .argument('<file>', 'export with closed leads; `-` is stdin', parsePath)
    .addOption(shared('rules'))
    .option('--against <file>', 'second rulebook, compared on the same leads', parsePath)
    .option('--won <column=value>', 'which leads were won; `*` is any value; may be repeated', parseOutcome)
    .option('--lost <column=value>', 'which leads were lost (default: the other value of that column)', parseOutcome)
    .option('--date <column>', 'column with the day a lead came in, or a number that rises with time')
    .option('--as-of-column <column>', 'score each lead as of the day in this column, so that recency does not leak')
    .option(HISTORY, 'take each lead as it was in the first nightly run that had it', parsePath)
    .addOption(shared('events'))
    .addOption(shared('companies'))
    .addOption(shared('asOf'))
    .addOption(shared('inputFormat'))
    .addOption(shared('sheet'))
    .addOption(shared('header'))
    .addOption(shared('noHeader'))
    .addOption(shared('names'))
    .addOption(shared('from'))
    .addOption(shared('prefix'))
    .addOption(shared('json'))
    .addOption(shared('verbose'))
    .option('--markdown', 'print markdown, e.g. for a pull request')
    .addOption(shared('quiet'))
    .addOption(shared('noColor'))
    .addHelpText('after', EXAMPLES)
    .action(async (data: string, flags: Flags) => {
      const console = createConsole(around, { colour: flags.color, quiet: flags.quiet === true })
      const found = [await findRulebook(flags.rules, around.cwd)]
      if (flags.against !== undefined) found.push(await findRulebook(flags.against, around.cwd))
      const rulebooks = found.flatMap(each => usable(each) ?? [])
      const [first] = rulebooks
      if (first === undefined || rulebooks.length < found.length) {
        await console.diagnostics(unusable(found), new Map(found.flatMap(each => [...textsOf(each)])))
        return end('usage')
      }
      const host = createOutside(around, { force: false, progress: flags.quiet !== true, prefix: flags.prefix })
      const asOf = dayOfRun(flags.asOf, around, first.plan.locale.timezone)
      const request = { ...requestOf(data, flags, asOf), verify: verifyIn(around.env) }
      const ask = canAsk(around, data) && flags.json !== true ? askForOutcome(around) : undefined
      const then = flags.history && (await readHistoryData(flags.history, request, { cwd: around.cwd, ask, host }))
      const job = then ? { ...request, ...then.reading } : request
      const result = await backtest(rulebooks, job, ask, then ? then.host : host, VERSION)
      const remarks = [...found.flatMap(({ chosen }) => chosen ?? []), ...(then ? then.remarks : [])]
      const taken = await console.diagnostics([...remarks, ...result.warnings])
      const lines = console.lines({ ...flags, taken })
      const text = () =>
        flags.markdown === true ? markdownBacktest(result) : textBacktest(result, console.theme('stdout'), lines)
      await printAnswer(flags, { text, document: () => jsonBacktest(result) }, { around, console })
    })
}

function unusable(found: readonly FoundRulebook[]): Diagnostic[] {
  return found.flatMap(each => (usable(each) === undefined ? each.diagnostics : []))
}

function requestOf(data: string, flags: Flags, asOf: number): BacktestRequest {
  const {
    events = [],
    companies,
    won = [],
    lost = [],
    date,
    asOfColumn,
    inputFormat,
    sheet,
    header,
    names,
    from,
    prefix,
  } = flags
  const read = [data, ...events, ...(companies === undefined ? [] : [companies])]
  if (read.filter(path => path === STDIO).length > 1) throw usage('stdin (`-`) can be read only once')
  return {
    data,
    events,
    companies,
    outcome: { won, lost },
    date,
    asOfColumn,
    inputFormat,
    sheet,
    header,
    names,
    from,
    prefix,
    asOf,
  }
}
