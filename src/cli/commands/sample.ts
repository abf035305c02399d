import { randomBytes } from 'node:crypto'
import { Command, Option } from 'commander'
import { STDIO } from '../../leads/host.ts'
import { printSample } from '../../report/sample-text.ts'
import { type SampleRequest, sample } from '../../tools/sample/sample-leads.ts'
import { type AnswerFlags, documentOf, printAnswer } from '../answer.ts'
import type { CommandContext } from '../command.ts'
import { createConsole } from '../console.ts'
import { createOutside } from '../hosts/outside.ts'
import { dayOfRun, type GivenDay, parseCount, parsePath, usage, verifyIn } from '../options.ts'
import { findRulebook, textsOf, usable } from '../rulebook.ts'
import { type HeaderFlags, shared } from '../shared-options.ts'

interface Flags extends HeaderFlags, AnswerFlags {
  readonly rules?: string
  readonly rows: number
  readonly stratify?: string
  readonly pseudonymise?: true
  readonly anonymise?: true
  readonly k?: number
  readonly seed?: string
  readonly out?: string
  readonly asOf?: GivenDay
  readonly inputFormat?: SampleRequest['inputFormat']
  readonly sheet?: string
  readonly from?: SampleRequest['from']
  readonly withDeleted?: true
  readonly prefix: string
  readonly force?: true
  readonly quiet?: true
  readonly color: boolean
}

const ROWS = 2_000
const RANDOM = 'random'
const SECRET_BYTES = 32

const EXAMPLES = `
Examples:
  leadq sample leads.csv -n 2000 --stratify stage --pseudonymise
  leadq sample leads.csv -n 2000 --pseudonymise --k 5
  leadq sample leads.csv -n 50 -o - | leadq score -`

export function sampleCommand({ around, end }: CommandContext): Command {
  return new Command('sample')
    .description('draw a sample of leads, optionally pseudonymised')
    .argument('<file>', 'lead export: CSV, TSV, JSON or NDJSON, also .gz; `-` is stdin', parsePath)
    .option('-n, --rows <n>', 'number of leads to draw', parseCount, ROWS)
    .option('--stratify <column>', 'stratify by a leadq column, e.g. `stage`')
    .option('--pseudonymise', 'hash names, addresses and ids; reduce texts to words the rulebook uses')
    .addOption(new Option('--anonymise', 'older name of --pseudonymise').hideHelp())
    .option('--k <n>', 'with --pseudonymise: keep only rows that are like n-1 others', parseCount)
    .option('--seed <text>', 'random seed (`random`: different rows each time)')
    .addOption(shared('rules'))
    .option('-o, --out <file>', 'output file, or `-` for stdout (default: FILE.sample.csv)', parsePath)
    .addOption(shared('asOf'))
    .addOption(shared('inputFormat'))
    .addOption(shared('sheet'))
    .addOption(shared('header'))
    .addOption(shared('noHeader'))
    .addOption(shared('names'))
    .addOption(shared('from'))
    .addOption(shared('withDeleted'))
    .addOption(shared('prefix'))
    .addOption(shared('force'))
    .addOption(shared('json'))
    .addOption(shared('quiet'))
    .addOption(shared('noColor'))
    .addHelpText('after', EXAMPLES)
    .action(async (input: string, flags: Flags) => {
      if (flags.k !== undefined && flags.pseudonymise !== true && flags.anonymise !== true)
        throw usage('--k needs --pseudonymise', 'it counts rows that are alike once ids and names are hashed')
      const console = createConsole(around, { colour: flags.color, quiet: flags.quiet === true })
      const found = await findRulebook(flags.rules, around.cwd)
      const rulebook = usable(found)
      if (rulebook === undefined) {
        await console.diagnostics(found.diagnostics, textsOf(found))
        return end('usage')
      }
      const {
        rows,
        stratify,
        pseudonymise = flags.anonymise,
        k,
        inputFormat,
        sheet,
        header,
        names,
        from,
        withDeleted,
        prefix,
        out,
        seed = '',
      } = flags
      const summary = await sample(
        rulebook,
        {
          input,
          rows,
          stratify,
          // The key of the hashes: it is used once and forgotten.
          secret: pseudonymise === true ? randomBytes(SECRET_BYTES) : undefined,
          k,
          seed: seed === RANDOM ? randomBytes(SECRET_BYTES).toString('hex') : seed,
          asOf: dayOfRun(flags.asOf, around, rulebook.plan.locale.timezone),
          inputFormat,
          sheet,
          header,
          names,
          from,
          withDeleted,
          prefix,
          out,
          verify: verifyIn(around.env),
        },
        createOutside(around, { force: flags.force === true, progress: flags.quiet !== true, prefix }),
      )
      const onStdout = summary.output === STDIO
      if (flags.quiet === true) await console.diagnostics(summary.warnings)
      else if (found.chosen !== undefined) await console.diagnostics([found.chosen])
      const text = () => printSample(summary, console.theme(onStdout ? 'stderr' : 'stdout'))
      const document = () => documentOf(summary)
      await printAnswer(flags, { text, document }, { around, console }, onStdout ? console.say : console.result)
      if ((summary.anonymised?.judged_otherwise ?? 0) > 0) end('no')
    })
}
