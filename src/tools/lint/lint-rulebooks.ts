import { arrange, type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import type { Finding, LintedBook } from '../../ir/results/finding.ts'
import type { Host } from '../../leads/host.ts'
import { type Accepted, type Baseline, compareWith, withFindings, without } from '../../lint/findings/baseline.ts'
import { FINDINGS, isLintCode } from '../../lint/findings/catalogue.ts'
import { readBaseline, writeBaseline } from './lint-baseline.ts'
import { type LintRequest, lintRulebook, type ReadBook } from './lint-rulebook.ts'

export interface LintBooksRequest extends Omit<LintRequest, 'asOf'> {
  /** Day number, which may depend on the zone of the rulebook. */
  readonly asOf: (book: ReadBook) => number
  readonly baseline?: BaselineRequest | undefined
}

export interface BaselineRequest {
  readonly path: string
  /** Whether all findings are written to it, or only fixed ones removed; in CI it is not changed. */
  readonly keeping: 'update' | 'clean' | 'as-it-is'
}

export interface LintedBooks {
  readonly books: readonly LintedBook[]
  /** Remarks on the baseline. */
  readonly remarks: readonly Diagnostic[]
}

/** Rulebooks with all findings about each, except suppressed and known ones. */
export async function lintBooks(
  books: readonly ReadBook[],
  request: LintBooksRequest,
  host: Host,
): Promise<LintedBooks> {
  const { path, keeping = 'as-it-is' } = request.baseline ?? {}
  const before = path === undefined ? undefined : await readBaseline(path, host, keeping === 'update')
  let baseline = before
  const linted: LintedBook[] = []
  const remarks: Diagnostic[] = []
  for (const book of books) {
    const { told, suppressed, off } = await lintRulebook(book, { ...request, asOf: request.asOf(book) }, host)
    if (baseline !== undefined && keeping === 'update') baseline = withFindings(baseline, book.name, told)
    const { fresh, known, gone } = compared(baseline, book, told)
    const missed = gone.filter(entry => isLookedFor(entry, book, request) && !off.some(each => isOf(each, entry)))
    if (baseline !== undefined && missed.length > 0) {
      remarks.push(goneRemark(missed, book, keeping))
      if (keeping === 'clean') baseline = without(baseline, missed)
    }
    linted.push({ name: book.name, findings: arrange(fresh), suppressed: suppressed.length, known })
  }
  if (path !== undefined && baseline !== undefined && baseline !== before) await writeBaseline(path, baseline, host)
  return { books: linted, remarks }
}

function compared(baseline: Baseline | undefined, { name }: ReadBook, told: LintedBook['findings']) {
  return baseline === undefined ? { fresh: told, known: 0, gone: [] } : compareWith(baseline, name, told)
}

/** Entries that were not checked are kept: those of a rulebook without a plan, and findings in data without data. */
function isLookedFor({ id }: Accepted, { plan }: ReadBook, { data }: LintBooksRequest): boolean {
  return plan !== undefined && (data !== undefined || !isLintCode(id) || FINDINGS[id].ofData !== true)
}

function isOf(finding: Finding, { fingerprint }: Accepted): boolean {
  return finding.fingerprint === fingerprint
}

function goneRemark(gone: readonly Accepted[], { name }: ReadBook, keeping: BaselineRequest['keeping']): Diagnostic {
  const what =
    gone.length === 1 ? '1 baseline finding no longer occurs' : `${gone.length} baseline findings no longer occur`
  const left = gone.length === 1 ? 'and was removed' : 'and were removed'
  if (keeping === 'clean') return diagnose('lint/baseline', `${name}: ${what} ${left}`)
  const hint = 'run the same command outside of CI, and commit the file'
  return diagnose('lint/baseline', `${name}: ${what}`, { hint })
}
