import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CODES } from '../../src/base/codes.ts'
import { defaultLevel, FINDINGS, isLintCode } from '../../src/lint/findings/catalogue.ts'
import type { LintCode } from '../../src/lint/judging/observation.ts'
import { capital } from './markdown.ts'
import { ROOT } from './program.ts'

/** The pages about the findings of lint: the catalogue's entry for each, and its two case folders. */

const CASES = join(ROOT, 'fixtures', 'cases', 'lint', 'findings')

/** File name -> text, as it stands in `docs/lint/`. */
export function lintPages(): Map<string, string> {
  const codes = Object.keys(FINDINGS).filter(isLintCode)
  return new Map([['README.md', indexOf(codes)], ...codes.map(code => [`${nameOf(code)}.md`, pageOf(code)] as const)])
}

/** `lint/clock` -> `clock` */
export function nameOf(code: LintCode): string {
  return code.replace(/^.*\//, '')
}

function indexOf(codes: readonly LintCode[]): string {
  const rows = codes.map(code => `| [\`${code}\`](${nameOf(code)}.md) | ${CODES[code].title} | ${defaultLevel(code)} |`)
  return `${MADE}
# What \`leadq lint\` finds

Every finding is proved, or says that it knows a bound only, and shows a lead on which it can be seen. Nothing of this
stops \`leadq score\`.

| finding | what it is | severity |
| --- | --- | --- |
${rows.join('\n')}

Problems of reading (\`yaml/...\`, \`rule/...\`) stop a rulebook: they are errors, and can be neither changed nor suppressed.

## Severity

\`--severity lint/gap=error,lint/clock=off\`, or a comment anywhere in the rulebook; the flag goes first:

\`\`\`yaml
# leadq-severity lint/gap=error, lint/clock=off
\`\`\`

\`--fail-on warning\` makes the exit code 1 for warnings too.

## Suppressing a finding

In its place, with a reason; without one nothing is suppressed. A comment that suppresses nothing any more is told.

\`\`\`yaml
# leadq-disable-next-line lint/not-of-empty -- without a country we call from abroad
- { id: abroad, when: { not: { country: DE } }, points: -10 }
- { id: far, when: { not: { country: FR } }, points: -5 }    # leadq-disable-line lint/not-of-empty -- likewise
# leadq-disable lint/clock -- for the whole file
\`\`\`

## A baseline

\`leadq lint --baseline lint.json --update-baseline\` writes down what is found now. From then on \`--baseline lint.json\`
tells only what is new, and what is gone leaves the file by itself (in CI it is only told). Findings are known by a
fingerprint that stays the same when lines move.
`
}

const MADE = '<!-- Made by `npm run docs` from src/lint/findings/catalogue.ts and fixtures/cases/lint/findings. -->\n'

function pageOf(code: LintCode): string {
  const level = defaultLevel(code)
  const told = level === 'off' ? 'off unless asked for' : level
  const needs = FINDINGS[code].ofData ? ', with `--data FILE`' : ''
  return `${MADE}
# ${code}

${capital(CODES[code].title)} (${told}${needs}).

${FINDINGS[code].about}

## What to do

${FINDINGS[code].remedy}

## Reported

${exampleOf(code, 'fires')}
## Not reported

${exampleOf(code, 'near-miss')}`
}

function exampleOf(code: LintCode, kind: 'fires' | 'near-miss'): string {
  const read = (file: string) => {
    const path = join(CASES, nameOf(code), kind, file)
    return existsSync(path) ? readFileSync(path, 'utf8') : ''
  }
  const output = `${read('expected/stderr')}${read('expected/stdout')}`
  const data = read('leads.csv')
  return `${fenced('yaml', read('rules.yaml'))}${data === '' ? '' : `\n${fenced('csv', data)}`}
${fenced('console', `$ ${read('cmd')}${output}`)}`
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\`\`\`\n`
}
