import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { STDIO } from '../../leads/host.ts'
import { printInit, printLearnedInit } from '../../report/init-text.ts'
import { printJson } from '../../report/json.ts'
import { initFromOutcome } from '../../tools/init/init-from-outcome.ts'
import { type InitRequest, init } from '../../tools/init/init-rulebook.ts'
import { type AnswerFlags, documentOf, printAnswer } from '../answer.ts'
import type { CommandContext } from '../command.ts'
import { canAsk, createConsole } from '../console.ts'
import { createOutside } from '../hosts/outside.ts'
import { createQuestions } from '../hosts/questions.ts'
import { writeSchemas } from '../hosts/schema-files.ts'
import { dayOfRun, type GivenDay, parsePath } from '../options.ts'
import { DEFAULT_RULEBOOK } from '../rulebook.ts'
import { type HeaderFlags, shared } from '../shared-options.ts'
import { testsOf } from '../tests-path.ts'
import { VERSION } from '../version.ts'

interface Flags extends HeaderFlags, AnswerFlags {
  readonly out: string
  readonly asOf?: GivenDay
  readonly inputFormat?: InitRequest['inputFormat']
  readonly sheet?: string
  readonly from?: InitRequest['from']
  readonly withDeleted?: true
  readonly prefix: string
  readonly yes?: true
  readonly force?: true
  readonly quiet?: true
  readonly color: boolean
}

const EXAMPLES = `
Examples:
  leadq init leads.csv                       asks questions at a terminal
  leadq init leads.csv --yes -o rules/first.yaml

The rulebook works on that file unchanged; comments say what each rule is based on. Tests are written next to it,
and schemas for your editor into .leadq/.`

export function initCommand({ around }: CommandContext): Command {
  return new Command('init')
    .description('write a starter rulebook from an export')
    .argument('<file>', 'lead export; `-` is stdin', parsePath)
    .option('-o, --out <file>', 'rulebook file to write', parsePath, DEFAULT_RULEBOOK)
    .option('-y, --yes', 'never ask (implied when not at a terminal)')
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
      const { out: rulebook, inputFormat, sheet, header, names, from, withDeleted, prefix } = flags
      const asOf = dayOfRun(flags.asOf, around, 'UTC')
      const tests = testsOf(rulebook)
      if (flags.force !== true) refuseExisting([rulebook, tests], around.cwd)
      const console = createConsole(around, { colour: flags.color, quiet: flags.quiet === true })
      const host = createOutside(around, { force: true, progress: flags.quiet !== true, prefix })
      const questions = canAsk(around, input) && flags.yes !== true ? createQuestions(around) : undefined
      const schemas = () => writeSchemas(rulebook, around.cwd, ['rulebook', 'test'])
      const request = { input, inputFormat, sheet, header, names, from, withDeleted, prefix, rulebook, tests, asOf }
      try {
        const learned =
          input === STDIO
            ? { without: 'a pipe is read once: points are a first guess' }
            : await initFromOutcome(request, `leadq init ${quoted(input)}`, host, VERSION)
        if ('tuning' in learned) {
          const { tuning } = learned
          schemas()
          const text = () => printLearnedInit(tuning, nextCommand(input, rulebook), console.theme('stdout'))
          await printAnswer(flags, { text, document: () => printJson(tuning) }, { around, console })
          return
        }
        const report = await init(request, questions?.asked, host)
        schemas()
        const next = nextCommand(input, rulebook)
        const text = () => printInit({ ...report, next, without: learned.without }, console.theme('stdout'))
        const document = () => documentOf(report)
        await printAnswer(flags, { text, document }, { around, console })
      } finally {
        questions?.close()
      }
    })
}

/** The command to go on with; none for what came through a pipe and is gone. */
function nextCommand(input: string, rulebook: string): string | undefined {
  if (input === STDIO) return undefined
  const rules = rulebook === DEFAULT_RULEBOOK ? '' : ` -r ${quoted(rulebook)}`
  return `leadq score ${quoted(input)}${rules}`
}

/** A path as a shell takes it. */
function quoted(path: string): string {
  return /^[\p{L}\p{N}_./-]+$/u.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`
}

/** Never overwrites an existing rulebook, even one that leadq wrote: somebody may have changed it. */
function refuseExisting(paths: readonly string[], cwd: string): void {
  for (const path of paths) {
    if (!existsSync(resolve(cwd, path))) continue
    const hint = 'choose another path for `-o`, or `--force` to overwrite it'
    throw new Refusal(diagnose('file/exists', `${path} already exists`, { hint }), 'cannotCreate')
  }
}
