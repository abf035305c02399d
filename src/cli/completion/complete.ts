import type { Command } from 'commander'
import { clean } from '../../report/terminal/terminal-text.ts'
import { kindOfArgument, kindOfOption, type ValueKind } from './value-kinds.ts'
import { type Candidate, type Found, valuesOf } from './values.ts'
import { type Place, placeOf, type Typed, typedWords, valueBefore } from './words.ts'

/** The program that is completed. */
export interface Completed {
  /** The program with one command, or with all of them. */
  readonly program: (command: string | undefined) => Promise<Command>
  readonly commands: readonly string[]
  readonly cwd: string
}

/**
 * Answers a shell: on the first line which paths it shall offer besides (`none`, `files`, `folders`, or `files` and their
 * endings), then lines of a candidate, a tab and its description. A shell that completes must not be disturbed, so
 * problems give no candidates, and no file with leads is opened.
 */
export async function complete(given: readonly string[], completed: Completed): Promise<string> {
  const typed = typedWords(given)
  try {
    return printed(await find(typed, completed), typed)
  } catch {
    return 'none\n'
  }
}

interface Answer extends Found {
  /** What candidates begin with: `--rules=`, or the first names of a list. */
  readonly prefix: string
  readonly value: string
}

async function find(typed: Typed, { program, commands, cwd }: Completed): Promise<Answer> {
  const place = placeOf(await program(typed.before[0]), typed)
  const { command, option, prefix, value } = place
  if (option === undefined && place.takesOptions && value.startsWith('-') && value !== '-') {
    return { candidates: optionsOf(command), prefix, value }
  }
  const { kind, choices } = wantedAt(place)
  if (choices !== undefined) return { candidates: choices.map(choice => ({ value: choice })), prefix, value }
  if (kind === undefined) {
    if (place.position > 0 && command.parent === null) return { candidates: [], prefix, value }
    const below = commandsOf(command)
    const candidates = below.length > 0 && option === undefined ? below : optionsOf(command)
    return { candidates: option === undefined ? candidates : [], prefix, value }
  }
  const rules = valueBefore(typed.before, ['--rules', '-r'])
  const found = await valuesOf(kind, { rules, cwd, commands })
  const [, list = ''] = found.isList === true ? (/^(.*,)/s.exec(value) ?? []) : []
  return { ...found, prefix: prefix + list, value: value.slice(list.length) }
}

/** What can stand at a place; an argument that is not the last one of several stands once. */
function wantedAt({ command, option, position }: Place): {
  readonly kind?: ValueKind | undefined
  readonly choices?: readonly string[] | undefined
} {
  if (option !== undefined) return { kind: kindOfOption(option), choices: option.argChoices }
  const all = command.registeredArguments
  const last = all.at(-1)
  const argument = all[position] ?? (last?.variadic === true ? last : undefined)
  if (argument === undefined) return {}
  return { kind: kindOfArgument(command, argument), choices: argument.argChoices }
}

function commandsOf(command: Command): Candidate[] {
  const below = command.createHelp().visibleCommands(command)
  return below.map(each => ({ value: each.name(), about: each.description() }))
}

function optionsOf(command: Command): Candidate[] {
  const visible = command.createHelp().visibleOptions(command)
  return visible.flatMap(({ long, description }) => (long ? [{ value: long, about: description }] : []))
}

function printed({ candidates, paths, prefix, value }: Answer, { isCut }: Typed): string {
  const before = isCut ? prefix.replace(/^--[^=]+=/, '') : prefix
  const lines = candidates
    // A name that a terminal could not show as it is would be typed as another one.
    .filter(candidate => candidate.value.startsWith(value) && clean(candidate.value) === candidate.value)
    .map(candidate => `${before}${candidate.value}\t${clean(candidate.about ?? '')}`)
  return `${[paths ?? 'none', ...lines].join('\n')}\n`
}
