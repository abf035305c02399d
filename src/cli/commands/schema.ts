import { Argument, Command } from 'commander'
import { printJson } from '../../report/json.ts'
import { REPORT_SCHEMAS } from '../../report/schemas/schemas.ts'
import type { JsonSchema } from '../../rulebook/index.ts'
import { type AnswerFlags, documentOf, printAnswer } from '../answer.ts'
import type { CommandContext } from '../command.ts'
import { createConsole } from '../console.ts'
import { FILE_SCHEMAS, writeSchemas } from '../hosts/schema-files.ts'
import { shared } from '../shared-options.ts'

const EXAMPLES = `
Examples:
  leadq schema > rulebook.schema.json
  leadq schema test > test.schema.json
  leadq schema gates > gates.schema.json
  leadq schema summary                       of what score prints with --json
  leadq schema lint-report                   of what lint prints as JSON
  leadq schema --write                       into .leadq/, for editors; the first line of a rulebook names it:
  # yaml-language-server: $schema=.leadq/rulebook.schema.json`

const SCHEMAS: Readonly<Record<string, () => JsonSchema>> = {
  ...FILE_SCHEMAS,
  ...Object.fromEntries(Object.entries(REPORT_SCHEMAS).map(([name, schema]) => [name, () => schema])),
}

interface Flags extends AnswerFlags {
  readonly write?: true
}

export function schemaCommand({ around }: CommandContext): Command {
  return new Command('schema')
    .description('print a JSON Schema: rulebook, tests, gates or reports')
    .addArgument(new Argument('[what]', 'which schema').choices(Object.keys(SCHEMAS)).default('rulebook'))
    .option('--write', 'write the schemas of rulebooks, tests, gates and run files into .leadq/, for editors')
    .addOption(shared('json', 'the schema is JSON anyway; `--json=FILE` writes it to a file'))
    .addHelpText('after', EXAMPLES)
    .action(async (what: string, flags: Flags) => {
      const console = createConsole(around, { colour: false, quiet: false })
      if (flags.write === true) {
        const written = writeSchemas('leadq.yaml', around.cwd)
        const text = () =>
          written.length === 0 ? 'the schemas are up to date\n' : written.map(path => `wrote ${path}\n`).join('')
        return printAnswer(flags, { text, document: () => documentOf({ written }) }, { around, console })
      }
      const document = () => printJson(SCHEMAS[what]?.())
      const text = () => (flags.jsonFile === undefined ? document() : '')
      await printAnswer(flags, { text, document }, { around, console }, console.result)
    })
}
