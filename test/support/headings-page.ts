import type { CatalogueField } from '../../src/ir/catalogue/field.ts'
import { FIELDS } from '../../src/ir/catalogue/fields.ts'
import { GUESSED_HEADINGS } from '../../src/ir/catalogue/guesses.ts'
import { cells } from './markdown.ts'

/** The page of all headings that the catalogue knows: by field. */
export function headingsPage(): string {
  const guesses: Readonly<Record<string, readonly string[] | undefined>> = GUESSED_HEADINGS
  const fields = Object.entries<CatalogueField>(FIELDS)
  const rows = fields.map(([name, { type, headings }]) =>
    cells(`\`${name}\``, type, headings.slice(1).map(shown).join(' · '), (guesses[name] ?? []).map(shown).join(' · ')),
  )
  const count = fields.reduce((sum, [, { headings }]) => sum + headings.length, 0)
  return `<!-- Made by \`npm run docs\` from the catalogue: do not edit. -->
# Headings

What leadq takes a column for. Case, blanks, hyphens, underscores and a hint behind a heading (\`E-Mail (Pflichtfeld)\`,
\`Umsatz (TEUR)\`) make no difference. A rulebook overrules all of it: \`fields: { job_title: { from: Rolle } }\`. In the files of a system that leadq recognises,
the headings on [the page of that system](../guides/sources/README.md) count first.

${count} headings of ${fields.length} fields. Those of the last column are a guess, which the summary marks as such; so are questions in
other words ([Where leads come from](sources.md)).

| field | type | headings | guessed from |
| --- | --- | --- | --- |
${rows.join('\n')}
`
}

function shown(heading: string): string {
  return heading.replace(/[|*_<>`\\]/g, '\\$&')
}
