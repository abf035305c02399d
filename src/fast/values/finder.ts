import type { Memory } from '../memory.ts'
import type { Fill, OneColumn } from './usual.ts'

/** Gives the number of some bytes. */
export type Finder = (from: number, to: number) => number

/** Different cells of a column that are remembered; further ones are looked at each time. */
const MAX_TEXTS = 65_536

/** Texts by their bytes: `classOf` is asked for the number of each once. */
export function createFinder(memory: Memory, classOf: Finder): Finder {
  const { view, values } = memory
  let slots = new Int32Array(1024).fill(-1)
  let mask = slots.length - 1
  let hashes = new Int32Array(512)
  let lengths = new Int32Array(512)
  let places = new Int32Array(512)
  let classes = new Int32Array(512)
  let known = 0

  function isSame(text: number, from: number, to: number): boolean {
    const length = to - from
    let place = places[text] ?? 0
    if (length < 4) {
      return (
        length === 0 ||
        ((view.getInt32(place, true) ^ view.getInt32(from, true)) & (0xffffff >>> (8 * (3 - length)))) === 0
      )
    }
    const end = to - 4
    for (let at = from; at < end; at += 4, place += 4) {
      if (view.getInt32(place, true) !== view.getInt32(at, true)) return false
    }
    return view.getInt32((places[text] ?? 0) + length - 4, true) === view.getInt32(end, true)
  }

  function add(hash: number, from: number, to: number): number {
    const id = classOf(from, to)
    if (known >= MAX_TEXTS) return id
    const place = values.bytes(from, to)
    if (place < 0) return id
    if (known === hashes.length) {
      hashes = doubled(hashes)
      lengths = doubled(lengths)
      places = doubled(places)
      classes = doubled(classes)
    }
    hashes[known] = hash
    lengths[known] = to - from
    places[known] = place
    classes[known] = id
    known += 1
    if (2 * known > mask) {
      slots = new Int32Array(2 * slots.length).fill(-1)
      mask = slots.length - 1
      for (let text = 0; text < known; text += 1) put(text)
    } else put(known - 1)
    return id
  }

  function put(text: number): void {
    let slot = (hashes[text] ?? 0) & mask
    while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask
    slots[slot] = text
  }

  return (from, to) => {
    const hash = hashOf(view, from, to)
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const text = slots[slot] ?? -1
      if (text < 0) return add(hash, from, to)
      if (hashes[text] === hash && lengths[text] === to - from && isSame(text, from, to)) return classes[text] ?? 0
    }
  }
}

/** Finds the class of each cell by its text. */
export function fillByText({ cells: { width, starts, ends }, column, find }: OneColumn): Fill {
  return (ids, records) => {
    for (let record = 0; record < records; record += 1) {
      const cell = record * width + column
      const from = column === 0 ? (starts[record] ?? 0) : (ends[cell - 1] ?? 0) + 1
      const to = ends[cell] ?? 0
      ids[record] = find(from, to)
    }
  }
}

function doubled(table: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * table.length)
  larger.set(table)
  return larger
}

/** Four bytes at a time. */
function hashOf(view: DataView, from: number, to: number): number {
  const length = to - from
  let hash = length
  if (length < 4) {
    if (length > 0) hash = Math.imul(hash ^ (view.getInt32(from, true) & (0xffffff >>> (8 * (3 - length)))), 0x01000193)
  } else {
    const end = to - 4
    for (let at = from; at < end; at += 4) {
      hash = Math.imul(hash ^ view.getInt32(at, true), 0x01000193)
      hash ^= hash >>> 15
    }
    hash = Math.imul(hash ^ view.getInt32(end, true), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return hash ^ (hash >>> 13)
}
