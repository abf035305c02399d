import { mkdir, stat } from 'node:fs/promises'
import type { PathKind } from '../../../leads/host.ts'
import { cannotCreate, reasonOf } from './reasons.ts'

export async function kindOf(path: string): Promise<PathKind> {
  return stat(path).then(
    found => (found.isDirectory() ? 'folder' : found.isFile() ? 'file' : 'stream'),
    () => 'file',
  )
}

/** Size of a file in bytes; 0 if it is not a file. */
export async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    found => (found.isFile() ? found.size : 0),
    () => 0,
  )
}

/** Size, time and identity of a file: another one of them means that its content may be another one. */
export async function stampOf(path: string): Promise<string | undefined> {
  return stat(path, { bigint: true }).then(
    found => (found.isFile() ? `${found.dev} ${found.ino} ${found.size} ${found.mtimeNs}` : undefined),
    () => undefined,
  )
}

/** Makes sure that there is a folder, and those above it. */
export async function makeFolder(path: string, shown: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch(error => Promise.reject(cannotCreate(shown, reasonOf(error))))
}
