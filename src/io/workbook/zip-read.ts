import { Buffer } from 'node:buffer'
import { crc32, inflateRawSync } from 'node:zlib'
import { megabytes } from '../bytes/megabytes.ts'
import { refuse, startOf } from '../refuse-input.ts'

/**
 * Reads zip archives by their central directory, so that an archive can be refused before a byte is unpacked. Unpacked
 * data must have the size and checksum that the directory gives.
 */
export interface Entry {
  /** With `/` between folders, whatever wrote it. */
  readonly path: string
  /** Bytes once unpacked. */
  readonly size: number
  readonly packed: Buffer
  readonly isDeflated: boolean
  readonly checksum: number
}

/** Entries of an archive. A workbook with pictures on every sheet has some hundreds. */
const MAX_ENTRIES = 10_000
/** Bytes of all entries once unpacked. */
const MAX_UNPACKED_TOTAL = 1_073_741_824

const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const IN_DIRECTORY = 0x02014b50
const AT_ENTRY = 0x04034b50
const EXTRA_64 = 1
const ENCRYPTED = 1
const STORED = 0
const DEFLATED = 8
/** The value that marks a number as given in its 64-bit field. */
const ELSEWHERE = 0xffffffff

export function readDirectory(bytes: Buffer, name: string): Entry[] {
  const damaged = () =>
    refuse('file/cut-off', 'the zip archive is damaged, or ends too early', startOf(name), 'fetch or save it again')
  try {
    const { count, at } = findDirectory(bytes)
    if (count > MAX_ENTRIES) throw tooLarge(name, `it has ${count} files in it; the limit is ${MAX_ENTRIES}`)
    const entries = readEntries(bytes, count, at)
    if (entries === undefined) throw damaged()
    const size = entries.reduce((sum, entry) => sum + entry.size, 0)
    if (size > MAX_UNPACKED_TOTAL)
      throw tooLarge(name, `it unpacks to ${megabytes(size)}; the limit is ${megabytes(MAX_UNPACKED_TOTAL)}`)
    return entries
  } catch (error) {
    // Offsets that point out of the file.
    throw error instanceof RangeError ? damaged() : error
  }
}

/** One entry, unpacked. */
export function extract({ packed, size, isDeflated, checksum, path }: Entry, name: string): Buffer {
  const bytes = isDeflated ? inflate(packed, size) : packed
  if (bytes?.length === size && crc32(bytes) === checksum) return bytes
  const message = `\`${path}\` inside it is damaged`
  throw refuse('file/cut-off', message, startOf(name), 'fetch or save it again')
}

/** Undefined if the data is damaged or longer than the directory says. */
function inflate(packed: Buffer, size: number): Buffer | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
  } catch {
    return undefined
  }
}

export function tooLarge(name: string, why: string): Error {
  return refuse('file/too-large', `this workbook is too large to be read: ${why}`, startOf(name), 'save it as CSV')
}

/** The record at the end, followed only by a comment, gives the position of the directory. */
function findDirectory(bytes: Buffer): { readonly count: number; readonly at: number } {
  const from = Math.max(0, bytes.length - 22 - 0xffff)
  for (let end = bytes.length - 22; end >= from; end -= 1) {
    if (bytes.readUInt32LE(end) !== END) continue
    const count = bytes.readUInt16LE(end + 10)
    const at = bytes.readUInt32LE(end + 16)
    if (count !== 0xffff && at !== ELSEWHERE) return { count, at }
    if (bytes.readUInt32LE(end - 20) !== LOCATOR_64) return { count, at }
    const end64 = readUInt64(bytes, end - 12)
    if (bytes.readUInt32LE(end64) !== END_64) throw new RangeError('no directory')
    return { count: readUInt64(bytes, end64 + 32), at: readUInt64(bytes, end64 + 48) }
  }
  throw new RangeError('no directory')
}

function readEntries(bytes: Buffer, count: number, start: number): Entry[] | undefined {
  const entries: Entry[] = []
  for (let at = start; entries.length < count; ) {
    if (bytes.readUInt32LE(at) !== IN_DIRECTORY) return undefined
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map(field => bytes.readUInt16LE(at + field))
    const extraAt = at + 46 + (nameLength ?? 0)
    const next = extraAt + (extraLength ?? 0) + (commentLength ?? 0)
    const entry = readEntry(bytes, at, bytes.subarray(extraAt, next - (commentLength ?? 0)))
    if (entry === undefined) return undefined
    entries.push({ ...entry, path: bytes.toString('utf8', at + 46, extraAt).replaceAll('\\', '/') })
    at = next
  }
  return entries
}

function readEntry(bytes: Buffer, at: number, extra: Buffer): Omit<Entry, 'path'> | undefined {
  const method = bytes.readUInt16LE(at + 10)
  const wide = wideFields(extra)
  // The 64-bit fields stand in this order, and only those that do not fit elsewhere.
  const [size = 0, packedSize = 0, offset = 0] = [24, 20, 42].map(field => {
    const value = bytes.readUInt32LE(at + field)
    return value === ELSEWHERE ? (wide.shift() ?? value) : value
  })
  const isReadable = (method === STORED || method === DEFLATED) && (bytes.readUInt16LE(at + 8) & ENCRYPTED) === 0
  if (bytes.readUInt32LE(offset) !== AT_ENTRY) return undefined
  const from = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  if (from + packedSize > bytes.length) return undefined
  // Data outside of the file counts as damaged when it is read.
  const packed = isReadable ? bytes.subarray(from, from + packedSize) : Buffer.alloc(0)
  return { size, packed, isDeflated: method === DEFLATED, checksum: bytes.readUInt32LE(at + 16) }
}

function wideFields(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2)
    if (extra.readUInt16LE(at) === EXTRA_64) {
      return Array.from({ length: Math.floor(length / 8) }, (_, index) => readUInt64(extra, at + 4 + 8 * index))
    }
    at += 4 + length
  }
  return []
}

/** Sizes beyond 2^53 exceed any file, so losing precision does not matter. */
function readUInt64(bytes: Buffer, at: number): number {
  return bytes.readUInt32LE(at) + bytes.readUInt32LE(at + 4) * 4_294_967_296
}
