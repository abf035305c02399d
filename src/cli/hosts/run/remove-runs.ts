import { readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { RUNS } from '../../../ir/results/run-folder.ts'
import { oldRuns } from '../../../tools/history/old-runs.ts'
import { removeFolder, temporaryName } from '../disk/run-name.ts'
import type { RunFolders } from './run-folders.ts'

/**
 * Removes the runs that began more than so many seconds ago, those in quarantine and the manifests of failed ones too; gives
 * how many. Each one first gets the name of something temporary, so that a crash leaves no half run: the next run sweeps
 * it away. Only for the run that holds the lock.
 */
export async function removeOldRuns(
  { path, latest }: Pick<RunFolders, 'path' | 'latest'>,
  seconds: number,
  now: number,
): Promise<number> {
  const newest = await latest()
  let removed = 0
  for (const place of [path, join(path, RUNS.quarantine), join(path, RUNS.failed)]) {
    for (const id of oldRuns(await readdir(place).catch(() => []), seconds, now, newest)) {
      const temporary = join(path, temporaryName(id))
      await rename(join(place, id), temporary)
      await removeFolder(temporary)
      removed += 1
    }
  }
  return removed
}
