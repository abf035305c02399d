import type { FileHandle } from 'node:fs/promises'
import { cannotWrite } from './reasons.ts'

const BUFFERED = 512 * 1024

export interface BufferedWriter {
  write(content: string | Uint8Array): Promise<void>
  /** Writes bytes that are good until the call is over. */
  append(bytes: Uint8Array): Promise<void>
  flush(): Promise<void>
}

/** Collects small texts into large writes. */
export function bufferedWriter(handle: FileHandle, shown: string): BufferedWriter {
  let waiting: (string | Uint8Array)[] = []
  let size = 0
  const failed = (error: NodeJS.ErrnoException) => Promise.reject(cannotWrite(shown, error))
  const writeAll = async (bytes: Uint8Array) => {
    for (let at = 0; at < bytes.length; ) {
      const { bytesWritten } = await handle.write(bytes, at, bytes.length - at, null).catch(failed)
      at += bytesWritten
    }
  }
  const flush = async () => {
    const content = joined(waiting)
    waiting = []
    size = 0
    if (content.length > 0) await handle.writeFile(content).catch(failed)
  }
  const write = async (content: string | Uint8Array) => {
    waiting.push(content)
    size += content.length
    if (size >= BUFFERED) await flush()
  }
  return {
    flush,
    write,
    async append(bytes) {
      if (bytes.length < BUFFERED) return write(Buffer.from(bytes))
      await flush()
      await writeAll(bytes)
    },
  }
}

/** Texts, or pieces of a workbook; an output is made of one or the other. */
function joined(pieces: readonly (string | Uint8Array)[]): string | Uint8Array {
  const [only = ''] = pieces
  if (pieces.length === 1) return only
  return pieces.every(piece => typeof piece === 'string')
    ? pieces.join('')
    : Buffer.concat(pieces.map(piece => (typeof piece === 'string' ? Buffer.from(piece) : piece)))
}
