import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { reasonOf } from './disk/reasons.ts'

const CHUNK = 256 * 1024

export interface Source {
  readonly stream: Readable
  /** Bytes; undefined for pipes and devices. */
  readonly size: number | undefined
}

/** Opens a file for reading; problem is a `Refusal` that says which file and why. */
export async function openSource(path: string, shown: string): Promise<Source> {
  const found = await stat(path).catch(error => Promise.reject(cannotRead(shown, error)))
  if (found.isDirectory()) {
    const hint = 'name the files: `leadq score exports/*.csv`'
    throw new Refusal(diagnose('file/folder', `${shown} is a folder, not a file`, { hint }), 'noInput')
  }
  const stream = createReadStream(path, { highWaterMark: CHUNK })
  return { stream, size: found.isFile() ? found.size : undefined }
}

export function cannotRead(shown: string, error: NodeJS.ErrnoException, kind: 'file' | 'rulebook' = 'file'): Refusal {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
    return new Refusal(diagnose('file/not-found', `no such ${kind}: ${shown}`), 'noInput')
  }
  return new Refusal(diagnose('file/unreadable', `cannot read ${shown}: ${reasonOf(error)}`), 'noInput')
}
