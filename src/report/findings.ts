import type { Severity } from '../base/codes.ts'
import type { Finding, Witness } from '../ir/finding.ts'
import { printJson } from './json.ts'

/** What lint has to say about one rulebook. */
export interface LintedBook {
  readonly name: string
  readonly findings: readonly Finding[]
  /** How many were suppressed by comments, and how many the baseline knows. */
  readonly suppressed: number
  readonly known: number
}

/** The lead on which a finding can be seen, on one line: `e.g. { employees: 501 }: fit 0`. */
export function printWitness({ lead, shows }: Witness): string {
  const fields = Object.entries(lead).map(([field, text]) => `${field}: ${text}`)
  return `${fields.length === 0 ? 'a lead of which nothing is known' : `{ ${fields.join(', ')} }`}: ${shows}`
}

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
