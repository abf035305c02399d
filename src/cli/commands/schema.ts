import { Argument, Command } from 'commander'
import { printJson } from '../../report/json.ts'
import { gatesSchema, type JsonSchema, rulebookSchema, testSchema } from '../../rulebook/index.ts'
import { createConsole } from '../console.ts'
import type { CommandContext } from '../program.ts'

const EXAMPLES = `
Examples:
  leadq schema > rulebook.schema.json
  leadq schema test > test.schema.json
  leadq schema gates > gates.schema.json
and as the first line of a rulebook, so that an editor completes and checks it:
  # yaml-language-server: $schema=rulebook.schema.json`

const SCHEMAS = { rulebook: rulebookSchema, test: testSchema, gates: gatesSchema } as const satisfies Record<
  string,
  () => JsonSchema
>

type SchemaName = keyof typeof SCHEMAS

export function schemaCommand({ around }: CommandContext): Command {
  return new Command('schema')
    .description('print the JSON Schema of rulebooks, of their tests or of gates, for editors')
    .addArgument(new Argument('[what]', 'of what').choices(Object.keys(SCHEMAS)).default('rulebook'))
    .addHelpText('after', EXAMPLES)
    .action(async (what: SchemaName) => {
      await createConsole(around, { colour: false, quiet: false }).result(printJson(SCHEMAS[what]()))
    })
}
