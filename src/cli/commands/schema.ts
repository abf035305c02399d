import { Command } from 'commander'
import { printJson } from '../../report/json.ts'
import { rulebookSchema } from '../../rulebook/index.ts'
import { createConsole } from '../console.ts'
import type { CommandContext } from '../program.ts'

const EXAMPLES = `
Example:
  leadq schema > rulebook.schema.json
and as the first line of a rulebook, so that an editor completes and checks it:
  # yaml-language-server: $schema=rulebook.schema.json`

export function schemaCommand({ around }: CommandContext): Command {
  return new Command('schema')
    .description('print the JSON Schema of rulebooks, for editors')
    .addHelpText('after', EXAMPLES)
    .action(async () => {
      await createConsole(around, { colour: false, quiet: false }).result(printJson(rulebookSchema()))
    })
}
