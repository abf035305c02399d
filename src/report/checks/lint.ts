import { pageAt } from '../../base/home.ts'
import type { CheckReport } from '../../ir/results/check-report.ts'
import type { Finding, LintedBook } from '../../ir/results/finding.ts'
import { countDiagnostics } from '../diagnostics.ts'
import { clean } from '../terminal/terminal-text.ts'
import { fingerprinted, problem, type Unmarked } from './mark.ts'

/** The findings of lint as checks, for every format; a rulebook without findings is a passed check. */
export function lintReport(books: readonly LintedBook[]): CheckReport {
  const findings = books.flatMap(({ findings: all }) => all)
  return { command: 'lint', summary: countDiagnostics(findings), checks: fingerprinted(books.flatMap(checksOf)) }
}

function checksOf({ name: file, findings }: LintedBook): Unmarked[] {
  if (findings.length > 0) return findings.map(finding => ({ ...problem(file, finding), ...pageOf(finding) }))
  const title = 'a file without problems'
  return [{ id: 'lint/clean', title, file, name: file, outcome: 'passed', message: 'no problems found' }]
}

/** Findings of lint have a page each; problems of the language need none. */
function pageOf({ code }: Finding): Pick<Unmarked, 'url'> {
  return code.startsWith('lint/') ? { url: pageAt(`${code}.md`) } : {}
}

/** The closing line: `rules.yaml: 1 error, 2 warnings (1 suppressed)`. */
export function closingLine(books: readonly LintedBook[]): string {
  const [only] = books
  const what = books.length === 1 && only !== undefined ? clean(only.name) : `${books.length} files`
  const findings = books.flatMap(book => book.findings)
  const suppressed = books.reduce((sum, book) => sum + book.suppressed, 0)
  const known = books.reduce((sum, book) => sum + book.known, 0)
  const hidden = [
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
    ...(known > 0 ? [`${known} in the baseline`] : []),
  ]
  const said = findings.length === 0 ? 'no problems found' : countDiagnostics(findings)
  return `${what}: ${said}${hidden.length === 0 ? '' : ` (${hidden.join(', ')})`}`
}
