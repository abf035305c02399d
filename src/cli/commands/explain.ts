import { Command } from 'commander'
import { STDIO } from '../../leads/host.ts'
import { explanationJson, printExplanation } from '../../report/explanation/explanation-text.ts'
import { type ExplainRequest, explain, type Wanted } from '../../tools/explain/explain-lead.ts'
import { printAnswer } from '../answer.ts'
import type { CommandContext } from '../command.ts'
import { createConsole } from '../console.ts'
import { createOutside } from '../hosts/outside.ts'
import { dayOfRun, type GivenDay, parseCount, parsePath, usage } from '../options.ts'
import { findRulebook, textsOf, usable } from '../rulebook.ts'
import { type HeaderFlags, shared } from '../shared-options.ts'

interface Flags extends HeaderFlags {
  readonly id?: string
  readonly email?: string
  readonly row?: number
  readonly rules?: string
  readonly events?: string[]
  readonly asOf?: GivenDay
  readonly inputFormat?: ExplainRequest['inputFormat']
  readonly from?: ExplainRequest['from']
  readonly withDeleted?: true
  readonly companies?: string
  readonly previous?: string
  readonly sheet?: string
  readonly prefix: string
  readonly json?: true
  readonly jsonFile?: string
  readonly verbose?: true
  readonly quiet?: true
  readonly color: boolean
}

const EXAMPLES = `
Examples:
  leadq explain leads.csv --email anna.berg@example.com
  leadq explain leads.csv --id L-1042 -r rules.yaml --json`

export function explainCommand({ around, end }: CommandContext): Command {
  return new Command('explain')
    .description("explain one lead's scores and stage, and what would move it up")
    .argument('<file>', 'lead export; `-` is stdin', parsePath)
    .option('--id <id>', 'explain the lead with this id')
    .option('--email <address>', 'explain the lead with this e-mail address')
    .option('--row <n>', 'explain the lead on this line of the file (JSON: the n-th record)', parseCount)
    .addOption(shared('rules'))
    .addOption(shared('events'))
    .addOption(shared('asOf'))
    .addOption(shared('inputFormat'))
    .addOption(shared('from'))
    .addOption(shared('withDeleted'))
    .addOption(shared('companies'))
    .addOption(shared('previous'))
    .addOption(shared('sheet'))
    .addOption(shared('header'))
    .addOption(shared('noHeader'))
    .addOption(shared('names'))
    .addOption(shared('prefix'))
    .addOption(shared('json'))
    .addOption(shared('verbose'))
    .addOption(shared('quiet'))
    .addOption(shared('noColor'))
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
      const asOf = dayOfRun(flags.asOf, around, rulebook.plan.locale.timezone)
      const host = createOutside(around, { force: false, progress: flags.quiet !== true, prefix: flags.prefix })
      const { inputFormat, sheet, header, names, prefix, from, withDeleted, companies, previous, events = [] } = flags
      const read = {
        input,
        events,
        inputFormat,
        sheet,
        header,
        names,
        wanted,
        sources: found.sources,
        asOf,
        prefix,
        from,
        withDeleted,
        companies,
        previous,
      }
      const explanation = await explain(rulebook, read, host)
      const taken = found.chosen === undefined ? 0 : await console.diagnostics([found.chosen])
      const lines = console.lines({ ...flags, taken })
      const text = () => printExplanation(explanation, console.theme('stdout'), lines)
      const document = () => explanationJson(explanation)
      await printAnswer({ ...flags, quiet: undefined }, { text, document }, { around, console })
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
