import { Command } from 'commander'
import { PREFIX } from '../../ir/plan/columns.ts'
import { STDIO } from '../../leads/host.ts'
import { explanationJson, printExplanation } from '../../report/explanation/explanation-text.ts'
import { type ExplainRequest, explain, type Wanted } from '../../tools/explain/explain-lead.ts'
import type { CommandContext } from '../command.ts'
import { createConsole } from '../console.ts'
import { createOutside } from '../hosts/outside.ts'
import {
  parseCount,
  parseDay,
  parseInputFormat,
  parsePath,
  parsePaths,
  parsePrefix,
  parseSheet,
  parseSystem,
  today,
  usage,
} from '../options.ts'
import { findRulebook, textsOf, usable } from '../rulebook.ts'

interface Flags {
  readonly id?: string
  readonly email?: string
  readonly row?: number
  readonly rules?: string
  readonly events?: string[]
  readonly asOf?: number
  readonly inputFormat?: ExplainRequest['inputFormat']
  readonly from?: ExplainRequest['from']
  readonly companies?: string
  readonly sheet?: string
  readonly prefix: string
  readonly json?: true
  readonly quiet?: true
  readonly color: boolean
}

const EXAMPLES = `
Examples:
  leadq explain leads.csv --email anna.berg@example.com
  leadq explain leads.csv --id L-1042 -r rules.yaml --json`

export function explainCommand({ around, end }: CommandContext): Command {
  return new Command('explain')
    .description('show how one lead came to its scores and stage, and what it lacks for the next one')
    .argument('<file>', 'lead export; `-` is stdin', parsePath)
    .option('--id <id>', 'the lead with this id')
    .option('--email <address>', 'the lead with this e-mail')
    .option('--row <n>', 'the lead on this line of the file (JSON: the n-th record)', parseCount)
    .option('-r, --rules <file>', 'rulebook, or the name of a built-in (b2b, b2c, plg)', parsePath)
    .option('--events <file...>', 'what the leads did, in the same formats: page views, mails, calls', parsePaths)
    .option('--as-of <day>', 'the day of the run, 2026-01-31; default: today', parseDay)
    .option('--input-format <format>', 'of what is read, where looking is not enough', parseInputFormat)
    .option('--from <system>', 'the system that wrote the file, where it is not recognised', parseSystem)
    .option('--companies <file>', 'companies of the same system: they complete the leads', parsePath)
    .option('--sheet <sheet>', 'of a workbook: its name or number; default: the first with a table', parseSheet)
    .option('--prefix <text>', "of leadq's columns in the file", parsePrefix, PREFIX)
    .option('--json', 'print one JSON document')
    .option('-q, --quiet', 'say nothing about the rulebook')
    .option('--no-color', 'no colours')
    .addHelpText('after', EXAMPLES)
    .action(async (input: string, flags: Flags) => {
      const wanted = wantedLead(flags)
      if ([input, ...(flags.events ?? [])].filter(path => path === STDIO).length > 1) {
        throw usage('stdin (`-`) can be read only once')
      }
      const console = createConsole(around, { colour: flags.color, quiet: flags.quiet === true })
      const found = await findRulebook(flags.rules, around.cwd)
      const rulebook = usable(found)
      if (rulebook === undefined) {
        await console.diagnostics(found.diagnostics, textsOf(found))
        return end('usage')
      }
      const asOf = flags.asOf ?? today(around, rulebook.plan.locale.timezone)
      const host = createOutside(around, { force: false, progress: flags.quiet !== true, prefix: flags.prefix })
      const { inputFormat, sheet, prefix, from, companies, events = [] } = flags
      const read = { input, events, inputFormat, sheet, wanted, asOf, prefix, from, companies }
      const explanation = await explain(rulebook, read, host)
      if (found.chosen !== undefined) await console.diagnostics([found.chosen])
      await console.report(
        flags.json === true ? explanationJson(explanation) : printExplanation(explanation, console.theme('stdout')),
      )
    })
}

function wantedLead({ id, email, row }: Flags): Wanted {
  const ways: Wanted[] = [
    ...(id === undefined ? [] : [{ by: 'id' as const, text: id }]),
    ...(email === undefined ? [] : [{ by: 'email' as const, text: email }]),
    ...(row === undefined ? [] : [{ by: 'row' as const, number: row }]),
  ]
  const [wanted] = ways
  if (wanted === undefined || ways.length > 1) throw usage('explain needs one of --id, --email or --row')
  return wanted
}
