import { lstat, readdir, readlink, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isRunId, RUN_FILES, RUNS } from '../../../ir/results/run-folder.ts'
import type { StoredRun } from '../../../tools/run/verify-run.ts'
import { folderContents, readManifest } from './run-folders.ts'

/** Where a run is, as somebody named it: its folder, its manifest, `latest`, or the folder of runs. */
export async function findRun(path: string): Promise<string> {
  const folder = basename(path) === RUN_FILES.manifest ? dirname(path) : path
  const found = await lstat(folder).catch(() => undefined)
  if (found?.isSymbolicLink()) return join(dirname(folder), await readlink(folder))
  const latest = join(folder, RUNS.latest)
  const hasLatest = (await lstat(latest).catch(() => undefined))?.isSymbolicLink() === true
  return hasLatest ? join(folder, await readlink(latest)) : folder
}

/** The runs in a folder of which none was published, by where they are: `quarantine/2026-11-28T02-00-00Z`. */
async function unpublishedRuns(path: string): Promise<string[]> {
  const found = await Promise.all(
    [RUNS.quarantine, RUNS.failed].map(async name => {
      const names = await readdir(join(path, name)).catch(() => [])
      return names.filter(isRunId).map(id => `${name}/${id}`)
    }),
  )
  return found.flat()
}

/** A run folder with the hashes of its files. */
export async function readStoredRun(path: string, shown: string): Promise<StoredRun> {
  const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() === true
  const manifest = isFolder ? await readManifest(path) : undefined
  if (manifest === undefined) return { folder: shown, manifest, files: [], unpublished: await unpublishedRuns(path) }
  return { folder: shown, manifest, files: await folderContents(path, shown).files(), unpublished: [] }
}
