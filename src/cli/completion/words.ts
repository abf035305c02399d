import type { Command, Option } from 'commander'

/** The words of a command line up to the one that is being completed. */
export interface Typed {
  readonly before: readonly string[]
  readonly current: string
  /** `--rules=` is a word of its own, as bash cuts words; candidates go after it. */
  readonly isCut: boolean
}

/** Joins what bash has cut: `--rules`, `=`, `b2`. `--next` says that the word to complete is empty and was not passed. */
export function typedWords(given: readonly string[]): Typed {
  const words = given[0] === '--next' ? [...given.slice(1), ''] : given
  const joined: string[] = []
  let isCut = false
  for (const [index, word] of words.entries()) {
    const last = joined.at(-1) ?? ''
    const continues = word === '=' ? /^--[^=]+$/.test(last) : words[index - 1] === '=' && /^--[^=]+=$/.test(last)
    if (continues) joined[joined.length - 1] = last + word
    else joined.push(word)
    isCut = continues
  }
  return { before: joined.slice(0, -1), current: joined.at(-1) ?? '', isCut }
}

/** What stands at the place that is being completed. */
export interface Place {
  readonly command: Command
  /** The option whose value it is. */
  readonly option?: Option
  /** `--rules=`, if the value follows the option in the same word. */
  readonly prefix: string
  readonly value: string
  /** How many arguments stand before. */
  readonly position: number
  /** After `--` there are no options. */
  readonly takesOptions: boolean
}

/** Finds the place below a program; its options are those of its commands. */
export function placeOf(program: Command, { before, current }: Typed): Place {
  let command = program
  let position = 0
  let pending: Option | undefined
  let takesOptions = true
  for (const word of before) {
    const option = takesOptions ? optionOf(command, word) : undefined
    const below = position === 0 && pending === undefined ? commandOf(command, word) : undefined
    if (takesOptions && word === '--') takesOptions = false
    else if (option !== undefined) pending = takesValue(option) ? option : undefined
    else if (takesOptions && word.startsWith('-') && word !== '-') pending = undefined
    else if (pending !== undefined) pending = pending.variadic ? pending : undefined
    else if (below !== undefined) command = below
    else position += 1
  }
  const [, flag, value = ''] = (takesOptions && /^(--[^=]+)=(.*)$/s.exec(current)) || []
  const named = flag === undefined ? undefined : optionOf(command, flag)
  if (named !== undefined) return { command, option: named, prefix: `${flag}=`, value, position, takesOptions }
  const isOption = takesOptions && current.startsWith('-') && current !== '-'
  const own = pending !== undefined && !isOption ? { option: pending } : {}
  return { command, ...own, prefix: '', value: current, position, takesOptions }
}

/** The value of an option that was typed before, the last one if there are several. */
export function valueBefore(before: readonly string[], flags: readonly string[]): string | undefined {
  const values = before.flatMap((word, index) => {
    const flag = flags.find(each => word.startsWith(`${each}=`))
    if (flag !== undefined) return [word.slice(flag.length + 1)]
    return flags.includes(before[index - 1] ?? '') ? [word] : []
  })
  return values.at(-1)
}

function optionOf(command: Command, word: string): Option | undefined {
  return command.options.find(({ long, short }) => word === long || word === short)
}

function commandOf(command: Command, word: string): Command | undefined {
  return command
    .createHelp()
    .visibleCommands(command)
    .find(each => each.name() === word)
}

function takesValue({ required, optional }: Option): boolean {
  return required || optional
}
