import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Command, Option } from 'commander'
import { printJson } from '../../../report/json.ts'
import { type FlagValue, RUN_FLAGS, readRunFile, textsOfFlags } from '../../../rulebook/index.ts'
import { documentOf, printAnswer } from '../../answer.ts'
import type { CommandContext } from '../../command.ts'
import { type Console, createConsole } from '../../console.ts'
import { hashFile } from '../../hosts/run/hash-file.ts'
import { readText } from '../../hosts/text.ts'
import { type GivenDay, parsePath, usage } from '../../options.ts'
import { shared } from '../../shared-options.ts'
import type { Surroundings } from '../../surroundings.ts'
import { initRun, initText } from './init-run.ts'
import type { Night } from './night.ts'
import { runNight } from './nightly.ts'
import { releasedText, releaseRun } from './release.ts'
import { type ReportFlags, reportNight } from './report-night.ts'

export const RUN_FILE = 'leadq.run.yaml'

const EXAMPLES = `
Examples:
  leadq run --init                            writes leadq.run.yaml for the exports that are here
  leadq run                                   runs leadq.run.yaml
  leadq run nightly.yaml --quiet              for cron: prints nothing if all is well
  leadq run --inputs "exports/*.csv" -r leadq.yaml -o runs --max-shrink 30%`

/** Flags besides the keys of the run file, which are read by their names. */
interface RunCommandFlags extends ReportFlags {
  readonly asOf?: GivenDay
  readonly release?: string
  readonly init?: true
  readonly force?: true
  readonly color: boolean
}

export function runCommand({ around, end }: CommandContext): Command {
  const command = new Command('run')
    .description('the nightly job: score the exports into a run folder, compared with the run before')
    .argument('[file]', `the run file (default: ${RUN_FILE})`, parsePath)
  for (const option of optionsOfKeys()) command.addOption(option)
  return command
    .option('--init', 'write a commented run file for the exports that are here')
    .option('--release <folder>', 'publish a run that a guard has put into quarantine', parsePath)
    .addOption(shared('asOf'))
    .addOption(shared('force', 'let --init replace a run file'))
    .addOption(shared('json', 'print the manifest as one JSON document'))
    .option('--verbose', 'print everything: all columns, fields, reasons and warnings')
    .option('-q, --quiet', 'print nothing on success')
    .addOption(shared('noColor'))
    .addHelpText('after', EXAMPLES)
    .action(async (file: string | undefined, flags: RunCommandFlags) => {
      const console = createConsole(around, { colour: flags.color, quiet: flags.quiet === true })
      const where = { around, console }
      if (flags.init === true) {
        const name = file ?? RUN_FILE
        const exports = await initRun(name, flags.force === true, around)
        const document = () => documentOf({ file: name, ...exports })
        await printAnswer(flags, { text: () => initText(name, exports), document }, where)
        return
      }
      if (flags.release !== undefined) {
        const released = await releaseRun(flags.release, 0, around)
        const { manifest } = released
        await printAnswer(flags, { text: () => releasedText(released), document: () => printJson(manifest) }, where)
        return
      }
      const night = await readNight(file, flags, around, console)
      if (night === undefined) return end('usage')
      const result = await runNight(night, around)
      end(await reportNight(result, night, flags, where))
    })
}

const GROUPS = {
  run: 'Keys of the run file:',
  outputs: 'An output, in place of `outputs`:',
  guards: 'Guards (`30%` fails, `{ warn: 10%, fail: 30% }` also warns):',
} as const

/** The keys of a run file as options. */
function optionsOfKeys(): Option[] {
  const SHORT: Readonly<Record<string, string>> = { rules: '-r, ', out: '-o, ' }
  const VALUES = { switch: '', value: ' <value>', list: ' <value...>' } as const
  return RUN_FLAGS.map(({ name, kind, about, within }) =>
    new Option(`${SHORT[name] ?? ''}--${name}${VALUES[kind]}`, about).helpGroup(GROUPS[within]),
  )
}

/** The run file with the flags laid over it; undefined if there are errors, which are printed. */
async function readNight(
  named: string | undefined,
  flags: RunCommandFlags,
  around: Surroundings,
  console: Console,
): Promise<Night | undefined> {
  const values = valuesOf(flags)
  const { cwd } = around
  const name = named ?? (existsSync(resolve(cwd, RUN_FILE)) ? RUN_FILE : undefined)
  if (name === undefined && !values.has('inputs')) {
    throw usage(`no ${RUN_FILE} here, and no --inputs`, '`leadq run --init` writes a run file for the exports here')
  }
  const path = name === undefined ? undefined : resolve(cwd, name)
  const source = path === undefined || name === undefined ? undefined : { file: name, text: readText(path, name) }
  const { settings, text, diagnostics } = readRunFile(source, values)
  const sources = new Map([...textsOfFlags(values), ...(source ? [[source.file, source.text] as const] : [])])
  await console.diagnostics(diagnostics, sources)
  if (settings === undefined) return undefined
  return {
    settings,
    settingsText: text,
    home: path === undefined ? cwd : dirname(path),
    runFile: path === undefined || name === undefined ? null : await hashFile(path, name),
    asOf: flags.asOf,
    quiet: flags.quiet === true,
  }
}

function valuesOf(flags: RunCommandFlags): Map<string, FlagValue> {
  const given = new Map<string, unknown>(Object.entries(flags))
  const values = new Map<string, FlagValue>()
  for (const { name } of RUN_FLAGS) {
    const value = given.get(name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()))
    if (typeof value === 'string' || typeof value === 'boolean') values.set(name, value)
    else if (Array.isArray(value)) values.set(name, value.map(String))
  }
  return values
}
