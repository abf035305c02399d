import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import type { Manifest } from '../../ir/results/manifest.ts'
import { RUN_FILES } from '../../ir/results/run-folder.ts'
import { readVerdicts } from '../../leads/memory/verdict-table.ts'
import type { ScoreRequest } from '../score/score-request.ts'
import { warn } from './log-steps.ts'
import type { RunInput } from './make-manifest.ts'
import type { EarlierRun } from './read-earlier.ts'
import type { RunHost, Workplace } from './run-host.ts'
import type { RunJob } from './run-job.ts'
import type { Compared } from './since/as-it-was.ts'
import type { SinceJob, SinceResult } from './since/write-since.ts'

/** The parts of a run that compare its leads with those of the run before. */

/** The run before, if its verdicts can be read: they say what the leads were. */
export interface EarlierVerdicts {
  readonly folder: string
  readonly manifest: Manifest
}

export async function memoryIn(
  { folder, before }: EarlierRun,
  { host: files }: Workplace,
  host: RunHost,
): Promise<EarlierVerdicts | undefined> {
  if (folder === undefined || before === undefined) return undefined
  try {
    await readVerdicts(`${folder}/${RUN_FILES.verdicts}`, files)
    return { folder, manifest: before.manifest }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const hint = 'every lead is taken for new'
    warn([diagnose('run/previous', error.message, { hint })], host)
    return undefined
  }
}

export function comparedOf(
  { rulebook, version }: RunJob,
  [request]: readonly ScoreRequest[],
  beside: {
    readonly inputs: readonly RunInput[]
    readonly memory: EarlierVerdicts
    readonly place: Workplace
    readonly host: RunHost
  },
): Compared | undefined {
  const { inputs, memory, place, host } = beside
  const { folder, manifest } = memory
  return request && { rulebook, request, inputs, before: manifest, folder, host: place.host, files: host, version }
}

export function sinceJob(
  { rulebook, settings }: RunJob,
  [request]: readonly ScoreRequest[],
  compared: Compared | undefined,
): SinceJob {
  const { asOf = 0, verdicts = '' } = request ?? {}
  return { plan: rulebook.plan, asOf, verdicts, byOwner: settings.byOwner, compared }
}

export function sinceText({ since, due }: SinceResult): string {
  const moves =
    since === undefined ? [] : [`${since.new} new`, `${since.moved} moved`, `${since.gone} gone`, `${since.back} back`]
  return [...moves, `${due.due_today} due today`, `${due.overdue} overdue`].join(', ')
}
