import { Argument, Command } from 'commander'
import { printJson } from '../../report/json.ts'
import { REPORT_SCHEMAS } from '../../report/schemas/schemas.ts'
import { gatesSchema, type JsonSchema, rulebookSchema, runSchema, testSchema } from '../../rulebook/index.ts'
import { type AnswerFlags, printAnswer } from '../answer.ts'
import type { CommandContext } from '../command.ts'
import { createConsole } from '../console.ts'
import { shared } from '../shared-options.ts'

const EXAMPLES = `
Examples:
  leadq schema > rulebook.schema.json
  leadq schema test > test.schema.json
  leadq schema gates > gates.schema.json
  leadq schema lint-report                   of what lint prints as JSON
and as the first line of a rulebook, so that an editor completes and checks it:
  # yaml-language-server: $schema=rulebook.schema.json`

const SCHEMAS: Readonly<Record<string, () => JsonSchema>> = {
  rulebook: rulebookSchema,
  test: testSchema,
  gates: gatesSchema,
  run: runSchema,
  ...Object.fromEntries(Object.entries(REPORT_SCHEMAS).map(([name, schema]) => [name, () => schema])),
}

export function schemaCommand({ around }: CommandContext): Command {
  return new Command('schema')
    .description('print a JSON Schema: rulebook, tests, gates or reports')
    .addArgument(new Argument('[what]', 'which schema').choices(Object.keys(SCHEMAS)).default('rulebook'))
    .addOption(shared('json', 'the schema is JSON anyway; `--json=FILE` writes it to a file'))
    .addHelpText('after', EXAMPLES)
    .action(async (what: string, flags: AnswerFlags) => {
      const console = createConsole(around, { colour: false, quiet: false })
      const document = () => printJson(SCHEMAS[what]?.())
      const text = () => (flags.jsonFile === undefined ? document() : '')
      await printAnswer(flags, { text, document }, { around, console }, console.result)
    })
}
