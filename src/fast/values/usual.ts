import { Buffer } from 'node:buffer'
import type { Cells } from '../input/cells.ts'
import type { Memory } from '../memory.ts'

/**
 * Puts the classes of a column's cells into `ids`. Those that are spelled in a usual way are found from their bytes, all
 * others by `find`; of the cells that are taken for alike the first one is read by the reference: `classOf`. Each kind has a
 * loop of its own, although all are the same: V8 compiles a loop well where it always calls the same function.
 */
export type Fill = (ids: Int32Array, records: number) => void

export type ClassOf = (from: number, to: number) => number

/** A column, and what knows its cells by their text. */
export interface OneColumn {
  readonly cells: Cells
  readonly column: number
  readonly memory: Memory
  readonly classOf: ClassOf
  readonly find: ClassOf
}

/** Texts that are more than one of many. */
export interface Specials {
  /** Whether some bytes may be one of them, in lower case or not; false if they are surely none. */
  mayBe(from: number, to: number): boolean
  /** The same by the hash of the bytes, where a loop goes over them anyway: see `foldInto`. */
  has(hash: number): boolean
}

const MAX_LENGTH = 64
/** Marks of texts, several for each one, so that few others have the same. */
const [MIN_MARKS, MAX_MARKS, MARKS_OF_ONE] = [1024, 65_536, 32]

export function createSpecials(texts: readonly string[], { bytes }: Pick<Memory, 'bytes'>): Specials {
  const starts = new Uint8Array(MAX_LENGTH * 256)
  let size = MIN_MARKS
  while (size < MAX_MARKS && size < MARKS_OF_ONE * texts.length) size *= 2
  const marks = new Uint8Array(size)
  let longest = 0
  for (const text of texts) {
    const own = Buffer.from(text)
    const [first = 0] = own
    longest = Math.max(longest, own.length)
    if (own.length < MAX_LENGTH) starts[own.length * 256 + (first | CASE)] = 1
    marks[foldedHash(own, 0, own.length) & (size - 1)] = 1
  }
  return {
    mayBe(from, to) {
      const length = to - from
      // Longer ones are rare, and then nothing long is usual.
      if (length >= MAX_LENGTH) return length <= longest
      if (starts[length * 256 + ((bytes[from] ?? 0) | CASE)] === 0) return false
      return marks[foldedHash(bytes, from, to) & (size - 1)] === 1
    },
    has: hash => marks[(hash ^ (hash >>> 15)) & (size - 1)] === 1,
  }
}

/** The bit that tells a small letter from a capital. */
export const CASE = 0x20

/** A hash of no bytes, and that of one more: the same for capitals and small letters. */
export const NO_HASH = 0x811c9dc5
export function foldInto(hash: number, byte: number): number {
  return Math.imul(hash ^ (byte | CASE), 0x01000193)
}

function foldedHash(bytes: Uint8Array, from: number, to: number): number {
  let hash = NO_HASH
  for (let at = from; at < to; at += 1) hash = foldInto(hash, bytes[at] ?? 0)
  return hash ^ (hash >>> 15)
}
