import { Argument, Command } from 'commander'
import { printJson } from '../../report/json.ts'
import { gatesSchema, type JsonSchema, rulebookSchema } from '../../rulebook/index.ts'
import { createConsole } from '../console.ts'
import type { CommandContext } from '../program.ts'

const SCHEMAS: Readonly<Record<string, () => JsonSchema>> = { rulebook: rulebookSchema, gates: gatesSchema }

const EXAMPLES = `
Examples:
  leadq schema > rulebook.schema.json
  leadq schema gates > gates.schema.json
and as the first line of a rulebook, so that an editor completes and checks it:
  # yaml-language-server: $schema=rulebook.schema.json`

export function schemaCommand({ around }: CommandContext): Command {
  return new Command('schema')
    .description('print a JSON Schema, for editors')
    .addArgument(new Argument('[what]', 'of which files').choices(Object.keys(SCHEMAS)).default('rulebook'))
    .addHelpText('after', EXAMPLES)
    .action(async (what: string) => {
      await createConsole(around, { colour: false, quiet: false }).result(printJson(SCHEMAS[what]?.()))
    })
}
