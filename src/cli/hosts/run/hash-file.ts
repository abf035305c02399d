import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { HashedFile } from '../../../ir/results/manifest.ts'

const CHUNK = 1024 * 1024

/** The SHA-256 and the size of a file, as they were read together. */
export async function hashFile(path: string, shown: string, stop?: AbortSignal): Promise<HashedFile> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    stop?.throwIfAborted()
    hash.update(chunk)
    bytes += chunk.length
  }
  return { path: shown, sha256: hash.digest('hex'), bytes }
}
