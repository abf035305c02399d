import { rename } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { diagnose } from '../../../base/diagnostic.ts'
import { Refusal } from '../../../base/refusal.ts'
import type { Manifest } from '../../../ir/results/manifest.ts'
import { compareRunIds, RUN_FILES, RUNS } from '../../../ir/results/run-folder.ts'
import { manifestOf, verifyRun } from '../../../tools/run/verify-run.ts'
import { beginPlacing, endPlacing } from '../../hosts/disk/kept.ts'
import { cannotCreate, reasonOf } from '../../hosts/disk/reasons.ts'
import { manifestText, openRuns, type RunFolders } from '../../hosts/run/run-folders.ts'
import { lockRuns } from '../../hosts/run/run-lock.ts'
import { shownPath } from '../../hosts/run/run-outside.ts'
import { stopOf } from '../../hosts/run/stop.ts'
import { readStoredRun } from '../../hosts/run/stored-run.ts'
import { isSystemError, syncFolder, writeReplacing } from '../../hosts/run/synced.ts'
import type { Surroundings } from '../../surroundings.ts'

/** A run that was published after a person had looked at it. */
export interface Released {
  readonly manifest: Manifest
  readonly folder: string
  /** A newer run has been published since, and `latest` stays with it. */
  readonly newer?: string
}

/** Publishes a run that a guard had put into quarantine. Throws a `Refusal` if it is not as the run left it. */
export async function releaseRun(named: string, wait: number, around: Surroundings): Promise<Released> {
  const path = resolve(around.cwd, named)
  const shown = shownPath(path, around.cwd)
  if (basename(dirname(path)) !== RUNS.quarantine) {
    throw refuse(`${shown} is not in quarantine`, `name a folder such as runs/${RUNS.quarantine}/2026-11-28T02-00-00Z`)
  }
  const out = dirname(dirname(path))
  const stop = stopOf(undefined, around)
  const runs = await openRuns(out, shownPath(out, around.cwd))
  const lock = await lockRuns(runs, { wait, now: around.now, stop: stop.signal })
  try {
    await lock.hold(basename(path))
    return await release(path, shown, runs, around.now())
  } finally {
    await lock.release()
    stop.end()
  }
}

export function releasedText({ folder, newer }: Released): string {
  const kept = newer === undefined ? '' : `; a newer run was published since: ${RUNS.latest} stays with ${newer}`
  return `${folder}  published${kept}\n`
}

async function release(path: string, shown: string, runs: RunFolders, now: number): Promise<Released> {
  const stored = await readStoredRun(path, shown)
  const { exit_code: _, status: __, ...manifest } = manifestOf(stored)
  const [first] = verifyRun(stored).differences
  if (first !== undefined) {
    throw refuse(`${shown} is not as the run left it: ${first.path}: ${first.problem}`, 'run it again instead')
  }
  const { run } = manifest
  const released: Manifest = {
    ...manifest,
    status: 'published',
    exit_code: 0,
    released_at: new Date(now).toISOString(),
  }
  await writeReplacing(join(path, RUN_FILES.manifest), `${shown}/${RUN_FILES.manifest}`, manifestText(released))
  const folder = `${runs.shown}/${run}`
  beginPlacing()
  try {
    await rename(path, join(runs.path, run)).catch(error =>
      Promise.reject(isSystemError(error) ? cannotCreate(folder, reasonOf(error)) : error),
    )
    await syncFolder(runs.path)
    const latest = await runs.latest()
    if (latest !== undefined && compareRunIds(latest, run) > 0) return { manifest: released, folder, newer: latest }
    await runs.link(run)
  } finally {
    endPlacing()
  }
  return { manifest: released, folder }
}

function refuse(message: string, hint: string): Refusal {
  return new Refusal(diagnose('run/not-released', message, { hint }), 'data')
}
