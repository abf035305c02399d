import { join } from 'node:path'
import type { Diagnostic } from '../../../base/diagnostic.ts'
import { PREFIX } from '../../../ir/plan/columns.ts'
import type { Manifest } from '../../../ir/results/manifest.ts'
import { makeFailedManifest } from '../../../tools/run/failed-manifest.ts'
import type { RunInput } from '../../../tools/run/make-manifest.ts'
import { parseManifest } from '../../../tools/run/parse-manifest.ts'
import type { RunHost } from '../../../tools/run/run-host.ts'
import { type RunResult, runLeads } from '../../../tools/run/run-leads.ts'
import { onKilled } from '../../hosts/disk/kept.ts'
import { reasonOf } from '../../hosts/disk/reasons.ts'
import { createOutside } from '../../hosts/outside.ts'
import { finishForgetting } from '../../hosts/run/forget-on-disk.ts'
import { removeOldRuns } from '../../hosts/run/remove-runs.ts'
import { openRuns, type RunFolders, readManifest, type StagedFolder } from '../../hosts/run/run-folders.ts'
import { lockRuns } from '../../hosts/run/run-lock.ts'
import { createRunLog } from '../../hosts/run/run-log.ts'
import { absolutePath, createRunOutside, shownPath } from '../../hosts/run/run-outside.ts'
import { stopOf } from '../../hosts/run/stop.ts'
import { isSystemError } from '../../hosts/run/synced.ts'
import { stopped } from '../../hosts/stopped.ts'
import type { Surroundings } from '../../surroundings.ts'
import { type Announced, createAnnouncer } from './announce.ts'
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

/**
 * One run, from its lock to its folder, and those who watch over the job told about it. A folder that another run holds is
 * no failure of the job: nobody is told.
 */
export async function runNight(night: Night, around: Surroundings): Promise<NightResult> {
  const { settings, home, quiet } = night
  const out = absolutePath(settings.out, home, around.cwd)
  const runs = { path: out, shown: shownPath(out, around.cwd) }
  const stop = stopOf(settings.maxDuration, around)
  try {
    const folders = await openRuns(runs.path, runs.shown)
    const lock = await lockRuns(runs, { wait: settings.lockWait * 1000, now: around.now, stop: stop.signal })
    try {
      await folders.sweep()
      await folders.finish(lock.died)
      await finishForgetting(out)
      const id = await folders.freeId(around.now())
      await lock.hold(id)
      const log = createRunLog(around, { format: settings.logFormat, quiet, run: id, job: settings.job })
      const warn = ({ code, message }: Diagnostic) =>
        log({ level: 'warning', event: 'warning', message, data: { code } })
      const announcer = createAnnouncer({ settings, home, cwd: around.cwd, warn })
      await announcer.begin(id)
      const result = await runLocked(night, { folders, id, log, stop: stop.signal }, around)
      await announcer.end(await announcedOf(result, folders))
      return result
    } finally {
      await lock.release()
    }
  } finally {
    stop.end()
  }
}

async function announcedOf(result: NightResult, folders: RunFolders): Promise<Announced> {
  const { manifest, before } = 'run' in result ? result.run : { manifest: result.manifest, before: undefined }
  if (manifest.status === 'published') return { manifest, before, published: manifest }
  const latest = await folders.latest()
  const text = latest === undefined ? undefined : await readManifest(join(folders.path, latest))
  const parsed = text === undefined ? undefined : parseManifest(text)
  const published = parsed !== undefined && 'manifest' in parsed ? parsed.manifest : undefined
  return { manifest, before, published }
}

interface Locked {
  readonly folders: RunFolders
  readonly id: string
  readonly log: RunHost['log']
  readonly stop: AbortSignal
}

async function runLocked(night: Night, { folders, id, log, stop }: Locked, around: Surroundings): Promise<NightResult> {
  const { home, quiet } = night
  const { cwd, now } = around
  const host = createRunOutside({ cwd, home, runs: folders, now, log, stop })
  let start = startOf(night, id, around)
  const inputs: RunInput[] = []
  let found: FoundJob | undefined
  let folder: StagedFolder | undefined
  const killed = onKilled(signal => folders.noteKilled(makeFailedManifest(start, inputs, stopped(signal), now())))
  try {
    folder = await folders.stage(id, stop)
    const staged = { shown: folder.folder, path: folder.path }
    const outside = createOutside(around, {
      force: false,
      progress: !quiet,
      prefix: PREFIX,
      staged,
      stop,
      memory: night.settings.memory,
    })
    const staging = { ...folder, host: outside, link: () => folders.link(id) }
    found = await findJob(night, start, around)
    start = found.start
    if (found.job === undefined) throw unusable(found)
    const run = await runLeads(found.job, host, staging, inputs)
    const { keep } = night.settings
    if (keep !== undefined && run.manifest.status === 'published') await removeOld(folders, keep, now(), log)
    return { run }
  } catch (error) {
    const manifest = makeFailedManifest(start, inputs, error, now())
    await folder?.discard(manifest)
    return { manifest, error, diagnostics: found?.diagnostics ?? [], sources: found?.sources ?? new Map() }
  } finally {
    killed.off()
  }
}

/** What is published stays so, whether or not old runs can be removed. */
async function removeOld(runs: RunFolders, seconds: number, now: number, log: RunHost['log']): Promise<void> {
  try {
    const removed = await removeOldRuns(runs, seconds, now)
    const message = `${removed === 1 ? '1 run' : `${removed} runs`} older than \`keep\` removed`
    if (removed > 0) log({ level: 'info', event: 'removed', message, data: { runs: removed } })
  } catch (error) {
    if (!isSystemError(error)) throw error
    log({ level: 'warning', event: 'removed', message: `old runs cannot be removed: ${reasonOf(error)}` })
  }
}
