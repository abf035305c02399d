import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { didYouMean } from '../../base/nearest.ts'
import { writeReport } from '../hosts/reports.ts'
import { usage } from '../options.ts'
import type { Surroundings } from '../surroundings.ts'
import { manPage } from './man.ts'
import { commandAt, commandsBelow, pathOf } from './paths.ts'

/** `--man`, or `--man=FOLDER`. */
const MAN = /^--man(?:=(.*))?$/s

/** Prints the manual page of one command, or writes those of all into a folder. */
export async function answerMan(
  argv: readonly string[],
  load: (showHelp: (text: string) => void) => Promise<Command>,
  around: Surroundings,
): Promise<string> {
  let printed = ''
  const program = await load(text => {
    printed += text
  })
  const pageOf = (command: Command) => {
    printed = ''
    command.outputHelp()
    return manPage(command, printed)
  }
  const folder = argv.map(word => MAN.exec(word)?.[1]).find(found => found !== undefined)
  const words = argv.filter(word => !word.startsWith('-'))
  if (folder === undefined) return pageOf(commandAt(program, words) ?? unknown(words, program))
  if (folder === '') throw usage('`--man=` needs a folder', 'such as `--man=$HOME/.local/share/man/man1`')
  const all = commandsBelow(program)
  for (const command of all) {
    const file = join(folder, `${pathOf(command).replaceAll(' ', '-')}.1`)
    await writeReport(resolve(around.cwd, file), file, pageOf(command), OWN)
  }
  return `wrote ${all.length} manual pages into ${folder}\n`
}

/** Manual pages of leadq begin with its name. */
const OWN = /^\.TH "LEADQ/

function unknown(words: readonly string[], program: Command): never {
  const name = words.join(' ')
  const known = commandsBelow(program).map(command => pathOf(command).replace(/^leadq ?/, ''))
  throw usage(`no manual page on \`${name}\``, didYouMean(name, known) ?? '`leadq help` lists the commands')
}
