import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { EVENT_SOURCES } from '../../src/ir/catalogue/event-sources.ts'
import { FIELDS } from '../../src/ir/catalogue/fields.ts'
import { IMPORTS } from '../../src/ir/catalogue/imports.ts'
import { ADDRESS_BOOKS } from '../../src/ir/catalogue/sources/address-books.ts'
import { ADS } from '../../src/ir/catalogue/sources/ads.ts'
import { CRMS } from '../../src/ir/catalogue/sources/crms.ts'
import { ENRICHMENT } from '../../src/ir/catalogue/sources/enrichment.ts'
import { FORMS } from '../../src/ir/catalogue/sources/forms.ts'
import { NEWSLETTERS } from '../../src/ir/catalogue/sources/newsletters.ts'
import { SCHEDULING } from '../../src/ir/catalogue/sources/scheduling.ts'
import { SHOPS } from '../../src/ir/catalogue/sources/shops.ts'
import { WEBINARS } from '../../src/ir/catalogue/sources/webinars.ts'
import type { System } from '../../src/ir/catalogue/system.ts'
import { SYSTEMS } from '../../src/ir/catalogue/systems.ts'
import { EXPORT_STEPS } from './export-steps.ts'
import { code, MADE, table } from './markdown.ts'
import { inFolder, runInProcess } from './program.ts'
import { exportsOf } from './source-page.ts'
import { SOURCE_FILES, type SourceFile } from './sources.ts'

/** A page for each system that leads come from: what leadq recognises of it, and what it does with an example. */

const GROUPS: readonly (readonly [string, object])[] = [
  ['CRMs and marketing automation', CRMS],
  ['Forms and surveys', FORMS],
  ['Lead ads', ADS],
  ['Meetings', SCHEDULING],
  ['Webinars and events', WEBINARS],
  ['Newsletters', NEWSLETTERS],
  ['Contact data', ENRICHMENT],
  ['Shops', SHOPS],
  ['Address books', ADDRESS_BOOKS],
]

/** File name -> text, as it stands in `docs/guides/sources/`. */
export async function sourcePages(): Promise<Map<string, string>> {
  const pages = new Map([['README.md', indexPage()]])
  for (const [name, system] of Object.entries<System>(SYSTEMS)) pages.set(`${name}.md`, await pageOf(name, system))
  return pages
}

function indexPage(): string {
  const groupOf = (name: string) =>
    GROUPS.find(([, systems]) => Object.hasOwn(systems, name))?.[0] ?? 'CRMs and marketing automation'
  const sections = GROUPS.map(([group]) => {
    const list = Object.entries<System>(SYSTEMS).filter(([name]) => groupOf(name) === group)
    return `## ${group}\n\n${list.map(([name, { title }]) => `- [${title}](${name}.md)`).join('\n')}\n`
  })
  return `${MADE}
# Exports of your system

A page for each system: the exports that leadq recognises, what it reads of an example, and the headings that it knows.
[Sources](../../reference/sources.md) has all of them in one table, with where the headings are known from.

${sections.join('\n')}`
}

async function pageOf(name: string, system: System): Promise<string> {
  const { title, readIn } = system
  const examples = await Promise.all(SOURCE_FILES.filter(file => file.system === name).map(exampleOf))
  const known =
    readIn === undefined ? 'All of this is from memory: tell us if yours differs.' : `Known from ${readIn.join(', ')}.`
  return `${MADE}
# ${title}

${stepsOf(name, title)}${introOf(name, system)}

${exportsOf(system)
  .map(each => `- ${each}`)
  .join('\n')}

${known}

${examples.join('\n')}${[...eventsOf(title), ...importOf(name, title)].map(part => `${part}\n`).join('\n')}
## Headings

These count before the [headings that mean the same everywhere](../../reference/headings.md). Those in italics are from memory.

${table(['field', 'headings'], headingRows(system))}
`
}

/** How to get the file, where public documentation says it. */
function stepsOf(name: string, title: string): string {
  const found = Object.entries(EXPORT_STEPS).find(([each]) => each === name)?.[1]
  if (found === undefined) return ''
  const steps = found.steps.map((step, index) => `${index + 1}. ${step}`).join('\n')
  return `## Get the file out of ${title}\n\n${steps}\n\nFrom: [${found.from.title}](${found.from.url}).\n\n## What leadq reads\n\n`
}

function introOf(name: string, { title, exports }: System): string {
  if (exports.every(({ holds }) => holds === 'totals'))
    return `Reports of ${title} hold sums, and no row of them is a lead. leadq recognises them by their headings and refuses them:`
  return `Export your leads from ${title} as a file and score it as it is: \`leadq score export.csv\`. Where the headings say too little,
\`--from ${name}\` names the system. leadq recognises by their headings:`
}

/** What `leadq fields --like` says of an example. */
async function exampleOf({ file, headings, rows }: SourceFile): Promise<string> {
  const { stdout } = await inFolder(folder => {
    writeFileSync(join(folder, file), stringify([headings, ...rows]))
    return runInProcess(['fields', '--like', file], folder)
  })
  return `\`\`\`console\n$ leadq fields --like ${file}\n${stdout.trimEnd()}\n\`\`\`\n`
}

function eventsOf(title: string): string[] {
  const files = EVENT_SOURCES.filter(source => source.title.startsWith(title.replace(/ \(.*/, '')))
  if (files.length === 0) return []
  return [
    `## What leads did

\`leadq score export.csv --events events.csv\` also reads: ${files.map(file => file.title).join(', ')}. [Use what leads did](../events.md) says
how rules count events.`,
  ]
}

function importOf(name: string, title: string): string[] {
  if (!Object.hasOwn(IMPORTS, name)) return []
  return [
    `## Back into ${title}

\`leadq score export.csv --for ${name}\` writes a file for the importer of ${title}: [Give results back](../crm-import.md).`,
  ]
}

/** The headings of each field in the files of a system. */
function headingRows({ readIn, headings, remembered = {} }: System): string[][] {
  return Object.keys(FIELDS)
    .filter(field => field in headings || field in remembered)
    .map(field => {
      const known = (of: System['headings']) => Object.entries(of).find(([each]) => each === field)?.[1] ?? []
      const memory = (heading: string) => `*${shown(heading)}*`
      const all = [...known(headings).map(readIn === undefined ? memory : shown), ...known(remembered).map(memory)]
      return [code(field), all.join(' · ')]
    })
}

function shown(heading: string): string {
  return heading.replace(/[|*_<>`\\{}]/g, '\\$&')
}
