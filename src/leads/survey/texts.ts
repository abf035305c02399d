import { finishHash, hashUnit, SEEDS } from '../../engine/key-counter.ts'
import { withPlace } from '../growing.ts'

/** Many texts in one buffer, numbered from 0: a byte for each sign where all are of Latin-1, else two. */
export interface Texts {
  /** Appends a text and gives its number. */
  append(text: string): number
  /** The same of a text of Latin-1 as bytes. */
  appendBytes(bytes: Uint8Array, from: number, to: number): number
  text(number: number): string
  /** Whether a text is the one of this number. */
  isSame(number: number, text: string): boolean
  isSameBytes(number: number, bytes: Uint8Array, from: number, to: number): boolean
  readonly size: number
  /** Bytes taken so far. */
  readonly bytes: number
}

export function createTexts(): Texts {
  let buffer = Buffer.alloc(1024)
  /** Where each text starts; the end of one is the start of the next. */
  let starts = new Uint32Array(1024)
  let wide = new Uint8Array(1024)
  let size = 0
  let used = 0

  function makeRoom(bytes: number): void {
    if (used + bytes <= buffer.length) return
    const larger = Buffer.alloc(Math.max(2 * buffer.length, used + bytes))
    buffer.copy(larger, 0, 0, used)
    buffer = larger
  }

  /** Ends the text that was written behind the others. */
  function close(isWide: boolean): number {
    starts = withPlace(starts, size + 1)
    wide = withPlace(wide, size)
    wide[size] = isWide ? 1 : 0
    size += 1
    starts[size] = used
    return size - 1
  }

  return {
    append(text) {
      const isWide = hasWide(text)
      makeRoom(2 * text.length)
      used += buffer.write(text, used, isWide ? 'utf16le' : 'latin1')
      return close(isWide)
    },
    appendBytes(bytes, from, to) {
      makeRoom(to - from)
      for (let at = from; at < to; at += 1) buffer[used + at - from] = bytes[at] ?? 0
      used += to - from
      return close(false)
    },
    text: number => buffer.toString(wide[number] === 1 ? 'utf16le' : 'latin1', starts[number], starts[number + 1]),
    isSame(number, text) {
      const start = starts[number] ?? 0
      const step = wide[number] === 1 ? 2 : 1
      if ((starts[number + 1] ?? 0) - start !== step * text.length) return false
      for (let index = 0; index < text.length; index += 1) {
        const at = start + step * index
        const unit = step === 1 ? buffer[at] : (buffer[at] ?? 0) | ((buffer[at + 1] ?? 0) << 8)
        if (unit !== text.charCodeAt(index)) return false
      }
      return true
    },
    isSameBytes(number, bytes, from, to) {
      const start = starts[number] ?? 0
      if (wide[number] === 1 || (starts[number + 1] ?? 0) - start !== to - from) return false
      for (let at = from; at < to; at += 1) if (buffer[start + at - from] !== bytes[at]) return false
      return true
    },
    get size() {
      return size
    },
    get bytes() {
      return used
    },
  }
}

function hasWide(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 0xff) return true
  return false
}

const SEED = SEEDS.slot

/** Different texts, each with a number from 0 in the order of their first appearance. */
export interface TextTable {
  /** The number of a text, which is remembered. */
  of(text: string): number
  /** The same of a text of Latin-1 as bytes. */
  ofBytes(bytes: Uint8Array, from: number, to: number): number
  text(number: number): string
  readonly size: number
  readonly bytes: number
}

export function createTextTable(): TextTable {
  const texts = createTexts()
  let slots = new Int32Array(1024)
  let hashes = new Uint32Array(512)

  function slotOf(hash: number): number {
    return hash & (slots.length - 1)
  }

  function put(number: number): void {
    let slot = slotOf(hashes[number] ?? 0)
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
    slots[slot] = number + 1
  }

  /** Gives the text that was appended last a place by its hash. */
  function place(number: number, hash: number): number {
    hashes = withPlace(hashes, number)
    hashes[number] = hash
    if (2 * (number + 1) > slots.length) {
      slots = new Int32Array(2 * slots.length)
      for (let each = 0; each < number; each += 1) put(each)
    }
    put(number)
    return number
  }

  return {
    of(text) {
      const hash = hashOf(text)
      for (let slot = slotOf(hash); ; slot = (slot + 1) & (slots.length - 1)) {
        const number = (slots[slot] ?? 0) - 1
        if (number < 0) return place(texts.append(text), hash)
        if (hashes[number] === hash && texts.isSame(number, text)) return number
      }
    },
    ofBytes(bytes, from, to) {
      let hash: number = SEED
      for (let at = from; at < to; at += 1) hash = hashUnit(hash, bytes[at] ?? 0)
      hash = finishHash(hash)
      for (let slot = slotOf(hash); ; slot = (slot + 1) & (slots.length - 1)) {
        const number = (slots[slot] ?? 0) - 1
        if (number < 0) return place(texts.appendBytes(bytes, from, to), hash)
        if (hashes[number] === hash && texts.isSameBytes(number, bytes, from, to)) return number
      }
    },
    text: texts.text,
    get size() {
      return texts.size
    },
    get bytes() {
      return texts.bytes
    },
  }
}

function hashOf(text: string): number {
  let hash: number = SEED
  for (let index = 0; index < text.length; index += 1) hash = hashUnit(hash, text.charCodeAt(index))
  return finishHash(hash)
}
