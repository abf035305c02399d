import { putVarint } from './thrift.ts'

/** Bits that a number needs. */
export function widthOf(max: number): number {
  return max === 0 ? 0 : 32 - Math.clz32(max)
}

/**
 * Whole numbers in Parquet's mixture of repeated and bit-packed runs: one repeated run if all are equal, else one
 * packed run.
 */
export function packRuns(numbers: Int32Array, count: number, width: number): Buffer {
  if (count === 0) return Buffer.alloc(0)
  const header: number[] = []
  const first = numbers[0] ?? 0
  let isEqual = true
  for (let index = 1; isEqual && index < count; index += 1) isEqual = numbers[index] === first
  if (isEqual) {
    putVarint(header, count * 2)
    for (let bits = 0; bits < width; bits += 8) header.push((first >>> bits) & 0xff)
    return Buffer.from(header)
  }
  const groups = Math.ceil(count / 8)
  putVarint(header, groups * 2 + 1)
  const packed = Buffer.alloc(header.length + groups * width)
  packed.set(header)
  let at = header.length
  // A number has at most 24 bits, so that it fits beside the 7 that can wait.
  let [waiting, bits] = [0, 0]
  for (let index = 0; index < groups * 8; index += 1) {
    waiting |= (index < count ? (numbers[index] ?? 0) : 0) << bits
    bits += width
    while (bits >= 8) {
      packed[at] = waiting & 0xff
      at += 1
      waiting >>>= 8
      bits -= 8
    }
  }
  return packed
}

/** The most bits of a number that `packRuns` takes. */
export const MAX_WIDTH = 24

/** Reads `count` numbers of `width` bits into `into`; gives how many of the bytes they took. */
export function readRuns(bytes: Buffer, width: number, into: Int32Array, count: number): number {
  let [at, done] = [0, 0]
  while (done < count) {
    let [header, factor] = [0, 1]
    for (let isMore = true; isMore; factor *= 0x80) {
      const byte = bytes[at]
      if (byte === undefined) throw new RangeError('a column ends too early')
      at += 1
      header += (byte & 0x7f) * factor
      isMore = byte >= 0x80
    }
    const isPacked = header % 2 === 1
    const length = isPacked ? (header >> 1) * 8 : header >> 1
    if (length === 0) throw new RangeError('a column has an empty run')
    const last = Math.min(count, done + length)
    if (isPacked) {
      let [waiting, bits] = [0, 0]
      const mask = width === 0 ? 0 : 0xffffffff >>> (32 - width)
      let next = at
      for (; done < last; done += 1) {
        while (bits < width) {
          waiting |= (bytes[next] ?? 0) << bits
          next += 1
          bits += 8
        }
        into[done] = waiting & mask
        waiting >>>= width
        bits -= width
      }
      at += (header >> 1) * width
    } else {
      let value = 0
      for (let shift = 0; shift < width; shift += 8) {
        value |= (bytes[at] ?? 0) << shift
        at += 1
      }
      into.fill(value, done, last)
      done = last
    }
  }
  return at
}
