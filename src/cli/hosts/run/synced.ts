import { constants } from 'node:fs'
import { open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { keep, release } from '../disk/kept.ts'
import { cannotWrite } from '../disk/reasons.ts'
import { temporaryName } from '../disk/run-name.ts'

/** Files and folders that are on the disk for good, whatever happens to the machine. */

/** Mode of files that hold what leadq remembers: nobody else needs to read them. */
export const PRIVATE = 0o600

/** Writes a new file, and waits until it is on the disk. */
export async function writeSynced(path: string, shown: string, text: string | Uint8Array, mode = 0o666): Promise<void> {
  try {
    const file = await open(path, 'wx', mode)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    throw isSystemError(error) ? cannotWrite(shown, error) : error
  }
}

export async function syncFile(path: string): Promise<void> {
  const file = await open(path, constants.O_RDONLY)
  await file.sync().finally(() => file.close())
}

/** The names in a folder. Some systems cannot do it. */
export async function syncFolder(path: string): Promise<void> {
  await syncFile(path).catch((error: NodeJS.ErrnoException) => {
    if (!['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP'].includes(error.code ?? '')) throw error
  })
}

/** All files below a folder, by their paths from there, in order. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort()
}

export async function foldersBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries.filter(entry => entry.isDirectory()).map(({ parentPath, name }) => join(parentPath, name))
}

export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error
}

/** Replaces a file by another one of the same name, at once. */
export async function writeReplacing(path: string, shown: string, text: string, mode = PRIVATE): Promise<void> {
  const temporary = join(dirname(path), temporaryName(basename(path)))
  keep(temporary)
  try {
    await writeSynced(temporary, shown, text, mode)
    await rename(temporary, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(temporary, { force: true })
    throw isSystemError(error) ? cannotWrite(shown, error) : error
  } finally {
    release(temporary)
  }
}
