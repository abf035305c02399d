import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EVENT_FIELDS } from '../../src/ir/catalogue/event-fields.ts'
import type { CatalogueField } from '../../src/ir/catalogue/field.ts'
import { FIELDS } from '../../src/ir/catalogue/fields.ts'
import { SIGNALS } from '../../src/ir/catalogue/signals.ts'
import { OPERATORS } from '../../src/ir/plan/operators.ts'
import { REPORT_SCHEMAS } from '../../src/report/schemas/schemas.ts'
import { gatesSchema, rulebookSchema, runSchema, testSchema } from '../../src/rulebook/index.ts'
import { keyTables } from './key-page.ts'
import { capital, code, MADE, table } from './markdown.ts'
import { behaviours } from './operators.ts'
import { inFolder, runInProcess } from './program.ts'

/** The keys of a rulebook. */
export function rulebookPage(): string {
  return `${MADE}
# Keys of a rulebook

Every key that a rulebook may have. The first table is the file itself; \`NAME\` stands for names of your own. The examples are from
one rulebook that has all of them. [The language](language.md) says what they mean together, and [Operators](operators.md) what
conditions may ask.

${keyTables(rulebookSchema(), 'The rulebook', 'fixtures/keys/rulebook.yaml')}
## Conditions

${table(['key', 'meaning'], conditionRows())}
`
}

/** What a condition can ask for beside the fields. */
function conditionRows(): string[][] {
  const { properties = {}, patternProperties = {} } = rulebookSchema().definitions?.condition ?? {}
  const own = Object.entries(properties).filter(([name]) => !Object.hasOwn(FIELDS, name))
  return [
    ['a field', 'a value, a list of values of which any may hold, or operators: [Fields](fields.md)'],
    ...own.map(([name, { description = '' }]) => [code(name), description]),
    ...Object.entries(patternProperties).map(([pattern, { description = '' }]) => [
      code(`${pattern.replace(/[\\^]/g, '')}NAME`),
      description,
    ]),
  ]
}

/** The operators, each with an example and with rows that every engine and database is tested with. */
export function operatorPage(): string {
  const sections = Object.entries(OPERATORS).map(([name, { about, types, example }]) => {
    const rows = behaviours
      .filter(({ condition, options }) => options === '' && new RegExp(`^\\{ ?${name}: `).test(condition))
      .slice(0, 6)
      .map(({ type, condition, cell, criterion, why }) => [
        code(condition),
        type,
        cell === '' ? '' : code(cell),
        RESULTS[criterion],
        why,
      ])
    const shown = rows.length === 0 ? '' : `\n${table(['condition', 'type', 'cell', 'result', 'why'], rows)}\n`
    return `## \`${name}\`

${capital(about)}. Works on ${types.join(', ')}.

\`\`\`yaml
when: { ${example} }
\`\`\`
${shown}`
  })
  return `${MADE}
# Operators

A condition names a field and what is asked of it. A value or a list alone means \`equals\`. The tables show cells with the result as a
criterion: met, not met, or unknown because the cell says nothing. They are rows of the tests that all engines and databases pass.

${sections.join('\n')}`
}

const RESULTS = { met: 'met', not_met: 'not met', unknown: 'unknown' } as const

/** The fields that a rulebook can name without declaring them. */
export function fieldPage(): string {
  const rowsOf = (fields: Readonly<Record<string, CatalogueField>>) =>
    Object.entries(fields).map(([name, { type, about, headings }]) => [
      code(name),
      type,
      about,
      headings.slice(0, 3).join(' · '),
    ])
  return `${MADE}
# Fields

A rulebook can name these fields without declaring them: leadq finds their columns by the headings. The column *for example* has the
first three; [Headings](headings.md) has all. Further fields are declared in the rulebook:
\`fields: { deal: { from: "Deal - Wert", type: number } }\`.

${table(['field', 'type', 'meaning', 'for example'], rowsOf(FIELDS))}

## Fields of events

Rules on events name these, and any other column of the event file: \`where: { page: { contains: /pricing } }\`.

${table(['field', 'type', 'meaning', 'for example'], rowsOf(EVENT_FIELDS))}

## Signals

Names of events that mean the same in every system: \`event: page_view\`. A rulebook can add spellings:
\`events: { signals: { demo_request: [Demo Booked] } }\`.

${table(
  ['signal', 'meaning'],
  Object.entries(SIGNALS).map(([name, { about }]) => [code(name), about]),
)}
`
}

export function runFilePage(): string {
  return `${MADE}
# The run file

\`leadq run\` reads \`leadq.run.yaml\`. Every key is a flag as well: \`guards: { max_shrink: 30% }\` is \`--max-shrink 30%\`, and a flag
goes before the file. \`leadq run --init\` writes a file to start from. [Every night](../guides/every-night.md) says how it is used.

${keyTables(runSchema(), 'The file', 'fixtures/keys/leadq.run.yaml')}`
}

export function gatePage(): string {
  return `${MADE}
# The gates file

\`leadq diff --gates gates.yaml\` compares a change of a rulebook with these limits.

${keyTables(gatesSchema(), 'The file', 'fixtures/keys/gates.yaml')}`
}

export function testFilePage(): string {
  return `${MADE}
# The test file

\`leadq test\` reads \`leadq.test.yaml\` beside \`leadq.yaml\`.

${keyTables(testSchema(), 'The file', 'fixtures/keys/leadq.test.yaml')}`
}

/** The JSON documents, each with the tables of its keys; the summary is shown as a run prints it. */
export async function jsonPage(): Promise<string> {
  const summary = await inFolder(async folder => {
    writeFileSync(join(folder, 'leads.csv'), 'id,Job Title,Employees\n1,CEO,300\n2,Intern,12\n')
    return runInProcess(['score', 'leads.csv', '-r', '01-hello', '--json'], folder)
  })
  const documents = Object.entries(REPORT_SCHEMAS).map(([name, schema]) => {
    const tables = keyTables(schema, 'The document').replace(/^## /gm, '### ')
    return `## ${code(name)}\n\n${schema.title}; \`leadq schema ${name}\` describes it.\n\n${tables}`
  })
  return `${MADE}
# JSON documents

Every document has a \`format_version\`. Its first number changes when programs that read it have to change; unknown keys are new ones and
may be ignored. \`leadq schema NAME\` prints the JSON Schema of a document.

## The summary

\`leadq score --json\` prints this instead of the summary. The counts of an input add up: \`read\` is \`scored\` + \`rejected\` +
\`duplicate\` + \`left_out\` (rows that are no leads: titles, blank rows, totals). Each input is bound by itself: \`bound\` is in \`inputs\`.

\`\`\`json
${summary.stdout.trimEnd()}
\`\`\`

${documents.join('\n')}`
}
