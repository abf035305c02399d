import type { Diagnostic } from '../../base/diagnostic.ts'
import { compileCoercion } from '../../engine/coerce.ts'
import { compileJudge } from '../../engine/judge.ts'
import { PREFIX } from '../../ir/plan/columns.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { Spelling } from '../../ir/plan/spelled.ts'
import type { Finding } from '../../ir/results/finding.ts'
import type { Host } from '../../leads/host.ts'
import { openLeads } from '../../leads/open.ts'
import { type DataProfile, profileData } from '../../lint/data.ts'
import type { Level } from '../../lint/findings/catalogue.ts'
import { readDirectives } from '../../lint/findings/directives.ts'
import { fingerprintOf } from '../../lint/findings/fingerprint.ts'
import { type Settled, settle } from '../../lint/findings/settle.ts'
import { examine } from '../../lint/judging/examination.ts'
import type { LintCode, Observation } from '../../lint/judging/observation.ts'
import { findingsOf, observe } from '../../lint/lint.ts'
import { type RulebookSource, readComments, spellingsOf } from '../../rulebook/index.ts'

/** A rulebook as it was read. */
export interface ReadBook {
  readonly name: string
  /** The texts of the rulebooks that it extends, and its own. */
  readonly sources: readonly RulebookSource[]
  /** Absent if there is any error. */
  readonly plan: Plan | undefined
  readonly diagnostics: readonly Diagnostic[]
}

export interface LintRequest {
  readonly asOf: number
  /** Severities from the command line. */
  readonly levels: ReadonlyMap<LintCode, Level>
  /** A file of leads. */
  readonly data?: string | undefined
  /** Its deleted, archived, merged and historic records, too. */
  readonly withDeleted?: boolean | undefined
}

/** All findings about a rulebook. Without a plan there are only the problems found when reading it. */
export async function lintRulebook(book: ReadBook, request: LintRequest, host: Host): Promise<Settled> {
  const { asOf, levels, data } = request
  const { name: file, sources, plan, diagnostics } = book
  const directives = readDirectives(sources.flatMap(readComments))
  if (plan === undefined) return settle(diagnostics.map(ofReading), { ...directives, suppressions: [] }, levels, file)
  const seen = data === undefined ? undefined : await viewData(plan, data, request, host)
  const view = seen?.view
  const examination = examine(plan, asOf, spellingIn(sources))
  const observations = [...observe(examination), ...(view?.observations() ?? [])]
  const told = observations.filter(each => isOurs(each, file) && isLikely(each, view))
  const found = findingsOf(told, examination)
  const lineOf = ({ code, place }: Diagnostic) => `${code} ${place?.file} ${place?.line}`
  const known = new Set(found.map(lineOf))
  const read = [...diagnostics, ...(seen?.unbound ?? [])].map(ofReading).filter(each => !known.has(lineOf(each)))
  return settle([...read, ...found], directives, levels, file)
}

/** Looked up only if there is something to report: that reads all texts again. */
function spellingIn(sources: readonly RulebookSource[]): Spelling {
  let spell: Spelling | undefined
  return text => {
    spell ??= spellingsOf(sources)
    return spell(text)
  }
}

function ofReading(diagnostic: Diagnostic): Finding {
  const { code, place, message } = diagnostic
  return { ...diagnostic, fingerprint: fingerprintOf(code, place, message) }
}

/** A field that is nearly always filled needs no warning. */
const NEARLY_ALWAYS = 0.95

function isLikely({ emptyField }: Observation, view: DataProfile | undefined): boolean {
  const filled = emptyField === undefined ? undefined : view?.filled(emptyField)
  return filled === undefined || filled < NEARLY_ALWAYS
}

/** Definitions in an extended rulebook that this one does not use are not reported as unused. */
function isOurs({ code, place }: Observation, file: string): boolean {
  return !code.startsWith('lint/unused-') || place?.file === file
}

async function viewData(
  plan: Plan,
  path: string,
  { asOf, withDeleted }: LintRequest,
  host: Host,
): Promise<{ readonly view: DataProfile; readonly unbound: readonly Diagnostic[] }> {
  const nobody = { companies: undefined, events: undefined }
  const { name, binding, batches, complete } = await openLeads(
    path,
    plan,
    { prefix: PREFIX, withDeleted },
    host,
    nobody,
  )
  const coerce = compileCoercion(binding.bound)
  const judge = compileJudge(binding.bound, asOf)
  const view = profileData(binding.bound, plan, asOf, name)
  for await (const { rows } of batches) {
    for (const { cells, line } of rows) {
      const lead = coerce(complete(cells))
      view.take(lead, judge(lead), line)
    }
  }
  const unbound = binding.diagnostics.filter(({ code }) => code === 'bind/missing-column')
  return { view, unbound }
}
