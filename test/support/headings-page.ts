import type { CatalogueField } from '../../src/ir/catalogue/field.ts'
import { FIELDS } from '../../src/ir/catalogue/fields.ts'
import { GUESSED_HEADINGS } from '../../src/ir/catalogue/guesses.ts'
import type { System } from '../../src/ir/catalogue/system.ts'
import { SYSTEMS } from '../../src/ir/catalogue/systems.ts'

/** The page of all headings that the catalogue knows: by field in any file, and by source in the files of that source. */
export function headingsPage(): string {
  const guesses: Readonly<Record<string, readonly string[] | undefined>> = GUESSED_HEADINGS
  const fields = Object.entries<CatalogueField>(FIELDS)
  const rows = fields.map(([name, { type, headings }]) =>
    cells(`\`${name}\``, type, headings.slice(1).map(shown).join(' · '), (guesses[name] ?? []).map(shown).join(' · ')),
  )
  const systems = Object.entries<System>(SYSTEMS)
  const count = fields.reduce((sum, [, { headings }]) => sum + headings.length, 0)
  return `<!-- Made by \`npm run docs\` from the catalogue: do not edit. -->
# Headings

What leadq takes a column for. Case, blanks, hyphens, underscores and a hint behind a heading (\`E-Mail (Pflichtfeld)\`,
\`Umsatz (TEUR)\`) make no difference. A rulebook overrules all of it: \`fields: { job_title: { from: Rolle } }\`.

## In any file

${count} headings of ${fields.length} fields. Those of the last column are a guess, which the summary marks as such; so are questions in
other words ([Where leads come from](sources.md)).

| field | type | headings | guessed from |
| --- | --- | --- | --- |
${rows.join('\n')}

## In the files of one source

In files of a source that leadq recognises, these headings count before the ones above. Those in italics are known from memory,
from no file or document.

| source | field | headings |
| --- | --- | --- |
${systems.flatMap(([, system]) => rowsOf(system)).join('\n')}
`
}

function rowsOf({ title, readIn, headings, remembered = {} }: System): string[] {
  const names = Object.keys(FIELDS).filter(name => name in headings || name in remembered)
  return names.map((name, index) => {
    const known = (of: System['headings']) => Object.entries(of).find(([field]) => field === name)?.[1] ?? []
    const memory = (heading: string) => `*${shown(heading)}*`
    const all = [...known(headings).map(readIn === undefined ? memory : shown), ...known(remembered).map(memory)]
    return cells(index === 0 ? title : '', `\`${name}\``, all.join(' · '))
  })
}

function shown(heading: string): string {
  return heading.replace(/[|*_<>`\\]/g, '\\$&')
}

function cells(...all: readonly string[]): string {
  return `| ${all.join(' | ')} |`
}
