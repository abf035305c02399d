import type { Diagnostic } from '../../base/diagnostic.ts'
import type { CheckReport } from '../../ir/check.ts'
import { countDiagnostics } from '../diagnostics.ts'
import { fingerprinted, problem, type Unmarked } from './mark.ts'

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
  if (findings.length > 0) return findings.map(finding => problem(file, finding))
  const title = 'a rulebook with nothing wrong'
  return [{ id: 'lint/clean', title, file, name: file, outcome: 'passed', message: 'nothing wrong' }]
}
