import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { chmod, lstat, mkdir, readdir, readFile, readlink, rename, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { HashedFile, Manifest } from '../../../ir/results/manifest.ts'
import { compareRunIds, isRunId, nextRunId, RUN_FILES, RUNS, runIdOf } from '../../../ir/results/run-folder.ts'
import type { Staging } from '../../../tools/run/run-host.ts'
import { beginPlacing, endPlacing, keep, release } from '../disk/kept.ts'
import { makeFolder } from '../disk/paths.ts'
import { cannotCreate, reasonOf } from '../disk/reasons.ts'
import { temporaryName } from '../disk/run-name.ts'
import { hashFile } from './hash-file.ts'
import { filesBelow, foldersBelow, isSystemError, PRIVATE, syncFile, syncFolder, writeSynced } from './synced.ts'

/** A folder of runs on disk. */
export interface RunFolders {
  readonly path: string
  readonly shown: string
  /** A name that no run has: the second of the run, and a number if there is one already. */
  freeId(milliseconds: number): Promise<string>
  /** Removes what dead runs have left. Only for the run that holds the lock. */
  sweep(): Promise<void>
  /** The run that `latest` leads to. */
  latest(): Promise<string | undefined>
  /** The run of `latest`, whether it is there or not, and those before it, the newest first. */
  published(): Promise<string[]>
  link(id: string): Promise<void>
  /** Leads `latest` to the run whose process died between giving its folder a name and that. */
  finish(died: readonly string[]): Promise<void>
  /** Writes the manifest of a run that is killed, at once. */
  noteKilled(manifest: Manifest): void
  /** A new folder; a signal or `--max-duration` ends it as long as it has no place. */
  stage(id: string, stop: AbortSignal): Promise<StagedFolder>
}

export type StagedFolder = Omit<Staging, 'host' | 'link'> & { readonly path: string }

/** Opens the folder of runs, and makes it if it is not there. */
export async function openRuns(path: string, shown: string): Promise<RunFolders> {
  await makeFolder(path, shown)
  const link = join(path, RUNS.latest)
  const found = await lstat(link).catch(() => undefined)
  if (found !== undefined && !found.isSymbolicLink()) {
    throw cannotCreate(`${shown}/${RUNS.latest}`, 'something of that name is there that is no link')
  }
  const latest = async () => {
    const id = await readlink(link).catch(() => undefined)
    return id !== undefined && isRunId(id) ? id : undefined
  }
  const linkTo = async (id: string) => {
    const temporary = join(path, temporaryName(RUNS.latest))
    try {
      await symlink(id, temporary, 'junction')
      await rename(temporary, link)
      await syncFolder(path)
    } catch (error) {
      await rm(temporary, { force: true })
      throw isSystemError(error) ? cannotCreate(`${shown}/${RUNS.latest}`, reasonOf(error)) : error
    }
  }
  return {
    path,
    shown,
    async freeId(milliseconds) {
      const places = [path, join(path, RUNS.quarantine), join(path, RUNS.failed)]
      const names = await Promise.all(places.map(place => readdir(place).catch((): string[] => [])))
      const taken = new Set(names.flat())
      let id = runIdOf(milliseconds)
      while (taken.has(id)) id = nextRunId(id)
      return id
    },
    async sweep() {
      for (const name of await readdir(path)) {
        if (TEMPORARY.test(name)) await rm(join(path, name), { recursive: true, force: true })
      }
    },
    latest,
    async published() {
      const last = await latest()
      const ids = (await readdir(path)).filter(isRunId).sort(compareRunIds).reverse()
      const earlier = ids.filter(id => last === undefined || compareRunIds(id, last) < 0)
      return last === undefined ? earlier : [last, ...earlier]
    },
    async finish(died) {
      for (const id of died) {
        const text = isRunId(id) ? await readManifest(join(path, id)) : undefined
        const last = await latest()
        if (text !== undefined && (last === undefined || compareRunIds(id, last) > 0)) await linkTo(id)
      }
    },
    link: linkTo,
    noteKilled(manifest) {
      const made = join(path, temporaryName(RUNS.failed))
      mkdirSync(made)
      writeFileSync(join(made, RUN_FILES.manifest), manifestText(manifest), { mode: PRIVATE })
      mkdirSync(join(path, RUNS.failed), { recursive: true })
      renameSync(made, join(path, RUNS.failed, manifest.run))
    },
    stage: (id, stop) => stageRun({ path, shown }, id, stop),
  }
}

const TEMPORARY = /^\.leadq-[0-9a-f]{8}-[0-9a-z-]+\.tmp$/

/** Files that hold what leadq remembers of leads. */
const PRIVATE_FILES: ReadonlySet<string> = new Set([RUN_FILES.verdicts, RUN_FILES.values, RUN_FILES.manifest])

async function stageRun(
  runs: { readonly path: string; readonly shown: string },
  id: string,
  stop: AbortSignal,
): Promise<StagedFolder> {
  const folder = `${runs.shown}/${id}`
  const path = join(runs.path, temporaryName(id))
  await mkdir(path).catch(error => Promise.reject(cannotCreate(folder, reasonOf(error))))
  keep(path)
  const contents = folderContents(path, folder)
  const drop = async () => {
    await rm(path, { recursive: true, force: true })
    release(path)
  }
  return {
    path,
    folder,
    ...contents,
    async place(manifest, where) {
      for (const name of await filesBelow(path)) {
        if (PRIVATE_FILES.has(name)) await chmod(join(path, name), PRIVATE)
        await syncFile(join(path, name))
      }
      await contents.write(RUN_FILES.manifest, manifestText(manifest))
      for (const each of [...(await foldersBelow(path)), path]) await syncFolder(each)
      const above = where === 'published' ? runs.path : join(runs.path, RUNS.quarantine)
      const shown = where === 'published' ? folder : `${runs.shown}/${RUNS.quarantine}/${id}`
      stop.throwIfAborted()
      beginPlacing()
      try {
        await makeFolder(above, shown)
        await rename(path, join(above, id)).catch(error => Promise.reject(cannotCreate(shown, reasonOf(error))))
        await syncFolder(above)
      } finally {
        endPlacing()
      }
      release(path)
      return shown
    },
    async discard(manifest) {
      await drop()
      const above = join(runs.path, RUNS.failed)
      const made = join(runs.path, temporaryName(RUNS.failed))
      // Where nothing can be written, the exit code and the message are left.
      try {
        await mkdir(made)
        await writeSynced(join(made, RUN_FILES.manifest), id, manifestText(manifest), PRIVATE)
        await mkdir(above, { recursive: true })
        await rename(made, join(above, id))
        await syncFolder(above)
      } catch {
        await rm(made, { recursive: true, force: true }).catch(() => {})
      }
    },
  }
}

/** What a run writes into a folder that is known by another name, and what is in it then. */
export function folderContents(path: string, shown: string): Pick<Staging, 'write' | 'files'> {
  return {
    write: (name, text) =>
      writeSynced(join(path, name), `${shown}/${name}`, text, PRIVATE_FILES.has(name) ? PRIVATE : undefined),
    async files() {
      const names = (await filesBelow(path)).filter(name => name !== RUN_FILES.manifest)
      const hashed: HashedFile[] = []
      for (const name of names) hashed.push(await hashFile(join(path, name), name))
      return hashed
    },
  }
}

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`
}

/** The text of a manifest in a run folder; undefined if it cannot be read. */
export async function readManifest(folder: string): Promise<string | undefined> {
  return readFile(join(folder, RUN_FILES.manifest), 'utf8').catch(() => undefined)
}
