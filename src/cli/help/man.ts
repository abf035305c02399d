import type { Command, Option } from 'commander'
import { EXIT, EXIT_TEXTS, type Exit } from '../../base/exit.ts'
import { HOME } from '../../base/home.ts'
import { VERSION } from '../version.ts'
import { pathOf } from './paths.ts'

/** The manual page of a command, in the language of `man`: made from the same table as its `--help`. */
export function manPage(command: Command, printedHelp: string): string {
  const help = command.createHelp()
  const name = pathOf(command).replaceAll(' ', '-')
  const options = groupsOf(help.visibleOptions(command))
  const below = help.visibleCommands(command)
  return `${[
    `.TH ${quoted(name.toUpperCase())} 1 "" ${quoted(`leadq ${VERSION}`)} ${quoted('leadq manual')}`,
    ...section('NAME', [`${name} \\- ${roff(command.description())}`]),
    ...section('SYNOPSIS', [`.B ${roff(help.commandUsage(command))}`]),
    ...section(
      'ARGUMENTS',
      help.visibleArguments(command).flatMap(each => item(help.argumentTerm(each), help.argumentDescription(each))),
    ),
    ...section(
      'COMMANDS',
      below.flatMap(each => item(help.subcommandTerm(each), help.subcommandDescription(each))),
    ),
    ...section(
      'OPTIONS',
      [...options].flatMap(([title, of]) => [
        ...(title === undefined ? [] : [`.SS ${quoted(title)}`]),
        ...of.flatMap(each => item(help.optionTerm(each), help.optionDescription(each))),
      ]),
    ),
    ...section('EXAMPLES AND NOTES', verbatim(textAfter(command, printedHelp))),
    ...(command.parent === null ? section('EXIT STATUS', exitStatus()) : []),
    ...section('SEE ALSO', seeAlso(command)),
  ].join('\n')}\n`
}

/** The lines that stand in help below all tables. */
function textAfter(command: Command, printedHelp: string): string {
  const tables = command.helpInformation()
  const end = printedHelp.startsWith(tables) ? tables.length : 0
  return end === 0 ? '' : printedHelp.slice(end).trim()
}

function groupsOf(options: readonly Option[]): Map<string | undefined, Option[]> {
  const groups = new Map<string | undefined, Option[]>()
  for (const option of options) {
    const title = option.helpGroupHeading?.replace(/:$/, '')
    groups.set(title, [...(groups.get(title) ?? []), option])
  }
  return groups
}

function exitStatus(): string[] {
  return Object.entries(EXIT_TEXTS).flatMap(([name, { means, next }]) =>
    isExit(name) ? item(String(EXIT[name]), next === '' ? means : `${means}; ${next}`) : [],
  )
}

function isExit(name: string): name is Exit {
  return Object.hasOwn(EXIT, name)
}

function seeAlso({ parent, commands }: Command): string[] {
  const others = parent === null ? commands.map(pathOf) : [pathOf(parent)]
  const pages = others.map(path => `.BR ${roff(path.replaceAll(' ', '-'))} (1)`)
  return [...pages, '.PP', roff(HOME)]
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`.SH ${quoted(title)}`, ...lines]
}

function item(term: string, about: string): string[] {
  return ['.TP', `.B ${roff(term)}`, line(about)]
}

function verbatim(text: string): string[] {
  return text === '' ? [] : ['.nf', ...text.split('\n').map(line), '.fi']
}

/** A line that begins with a dot or a quote would be a request. */
function line(text: string): string {
  return `\\&${roff(text)}`
}

function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('`', '\\(ga')
    .replaceAll('^', '\\(ha')
    .replaceAll('~', '\\(ti')
}

function quoted(text: string): string {
  return `"${roff(text).replaceAll('"', '\\(dq')}"`
}
