import { createHash } from 'node:crypto'
import { CODES } from '../base/codes.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { Check, CheckReport } from '../ir/check.ts'
import { countDiagnostics } from './diagnostics.ts'

/** What lint found in one rulebook. */
export interface Linted {
  /** The rulebook, as people know it. */
  readonly file: string
  readonly findings: readonly (Diagnostic & { readonly fingerprint?: string })[]
}

/** What lint found, for every format; a rulebook with nothing wrong is a check that passed. */
export function lintReport(linted: readonly Linted[]): CheckReport {
  const findings = linted.flatMap(({ findings: all }) => all)
  return { command: 'lint', summary: countDiagnostics(findings), checks: fingerprinted(linted.flatMap(checksOf)) }
}

function checksOf({ file, findings }: Linted): Unmarked[] {
  if (findings.length === 0) {
    const title = 'a rulebook with nothing wrong'
    return [{ id: 'lint/clean', title, file, name: file, outcome: 'passed', message: 'nothing wrong' }]
  }
  return findings.map(({ code, severity, message, place, related, hint, fingerprint }) => ({
    id: code,
    title: CODES[code].title,
    file,
    name: `${code}: ${message}`,
    outcome: severity,
    message,
    ...(place && { place }),
    ...(related && { related }),
    ...(hint !== undefined && { hint }),
    ...(fingerprint !== undefined && { fingerprint }),
  }))
}

/** A check that may have nothing yet to be known by from run to run. */
type Unmarked = Omit<Check, 'fingerprint'> & Partial<Pick<Check, 'fingerprint'>>

/** Hexadecimal digits that are kept: enough that no two findings of a project share them. */
const LENGTH = 12

/** Lines may move and stay the same finding: it is known by its kind, its file, its name, and which one of several alike. */
export function fingerprinted(checks: readonly Unmarked[]): Check[] {
  const seen = new Map<string, number>()
  return checks.map(check => {
    const key = JSON.stringify([check.id, (check.place?.file ?? check.file).replace(/^\.\//, ''), check.name])
    const nth = (seen.get(key) ?? 0) + 1
    seen.set(key, nth)
    const fingerprint = createHash('sha256').update(`${key}${nth}`).digest('hex').slice(0, LENGTH)
    return { ...check, fingerprint: check.fingerprint ?? fingerprint }
  })
}
