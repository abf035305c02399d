import type { Severity } from '../base/codes.ts'
import type { LintedBook } from '../ir/finding.ts'
import { countDiagnostics } from './diagnostics.ts'
import { printJson } from './json.ts'

/** All findings as one JSON document. */
export function findingsJson(books: readonly LintedBook[], version: string, asOf: string): string {
  const all = books.flatMap(({ findings }) => findings)
  const count = (wanted: Severity) => all.filter(({ severity }) => severity === wanted).length
  return printJson({
    format_version: '1.0',
    tool: { name: 'leadq', version },
    as_of: asOf,
    counts: {
      error: count('error'),
      warning: count('warning'),
      info: count('info'),
      suppressed: books.reduce((sum, { suppressed }) => sum + suppressed, 0),
      known: books.reduce((sum, { known }) => sum + known, 0),
    },
    rulebooks: books.map(({ findings, ...book }) => ({
      ...book,
      findings: findings.map(({ code, severity, message, place, related, hint, witness, fingerprint }) => ({
        id: code,
        severity,
        message,
        place: place ?? null,
        related: related ?? [],
        hint: hint ?? null,
        witness: witness ?? null,
        fingerprint,
      })),
    })),
  })
}

/** The line that closes what is said: `rules.yaml: 1 error, 2 warnings (1 suppressed)`. */
export function closingLine(books: readonly LintedBook[]): string {
  const [only] = books
  const what = books.length === 1 && only !== undefined ? only.name : `${books.length} rulebooks`
  const findings = books.flatMap(book => book.findings)
  const suppressed = books.reduce((sum, book) => sum + book.suppressed, 0)
  const known = books.reduce((sum, book) => sum + book.known, 0)
  const hidden = [
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
    ...(known > 0 ? [`${known} in the baseline`] : []),
  ]
  const said = findings.length === 0 ? 'nothing wrong' : countDiagnostics(findings)
  return `${what}: ${said}${hidden.length === 0 ? '' : ` (${hidden.join(', ')})`}`
}
