import type { Diagnostic } from '../../../base/diagnostic.ts'
import { PREFIX } from '../../../ir/plan/columns.ts'
import type { Manifest } from '../../../ir/results/manifest.ts'
import { makeFailedManifest } from '../../../tools/run/failed-manifest.ts'
import type { RunInput } from '../../../tools/run/make-manifest.ts'
import { type RunResult, runLeads } from '../../../tools/run/run-leads.ts'
import { createOutside } from '../../hosts/outside.ts'
import { openRuns, type RunFolders } from '../../hosts/run/run-folders.ts'
import { lockRuns } from '../../hosts/run/run-lock.ts'
import { createRunLog } from '../../hosts/run/run-log.ts'
import { absolutePath, createRunOutside, shownPath } from '../../hosts/run/run-outside.ts'
import { stopOf } from '../../hosts/run/stop.ts'
import type { Surroundings } from '../../surroundings.ts'
import type { Night } from './night.ts'
import { type FoundJob, findJob, startOf, unusable } from './run-job.ts'

/** What a night came to: a run that was published or is in quarantine, or what ended it. */
export type NightResult =
  | { readonly run: RunResult }
  | {
      readonly manifest: Manifest
      readonly error: unknown
      /** All problems of the rulebook, where it has some. */
      readonly diagnostics: readonly Diagnostic[]
      readonly sources: ReadonlyMap<string, string>
    }

/** One run, from its lock to its folder. Throws where it could not even begin. */
export async function runNight(night: Night, around: Surroundings): Promise<NightResult> {
  const { settings, home } = night
  const out = absolutePath(settings.out, home, around.cwd)
  const runs = await openRuns(out, shownPath(out, around.cwd))
  const stop = stopOf(settings.maxDuration, around)
  try {
    const claim = { run: await runs.freeId(around.now()), wait: settings.lockWait * 1000 }
    const lock = await lockRuns(runs, claim, around.now, stop.signal)
    try {
      await runs.sweep()
      await runs.finish(lock.died)
      return await runLocked(night, runs, around, stop.signal)
    } finally {
      await lock.release()
    }
  } finally {
    stop.end()
  }
}

async function runLocked(
  night: Night,
  runs: RunFolders,
  around: Surroundings,
  stop: AbortSignal,
): Promise<NightResult> {
  const { settings, home, quiet } = night
  const { cwd, now } = around
  const id = await runs.freeId(now())
  const log = createRunLog(around, { format: settings.logFormat, quiet, run: id, job: settings.job })
  const host = createRunOutside({ cwd, home, runs, now, log, stop })
  const folder = await runs.stage(id)
  const staged = { shown: folder.folder, path: folder.path }
  const outside = createOutside(around, { force: false, progress: !quiet, prefix: PREFIX, staged, stop })
  const staging = { ...folder, host: outside, link: () => runs.link(id) }
  let start = startOf(night, id, around)
  const inputs: RunInput[] = []
  let found: FoundJob | undefined
  try {
    found = await findJob(night, start, around)
    start = found.start
    if (found.job === undefined) throw unusable(found)
    return { run: await runLeads(found.job, host, staging, inputs) }
  } catch (error) {
    const manifest = makeFailedManifest(start, inputs, error, now())
    await folder.discard(manifest)
    return { manifest, error, diagnostics: found?.diagnostics ?? [], sources: found?.sources ?? new Map() }
  }
}
