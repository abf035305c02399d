import { Command, Option } from 'commander'
import { PAGE_LANGUAGES, type PageLanguage } from '../../ir/results/page.ts'
import { commit, STDIO } from '../../leads/host.ts'
import { printPage } from '../../report/page/page.ts'
import { pageOfFolder } from '../../tools/report/folder-page.ts'
import { pageOfScored, type ReportRequest } from '../../tools/report/report-page.ts'
import { documentOf, printAnswer } from '../answer.ts'
import type { CommandContext } from '../command.ts'
import { createConsole } from '../console.ts'
import { createOutside } from '../hosts/outside.ts'
import { parseCount, parsePath, usage } from '../options.ts'
import { findRulebook, textsOf, usable } from '../rulebook.ts'
import { shared } from '../shared-options.ts'
import { VERSION } from '../version.ts'

interface Flags {
  readonly out: string
  readonly rules?: string
  readonly lang: PageLanguage
  readonly leads?: number
  readonly inputFormat?: ReportRequest['inputFormat']
  readonly sheet?: string
  readonly prefix: string
  readonly force?: true
  readonly json?: true
  readonly jsonFile?: string
  readonly quiet?: true
  readonly color: boolean
}

const EXAMPLES = `
Examples:
  leadq report leads.scored.csv                        writes report.html
  leadq report runs/latest --lang de -o monday.html    with moves, trend and costs
  leadq report leads.scored.csv -r leadq.yaml --leads 5 --lang de -o monday.html

The page is one file. It loads nothing and runs no script. Persons are on it only with --leads.`

/** Where `leadq run` keeps its runs unless it is told otherwise. */
const RUNS_HERE = 'runs'

export function reportCommand({ around, end }: CommandContext): Command {
  return new Command('report')
    .description('write a page with charts about scored leads')
    .argument(
      '[path]',
      'file that leadq has scored, folder of a run or of runs (default: runs); `-` is stdin',
      parsePath,
    )
    .addOption(shared('rules', 'rulebook, for thresholds and the rules that never fired'))
    .addOption(
      new Option('-o, --out <file>', 'output file, `-` for stdout').argParser(parsePath).default('report.html'),
    )
    .addOption(new Option('--lang <code>', 'language of the page').choices(PAGE_LANGUAGES).default('en'))
    .option('--leads <n>', 'show the n best leads of each owner, with names', parseCount)
    .addOption(shared('inputFormat'))
    .addOption(shared('sheet'))
    .addOption(shared('prefix'))
    .addOption(shared('force'))
    .addOption(shared('json', 'print what the page shows as one JSON document'))
    .addOption(shared('quiet'))
    .addOption(shared('noColor'))
    .addHelpText('after', EXAMPLES)
    .action(async (path: string | undefined, flags: Flags) => {
      const input = path ?? RUNS_HERE
      const { out, lang, inputFormat, sheet, prefix, leads, force, quiet } = flags
      if (out === STDIO && flags.json === true) throw usage('--json and `-o -` both write to stdout')
      const console = createConsole(around, { colour: flags.color, quiet: quiet === true })
      const found = flags.rules === undefined ? undefined : await findRulebook(flags.rules, around.cwd)
      const rulebook = found && usable(found)
      if (found !== undefined && rulebook === undefined) {
        await console.diagnostics(found.diagnostics, textsOf(found))
        return end('usage')
      }
      const host = createOutside(around, { force: force === true, progress: quiet !== true, prefix, reads: [input] })
      const request = { input, inputFormat, sheet, prefix, leads }
      const isFolder = input !== STDIO && (await host.kindOf(input)) === 'folder'
      if (path === undefined && !isFolder) throw usage('no folder of runs here: name a file that leadq has scored')
      if (isFolder && found !== undefined)
        throw usage('-r is for scored files; the folder of a run has its own rulebook')
      const data = isFolder ? await pageOfFolder(request, host) : await pageOfScored(request, rulebook, host, VERSION)
      const sink = await host.create(out, 'unmarked')
      try {
        await sink.write(printPage(data, lang))
        await commit([sink])
      } catch (error) {
        await sink.discard()
        throw error
      }
      const text = () => (out === STDIO ? '' : `wrote ${out}\n`)
      await printAnswer(flags, { text, document: () => documentOf({ page: data }) }, { around, console })
    })
}
