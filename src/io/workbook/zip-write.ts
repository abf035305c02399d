import { Buffer } from 'node:buffer'
import { crc32 } from 'node:zlib'

/**
 * Zip archives, written front to back. Their times are the earliest there are: the same contents give the same bytes.
 */
const VERSION = 20
const STREAMED_AND_UTF8 = 0x0808
const UTF8 = 0x0800
const DEFLATED = 8
const FIRST_DAY = 0x21
/** The largest size or offset of the plain format. */
export const MAX_ZIP_BYTES = 0xffffffff

export interface Written {
  readonly path: Buffer
  readonly isStreamed: boolean
  readonly offset: number
  readonly checksum: number
  readonly packed: number
  readonly size: number
}

/** The header before the data of an entry; a streamed entry has its sizes after the data. */
export function entryHead({ path, isStreamed, checksum, packed, size }: Omit<Written, 'offset'>): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  writeShared(head, 4, isStreamed)
  if (!isStreamed) writeSizes(head, 14, checksum, packed, size)
  head.writeUInt16LE(path.length, 26)
  return Buffer.concat([head, path])
}

/** The descriptor after the data of a streamed entry. */
export function entryTail({ checksum, packed, size }: Pick<Written, 'checksum' | 'packed' | 'size'>): Buffer {
  const tail = Buffer.alloc(16)
  tail.writeUInt32LE(0x08074b50, 0)
  writeSizes(tail, 4, checksum, packed, size)
  return tail
}

/** The directory of everything written, and where it starts. */
export function directory(entries: readonly Written[], offset: number): Buffer {
  const rows = entries.map(({ path, isStreamed, checksum, packed, size, offset: at }) => {
    const row = Buffer.alloc(46)
    row.writeUInt32LE(0x02014b50, 0)
    row.writeUInt16LE(VERSION, 4)
    writeShared(row, 6, isStreamed)
    writeSizes(row, 16, checksum, packed, size)
    row.writeUInt16LE(path.length, 28)
    row.writeUInt32LE(at, 42)
    return Buffer.concat([row, path])
  })
  const size = rows.reduce((sum, row) => sum + row.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...rows, end])
}

/** An archive of files as they are, without compression. */
export function packStored(files: readonly (readonly [path: string, bytes: Buffer])[]): ArrayBuffer {
  const written: Written[] = []
  const pieces: Buffer[] = []
  let offset = 0
  for (const [path, bytes] of files) {
    const entry = storedEntry(path, bytes, offset)
    const head = entryHead(entry)
    pieces.push(head, bytes)
    written.push(entry)
    offset += head.length + bytes.length
  }
  const { buffer, byteOffset, byteLength } = Buffer.concat([...pieces, directory(written, offset)])
  // Small buffers share their memory with others.
  const whole = new ArrayBuffer(byteLength)
  new Uint8Array(whole).set(new Uint8Array(buffer, byteOffset, byteLength))
  return whole
}

export function storedEntry(path: string, bytes: Buffer, offset: number): Written {
  const { length } = bytes
  return { path: Buffer.from(path), isStreamed: false, offset, checksum: crc32(bytes), packed: length, size: length }
}

function writeShared(target: Buffer, at: number, isStreamed: boolean): void {
  target.writeUInt16LE(VERSION, at)
  target.writeUInt16LE(isStreamed ? STREAMED_AND_UTF8 : UTF8, at + 2)
  target.writeUInt16LE(isStreamed ? DEFLATED : 0, at + 4)
  target.writeUInt16LE(FIRST_DAY, at + 8)
}

function writeSizes(target: Buffer, at: number, checksum: number, packed: number, size: number): void {
  target.writeUInt32LE(checksum, at)
  target.writeUInt32LE(packed, at + 4)
  target.writeUInt32LE(size, at + 8)
}
