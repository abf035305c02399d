import { Command } from 'commander'
import { type AnswerFlags, documentOf, printAnswer } from '../answer.ts'
import type { CommandContext } from '../command.ts'
import { createConsole } from '../console.ts'
import { builtInAt, builtIns } from '../hosts/built-ins.ts'
import { createLibrary } from '../hosts/library.ts'
import { schemaNote, withSchemaLine } from '../hosts/schema-files.ts'
import { type FoundRulebook, findRulebook, textsOf } from '../rulebook.ts'
import { shared } from '../shared-options.ts'

const EXAMPLES = `
Examples:
  leadq rules list
  leadq rules show b2b > leadq.yaml          start your own from a built-in
  leadq rules show leadq.yaml                merged with its bases, with the origin of each part`

export function rulesCommand(context: CommandContext): Command {
  return new Command('rules')
    .description('list and show rulebooks')
    .addCommand(listCommand(context))
    .addCommand(showCommand(context))
    .addHelpText('after', EXAMPLES)
}

function listCommand({ around }: CommandContext): Command {
  return new Command('list')
    .description('list the built-in rulebooks')
    .addOption(shared('json'))
    .action(async (flags: AnswerFlags) => {
      const console = createConsole(around, { colour: false, quiet: false })
      const found = await Promise.all(builtIns().map(name => findRulebook(name, around.cwd)))
      const rulebooks = builtIns().map((name, index) => ({ name, title: found[index]?.plan?.name ?? '' }))
      const width = Math.max(...rulebooks.map(({ name }) => name.length))
      const text = () => rulebooks.map(({ name, title }) => `${name.padEnd(width)}  ${title}\n`).join('')
      const document = () => documentOf({ rulebooks })
      await printAnswer(flags, { text, document }, { around, console })
    })
}

interface ShowFlags extends AnswerFlags {
  readonly asWritten?: true
}

function showCommand({ around, end }: CommandContext): Command {
  return new Command('show')
    .description('print a rulebook as written, or merged with its bases')
    .argument('[rulebook]', 'a file or the name of a built-in (default: the one that `score` would use)')
    .option('--as-written', 'only this file, not merged')
    .addOption(shared('json'))
    .addHelpText('after', EXAMPLES)
    .action(async (name: string | undefined, flags: ShowFlags) => {
      const console = createConsole(around, { colour: true, quiet: false })
      const found = await findRulebook(name, around.cwd)
      const { diagnostics, plan } = found
      const written = flags.asWritten === true ? found.text : ((await merged(found, around.cwd)) ?? found.text)
      const isBuiltIn = builtInAt(found.path) !== undefined
      const shown = isBuiltIn ? withSchemaLine(written, 'rulebook') : written
      const document = () => documentOf({ name: found.name, text: shown, ...(plan && { plan }) })
      await printAnswer(flags, { text: () => shown, document }, { around, console }, console.result)
      const note = isBuiltIn ? schemaNote(around.cwd, 'rulebook') : undefined
      await console.diagnostics([...diagnostics, ...(note ? [note] : [])], textsOf(found))
      if (diagnostics.some(({ severity }) => severity === 'error')) end('no')
    })
}

async function merged({ path, name, text }: FoundRulebook, cwd: string): Promise<string | undefined> {
  const { mergedText } = await import('../../rulebook/index.ts')
  return mergedText({ file: name, text }, createLibrary({ path, name, cwd }))
}
