import { Buffer } from 'node:buffer'

/**
 * The class of a cell that is spelled in a usual way, from its bytes alone; 0 for all others. Of the cells that it takes for
 * alike the first one is read by the reference: `classOf`.
 */
export type Quick = (from: number, to: number) => number

export type ClassOf = (from: number, to: number) => number

/** Texts that are more than one of many, by their length in bytes and their first byte. */
export interface Specials {
  mayBe(length: number, first: number): boolean
}

const MAX_LENGTH = 64

export function createSpecials(texts: readonly string[]): Specials {
  const table = new Uint8Array(MAX_LENGTH * 256)
  for (const text of texts) {
    const bytes = Buffer.from(text)
    const [first = 0] = bytes
    if (bytes.length >= MAX_LENGTH) continue
    table[bytes.length * 256 + first] = 1
    table[bytes.length * 256 + upper(first)] = 1
  }
  // Longer ones are rare, and then nothing long is usual.
  const longest = Math.max(0, ...texts.map(text => Buffer.byteLength(text)))
  return {
    mayBe: (length, first) => (length < MAX_LENGTH ? table[length * 256 + first] === 1 : length <= longest),
  }
}

function upper(byte: number): number {
  return byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte
}
