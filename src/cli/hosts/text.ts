import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { packedBuiltIn } from './built-ins.ts'
import { cannotRead } from './source.ts'

/** Maximum size of a rulebook; a larger file is something else. */
const MAX_BYTES = 5_000_000

/** The text of a small file such as a rulebook. */
export function readText(path: string, shown: string, hint?: string): string {
  const packed = packedBuiltIn(path)
  if (packed !== undefined) return packed
  try {
    if (statSync(path).isDirectory()) throw refuse('file/folder', `${shown} is a folder, not a rulebook`)
    const bytes = readBounded(path)
    if (bytes === undefined) throw refuse('file/unreadable', `${shown} is too large for a rulebook (over 5 MB)`)
    return bytes.toString('utf8')
  } catch (error) {
    throw isSystemError(error) ? unreadable(shown, error, hint) : error
  }
}

/** The bytes of a file; undefined if there are more than a rulebook has, whatever its size is given as. */
function readBounded(path: string): Buffer | undefined {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    if (size > MAX_BYTES) return undefined
    const chunks: Buffer[] = []
    for (let total = 0; total <= MAX_BYTES; ) {
      const chunk = Buffer.alloc(Math.max(size + 1, 64 * 1024))
      const read = readSync(file, chunk)
      if (read === 0) return Buffer.concat(chunks)
      chunks.push(chunk.subarray(0, read))
      total += read
    }
    return undefined
  } finally {
    closeSync(file)
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error
}

function unreadable(shown: string, error: NodeJS.ErrnoException, hint: string | undefined): Refusal {
  const { diagnostic, exit } = cannotRead(shown, error, 'rulebook')
  return new Refusal({ ...diagnostic, ...(hint && { hint }) }, exit)
}

function refuse(code: 'file/folder' | 'file/unreadable', message: string): Refusal {
  return new Refusal(diagnose(code, message), 'noInput')
}
