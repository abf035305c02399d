import { Buffer } from 'node:buffer'
import { pipeline } from 'node:stream'
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
  const { createGunzip } = await import('node:zlib')
  // An error reaches the loop below through the stream itself.
  const unpacked = pipeline(packed, createGunzip(), () => {})
  try {
    for await (const chunk of unpacked) yield chunk
  } catch (error) {
    throw isZlibError(error) ? cutOff(name, error.code) : error
  }
}

function isZlibError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_')
}

function cutOff(name: string, code: string): Refusal {
  const message = code === 'Z_BUF_ERROR' ? 'the gzip data ends too early' : 'the gzip data is damaged'
  return refuse('file/cut-off', message, startOf(name), 'fetch or export the file again')
}

async function* sliced(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.length; at += SLICE) yield chunk.subarray(at, at + SLICE)
  }
}
