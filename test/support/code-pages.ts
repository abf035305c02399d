import { isLintCode } from '../../src/lint/findings/catalogue.ts'
import { ALL_CODES, codeHelp } from '../../src/tools/help/code-help.ts'
import { nameOf } from './lint-pages.ts'
import { MADE } from './markdown.ts'

/** The pages about diagnostics: an index, and one for each code that is no finding of lint, which has its page in `docs/lint/`. */

/** Headings of the index, by the family of the codes. */
const FAMILIES: Readonly<Record<string, string>> = {
  yaml: 'Rulebooks',
  rule: 'Rulebooks',
  extends: 'Rulebooks',
  lint: 'Findings of lint',
  file: 'Files',
  lead: 'Leads',
  bind: 'Columns and fields',
  event: 'Events',
  previous: 'The run before',
  import: 'Import files for CRMs',
  sample: 'Samples',
  run: 'Nightly runs',
  history: 'Nightly runs',
  report: 'Nightly runs',
  costs: 'Costs',
  learn: 'Learning from closed leads',
  test: 'Tests',
  diff: 'Comparing rulebooks',
  gates: 'Comparing rulebooks',
  git: 'Comparing rulebooks',
  engine: 'Databases and engines',
  database: 'Databases and engines',
  table: 'Databases and engines',
  query: 'Databases and engines',
  spark: 'Databases and engines',
  cli: 'The command line',
}

/** Path below `docs/codes/` -> text. */
export function codePages(): Map<string, string> {
  const own = ALL_CODES.filter(code => !isLintCode(code))
  return new Map([['README.md', index()], ...own.map(code => [`${code}.md`, page(code)] as const)])
}

type Code = (typeof ALL_CODES)[number]

function index(): string {
  const groups = new Map<string, Code[]>()
  for (const code of ALL_CODES) {
    const heading = FAMILIES[isLintCode(code) ? 'lint' : code.replace(/\/.*$/, '')]
    if (heading === undefined) throw new Error(`no heading for ${code}`)
    groups.set(heading, [...(groups.get(heading) ?? []), code])
  }
  return `${MADE}
# Errors, warnings and remarks

Each thing that leadq reports has a code. \`leadq help CODE\` prints its page: what it means, its most usual cause, and what to do.
Codes are stable; scripts can rely on them.

${[...groups].map(([heading, codes]) => `## ${heading}\n\n| code | meaning | severity |\n| --- | --- | --- |\n${codes.map(row).join('\n')}\n`).join('\n')}`
}

function row(code: Code): string {
  const { severity, title } = codeHelp(code)
  const path = isLintCode(code) ? `../lint/${nameOf(code)}.md` : `${code}.md`
  return `| [\`${code}\`](${path}) | ${title.replaceAll('|', '\\|')} | ${severity} |`
}

function page(code: Code): string {
  const { severity, title, means, remedy, example } = codeHelp(code)
  return `${MADE}
# ${code}

${title.charAt(0).toUpperCase() + title.slice(1)} (${severity}).

${means}

## What to do

${remedy}
${example === undefined ? '' : `\n\`\`\`${languageOf(example)}\n${example}\n\`\`\`\n`}`
}

/** A command, rows of a file, or YAML. */
export function languageOf(example: string): 'sh' | 'csv' | 'yaml' {
  if (/^(?:[A-Z_]+=\S+ )*(?:leadq|npm) /.test(example)) return 'sh'
  return /^[^:{]*,[^:{]*$/.test(example) ? 'csv' : 'yaml'
}
