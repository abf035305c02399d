import { headingsOf, LANGUAGES, type System } from '../../src/ir/catalogue/system.ts'
import { SYSTEMS } from '../../src/ir/catalogue/systems.ts'
import { bindSource, fieldsFound, SOURCE_FILES } from './sources.ts'

/**
 * The page about the sources of leads: the entries of the catalogue, and how many fields of an example of each are
 * found.
 */
export function sourcePage(): string {
  const rows = Object.entries<System>(SYSTEMS).map(([name, system]) => rowOf(name, system))
  const all = SOURCE_FILES.map(countFields)
  const sum = (part: 'found' | 'fields') => all.reduce((total, each) => total + each[part], 0)
  return `<!-- Made by \`npm run docs\` from the catalogue and the files in fixtures/sources: do not edit. -->
# Where leads come from

leadq recognises the exports of ${rows.length} systems and names them in its summary (\`recognised: Typeform responses\`). Of
${SOURCE_FILES.length} example files it finds ${sum('found')} of ${sum('fields')} fields. \`--from NAME\` says it where looking is not enough, and a
rulebook can name any column itself: \`fields: { job_title: { from: Rolle } }\`. All headings: [Headings](headings.md).

*Fields found* counts, in the examples of the source, the columns that a person sees a field in, and how many of them leadq
does. *Known from* says where the headings were read. Headings under *from memory* were found in no file or document: tell us if
yours differ.

| source | exports | fields found | known from | from memory |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

## Free questions

A heading that no system and no catalogue knows may still say what it asks for: "How many employees does your company have?"
is \`employees\`, "Wann möchten Sie starten?" is \`timeline\`. The summary marks such a column as a guess, and \`fields\` in the
rulebook overrules it.

## Opt-outs

Columns that say that somebody does not want to be written to or called are read into \`unsubscribed\`, \`do_not_contact\`,
\`do_not_call\` and \`email_bounced\`. Of several such columns one that says so is enough. Who has not given a consent that a column asks for counts as
unsubscribed, unless a column of its own says otherwise. A status (\`unsubscribed\`, \`complained\`,
\`bounced\`, \`abgemeldet\` ...) counts as well, and so does a date (\`Unsubscribed at\`).

## Files that hold no leads

Exports of companies, deals, events, tasks, tickets, orders, invoices, products, campaigns and users are recognised as such.
`
}

function rowOf(name: string, system: System): string {
  const examples = SOURCE_FILES.filter(file => file.system === name).map(countFields)
  const found = examples.reduce((sum, each) => sum + each.found, 0)
  const fields = examples.reduce((sum, each) => sum + each.fields, 0)
  const cells = [
    `[${system.title}](../guides/sources/${name}.md) (\`${name}\`)`,
    exportsOf(system).join(', '),
    examples.length === 0 ? '' : `${found} of ${fields}`,
    (system.readIn ?? []).join(', '),
    memoryOf(system),
  ]
  return `| ${cells.join(' | ')} |`
}

/** The exports of a system, in words. */
export function exportsOf({ exports }: System): string[] {
  const titles = exports.map(({ title, language, holds }) => {
    const notes = [
      ...(language ? [LANGUAGES[language]] : []),
      ...(holds && holds !== 'leads' ? [`rows are ${holds}`] : []),
    ]
    return notes.length === 0 ? title : `${title} (${notes.join(', ')})`
  })
  return [...new Set(titles)]
}

function memoryOf(system: System): string {
  if (system.readIn === undefined) return 'everything'
  const exports = system.exports.flatMap(({ title, language, remembered }) =>
    remembered ? [language ? `${title} (${LANGUAGES[language]})` : title] : [],
  )
  const headings = Object.values(system.remembered ?? {}).flat().length
  const all = Object.values(headingsOf(system)).flat().length
  return [...new Set(exports), ...(headings > 0 ? [`${headings} of ${all} headings`] : [])].join(', ')
}

function countFields(file: (typeof SOURCE_FILES)[number]): { readonly found: number; readonly fields: number } {
  const found = fieldsFound(bindSource(file), file.headings)
  const asked = file.fields.flatMap((names, position) => names.map(name => ({ name: name.replace('?', ''), position })))
  const right = asked.filter(({ name, position }) => found[position]?.includes(name))
  return { found: right.length, fields: asked.length }
}
