import { Command } from 'commander'
import { createConsole } from '../console.ts'
import type { CommandContext } from '../program.ts'
import { builtIns, findRulebook } from '../rulebook.ts'

const EXAMPLES = `
Examples:
  leadq rules list
  leadq rules show b2b > leadq.yaml          how one starts from a built-in`

export function rulesCommand(context: CommandContext): Command {
  return new Command('rules')
    .description('list and show rulebooks')
    .addCommand(listCommand(context))
    .addCommand(showCommand(context))
    .addHelpText('after', EXAMPLES)
}

function listCommand({ around }: CommandContext): Command {
  return new Command('list').description('the built-in rulebooks').action(async () => {
    const console = createConsole(around, { colour: false, quiet: false })
    const found = await Promise.all(builtIns().map(name => findRulebook(name, around.cwd)))
    const width = Math.max(...builtIns().map(name => name.length))
    const lines = builtIns().map((name, index) => `${name.padEnd(width)}  ${found[index]?.plan?.name ?? ''}`)
    await console.result(`${lines.join('\n')}\n`)
  })
}

function showCommand({ around, end }: CommandContext): Command {
  return new Command('show')
    .description('print a rulebook, comments and all')
    .argument('[rulebook]', 'a file or the name of a built-in; default: the one that `score` would use')
    .addHelpText('after', EXAMPLES)
    .action(async (name: string | undefined) => {
      const console = createConsole(around, { colour: true, quiet: false })
      const { text, diagnostics, name: shown } = await findRulebook(name, around.cwd)
      await console.result(text)
      await console.diagnostics(diagnostics, new Map([[shown, text]]))
      if (diagnostics.some(({ severity }) => severity === 'error')) end('no')
    })
}
