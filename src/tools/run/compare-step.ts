import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import type { Manifest } from '../../ir/results/manifest.ts'
import type { Summary } from '../../ir/results/summary.ts'
import type { MemoryReader } from '../../leads/memory/previous.ts'
import type { Verdicts } from '../../leads/memory/verdict-table.ts'
import type { ScoreRequest } from '../score/score-request.ts'
import type { RunInput } from './make-manifest.ts'
import type { EarlierRun } from './read-earlier.ts'
import type { RunHost, Workplace } from './run-host.ts'
import type { RunJob } from './run-job.ts'
import type { Compared } from './since/as-it-was.ts'
import type { SinceJob, SinceResult } from './since/write-since.ts'

/** The parts of a run that compare its leads with those of the run before. */

/** The run before, whose verdicts say what the leads were. */
export interface EarlierVerdicts {
  readonly folder: string
  readonly manifest: Manifest
}

/** What leads are compared with, and all outputs scored beside it. */
export interface ScoredBeside {
  readonly requests: readonly ScoreRequest[]
  readonly summary: Summary
  /** Undefined where every lead is taken for new, or where only an output of leadq says what the leads were. */
  readonly memory: EarlierVerdicts | undefined
  readonly warnings: readonly Diagnostic[]
}

/**
 * Scores all outputs beside what the leads were. Where the leads cannot be found again in the run before, the run goes on
 * without it; what a person has named is refused.
 */
export async function scoreBeside(
  { settings }: RunJob,
  requests: readonly ScoreRequest[],
  { folder, before }: EarlierRun,
  scoreAll: (requests: readonly ScoreRequest[]) => Promise<Summary>,
): Promise<ScoredBeside> {
  const memory = folder === undefined || before === undefined ? undefined : { folder, manifest: before.manifest }
  const beside = requests.map(request => ({ ...request, previous: folder }))
  try {
    return { requests: beside, summary: await scoreAll(beside), memory, warnings: [] }
  } catch (error) {
    if (settings.previous !== 'latest' || !isAboutPrevious(error)) throw error
    const warning = diagnose('run/previous', error.message, { hint: 'every lead is taken for new' })
    return { requests, summary: await scoreAll(requests), memory: undefined, warnings: [warning] }
  }
}

function isAboutPrevious(error: unknown): error is Refusal {
  return error instanceof Refusal && error.diagnostic.code.startsWith('previous/')
}

export function comparedOf(
  { rulebook, version }: RunJob,
  [request]: readonly ScoreRequest[],
  beside: {
    readonly inputs: readonly RunInput[]
    readonly memory: EarlierVerdicts
    readonly place: Workplace
    readonly host: RunHost
    readonly readMemory: MemoryReader
  },
): Compared | undefined {
  const { inputs, memory, place, host, readMemory } = beside
  const { folder, manifest } = memory
  const world = { host: place.host, files: host, version, readMemory }
  return request && { rulebook, request, inputs, before: manifest, folder, ...world }
}

export function sinceJob(
  { rulebook, settings }: RunJob,
  [request]: readonly ScoreRequest[],
  compared: Compared | undefined,
  verdicts: Verdicts,
): SinceJob {
  const { asOf = 0 } = request ?? {}
  return { plan: rulebook.plan, asOf, verdicts, byOwner: settings.byOwner, compared }
}

export function sinceText({ since, due }: SinceResult): string {
  const moves =
    since === undefined ? [] : [`${since.new} new`, `${since.moved} moved`, `${since.gone} gone`, `${since.back} back`]
  return [...moves, `${due.due_today} due today`, `${due.overdue} overdue`].join(', ')
}
