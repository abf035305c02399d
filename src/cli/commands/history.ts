import { Command } from 'commander'
import { PREFIX } from '../../ir/plan/columns.ts'
import type { HistoryHead } from '../../ir/results/history.ts'
import { textFunnel, textLead, textRule, textRuns } from '../../report/history/history-report.ts'
import { printJson } from '../../report/json.ts'
import type { Theme } from '../../report/terminal/theme.ts'
import { funnel } from '../../tools/history/funnel.ts'
import { funnelSteps } from '../../tools/history/funnel-steps.ts'
import { leadHistory } from '../../tools/history/lead-history.ts'
import { findRuns, type PastRuns } from '../../tools/history/past-runs.ts'
import { ruleHistory } from '../../tools/history/rule-history.ts'
import { runsHistory } from '../../tools/history/runs-history.ts'
import type { RunsHost } from '../../tools/history/runs-host.ts'
import { readWon } from '../../tools/history/won-leads.ts'
import { type AnswerFlags, printAnswer } from '../answer.ts'
import type { CommandContext } from '../command.ts'
import { createConsole } from '../console.ts'
import { createOutside } from '../hosts/outside.ts'
import { createRunsOnDisk } from '../hosts/run/runs-on-disk.ts'
import { parseOutcome, parsePath, usage } from '../options.ts'
import { shared } from '../shared-options.ts'
import type { Surroundings } from '../surroundings.ts'
import { VERSION } from '../version.ts'

interface Flags extends AnswerFlags {
  readonly id?: string
  readonly rule?: string
  readonly funnel?: true
  readonly by?: string
  readonly data?: string
  readonly won?: string[]
  readonly lost?: string[]
  readonly color: boolean
}

const EXAMPLES = `
Examples:
  leadq history                          the runs in ./runs, night by night
  leadq history --id 00Q5g00000A1b2c     one lead: stages, scores, and the rules behind each change
  leadq history --funnel --by channel    how far leads came and how long it took, by segment, \`owner\` or \`week\`
  leadq history --rule demo-request      how often a rule fired, and what it gave

Runs that are damaged, in quarantine or of another format are named and left out.
Exit codes: 0 done, 2 wrong usage, 65 no run has this lead, 66 no runs.`

export function historyCommand({ around }: CommandContext): Command {
  return new Command('history')
    .description('what leads and rules were in all nightly runs')
    .argument('[folder]', 'folder of runs, `out` of `leadq run`', parsePath, 'runs')
    .option('--id <key>', 'one lead over time, by its id (or its e-mail, if it has no id)')
    .option('--funnel', 'how many leads reached each stage, and how long it took')
    .option('--by <name>', 'with --funnel: a segment, `owner` or `week` (of the first run that had the lead)')
    .option('--data <file>', "with --funnel: an export that says which leads were won, e.g. today's", parsePath)
    .option('--won <column=value>', 'with --data: which leads were won; may be repeated', parseOutcome)
    .option('--lost <column=value>', 'with --data: which leads were lost', parseOutcome)
    .option('--rule <id>', 'how often a rule fired in each run, and its points')
    .addOption(shared('json'))
    .addOption(shared('quiet'))
    .addOption(shared('noColor'))
    .addHelpText('after', EXAMPLES)
    .action(async (folder: string, flags: Flags) => {
      const asked = [flags.id !== undefined, flags.funnel === true, flags.rule !== undefined].filter(Boolean).length
      if (asked > 1) throw usage('--id, --funnel and --rule are asked for one at a time')
      if (flags.funnel !== true && (flags.by ?? flags.data) !== undefined) throw usage('--by and --data need --funnel')
      if (flags.data === undefined && (flags.won ?? flags.lost) !== undefined)
        throw usage('--won and --lost need --data')
      const console = createConsole(around, { colour: flags.color, quiet: flags.quiet === true })
      const host = createRunsOnDisk(around.cwd)
      const past = await findRuns(folder, host)
      const { document, text } = await answerOf(flags, past, host, around)
      await console.diagnostics([...document.warnings])
      const answer = { text: () => text(console.theme('stdout')), document: () => printJson(document) }
      await printAnswer(flags, answer, { around, console })
    })
}

interface HistoryAnswer {
  readonly document: HistoryHead
  readonly text: (theme: Theme) => string
}

async function answerOf(
  { id, funnel: isFunnel, by, rule, data, won = [], lost = [] }: Flags,
  past: PastRuns,
  host: RunsHost,
  around: Surroundings,
): Promise<HistoryAnswer> {
  if (id !== undefined) {
    const document = await leadHistory(id, past, host, VERSION)
    return { document, text: theme => textLead(document, theme) }
  }
  if (rule !== undefined) {
    const document = await ruleHistory(rule, past, host, VERSION)
    return { document, text: theme => textRule(document, theme) }
  }
  if (isFunnel === true) {
    const outside = createOutside(around, { force: false, progress: false, prefix: PREFIX })
    const bought =
      data === undefined ? undefined : await readWon({ data, outcome: { won, lost }, prefix: PREFIX }, outside)
    const document = await funnel({ by, steps: await funnelSteps(past, host), won: bought }, past, host, VERSION)
    return { document, text: theme => textFunnel(document, theme) }
  }
  const document = runsHistory(past, VERSION)
  return { document, text: theme => textRuns(document, theme) }
}
