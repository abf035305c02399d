import { existsSync, readdirSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { clean } from '../../report/terminal/terminal-text.ts'
import { DEMO_COMMANDS, DEMO_FILES } from '../../tools/demo/demo-files.ts'
import { writeWhole } from '../../tools/init/write-whole.ts'
import { type AnswerFlags, documentOf, printAnswer } from '../answer.ts'
import type { CommandContext } from '../command.ts'
import { createConsole } from '../console.ts'
import { createOutside } from '../hosts/outside.ts'
import { parsePath } from '../options.ts'
import { shared } from '../shared-options.ts'

const EXAMPLES = `
Examples:
  leadq demo
  leadq demo /tmp/leadq-demo`

/** `leadq demo`: a folder with everything that there is to try. */
export function demoCommand({ around }: CommandContext): Command {
  return new Command('demo')
    .description('write a folder with leads, events, a rulebook, tests and a run file to try leadq with')
    .argument('[folder]', 'folder to write', parsePath, 'leadq-demo')
    .addOption(shared('json'))
    .addOption(shared('noColor'))
    .addHelpText('after', EXAMPLES)
    .action(async (folder: string, flags: AnswerFlags & { readonly color: boolean }) => {
      const console = createConsole(around, { colour: flags.color, quiet: false })
      refuseFilled(folder, around.cwd)
      const host = createOutside(around, { force: false, progress: false, prefix: 'leadq_' })
      await host.makeFolder(folder)
      await writeWhole(
        host,
        DEMO_FILES.map(({ name, text }) => ({ path: `${folder}/${name}`, text })),
      )
      const { chalk } = console.theme('stdout')
      const names = Math.max(...DEMO_FILES.map(({ name }) => name.length))
      const text = () =>
        [
          `${chalk.green('wrote')} ${clean(folder)}`,
          ...DEMO_FILES.map(({ name, about }) => `  ${name.padEnd(names)}  ${about}`),
          '',
          'next:',
          `  cd ${quoted(folder)}`,
          ...DEMO_COMMANDS.map(({ line, about }) => `  ${line}\n      ${chalk.dim(`# ${about}`)}`),
          '',
        ].join('\n')
      const files = DEMO_FILES.map(({ name }) => name)
      const document = () => documentOf({ folder, files, next: DEMO_COMMANDS.map(({ line }) => line) })
      await printAnswer(flags, { text, document }, { around, console })
    })
}

/** Nothing that is there is touched. */
function refuseFilled(folder: string, cwd: string): void {
  const path = resolve(cwd, folder)
  if (!existsSync(path)) return
  const isEmpty = statSync(path).isDirectory() && readdirSync(path).length === 0
  if (isEmpty) return
  const hint = 'name another folder: `leadq demo FOLDER`'
  throw new Refusal(diagnose('file/exists', `${folder} already exists and is not empty`, { hint }), 'cannotCreate')
}

/** A path as a shell takes it. */
function quoted(path: string): string {
  return /^[\p{L}\p{N}_./-]+$/u.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`
}
