import { Buffer } from 'node:buffer'
import type { Refusal } from '../../base/refusal.ts'
import { refuse, startOf } from '../refuse-input.ts'
import { lengthOf, peek, prepend } from './peek.ts'

/** Bytes looked at to tell text from anything else. */
const HEAD = 4096

/** Cuts large chunks, so that little text is held at once. */
const SLICE = 65_536

export interface Unpacked {
  /** The first bytes; fewer than `HEAD` only if there are no more. */
  readonly head: Buffer
  readonly rest: AsyncIterable<Uint8Array>
  readonly compressed: boolean
}

/** Unpacks gzip, recognised by its first bytes, never by a name. */
export async function unpack(bytes: AsyncIterable<Uint8Array>, name: string): Promise<Unpacked> {
  const { first, rest } = await peek(sliced(bytes), HEAD, lengthOf)
  const head = Buffer.concat(first)
  if (head[0] !== 0x1f || head[1] !== 0x8b) return { head, rest, compressed: false }
  const unpacked = await peek(sliced(gunzip(prepend(first, rest), name)), HEAD, lengthOf)
  return { head: Buffer.concat(unpacked.first), rest: unpacked.rest, compressed: true }
}

async function* gunzip(packed: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new DecompressionStream('gzip')
  const source = failing(packed)
  const filling = fill(writable.getWriter(), source.bytes)
  // Whoever reads learns of it below, and who reads no more has no use for it.
  filling.catch(() => {})
  const reader = readable.getReader()
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value
    await filling
  } catch (error) {
    throw source.error() ?? cutOff(name, error)
  } finally {
    // Where nobody reads on, the next write fails, which ends the filling.
    await reader.cancel().catch(() => {})
  }
}

/** What a writer of every platform has. */
interface Writer {
  write(chunk: Uint8Array<ArrayBuffer>): Promise<void>
  close(): Promise<void>
  abort(reason: unknown): Promise<void>
}

/** Writes copies of all bytes, as fast as they are taken. */
async function fill(writer: Writer, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    for await (const chunk of bytes) await writer.write(new Uint8Array(chunk))
    await writer.close()
  } catch (error) {
    await writer.abort(error).catch(() => {})
    throw error
  }
}

/** Bytes, and the error with which they ended: it is not one of unpacking. */
function failing(from: AsyncIterable<Uint8Array>): { bytes: AsyncIterable<Uint8Array>; error: () => unknown } {
  let failed: unknown
  async function* bytes() {
    try {
      yield* from
    } catch (error) {
      failed = error
      throw error
    }
  }
  return { bytes: bytes(), error: () => failed }
}

function cutOff(name: string, error: unknown): Refusal {
  const ends = error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR'
  const message = ends ? 'the gzip data ends too early' : 'the gzip data is damaged'
  return refuse('file/cut-off', message, startOf(name), 'fetch or export the file again')
}

async function* sliced(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.length; at += SLICE) yield chunk.subarray(at, at + SLICE)
  }
}
