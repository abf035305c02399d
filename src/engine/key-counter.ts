/**
 * Reports whether a key came before, in fixed memory (16 MiB) whatever the number of leads.
 * Keys are kept as 32-bit marks in a table: in a million different ones it is mistaken less than once in a thousand
 * runs.
 */
export interface KeyCounter {
  /** True if the key was seen before. Past the capacity nothing is remembered any more and the answer is false. */
  seen(key: string): boolean
  /** The same of a key by its hashes. */
  seenHash(mark: number, slot: number): boolean
}

/** The hashes of many keys. */
export interface KeyHashes {
  readonly marks: Uint32Array
  readonly slots: Uint32Array
}

const SLOTS = 2 ** 22
/** Maximum number of keys kept. */
export const CAPACITY = SLOTS * 0.75

export function createKeyCounter(): KeyCounter {
  const marks = new Uint32Array(SLOTS)
  let kept = 0

  function seenHash(mark: number, hashed: number): boolean {
    let slot = hashed % SLOTS
    while (marks[slot] !== 0) {
      if (marks[slot] === mark) return true
      slot = (slot + 1) % SLOTS
    }
    if (kept < CAPACITY) {
      marks[slot] = mark
      kept += 1
    }
    return false
  }

  return {
    // 0 means a free slot.
    seen: key => seenHash(hash(key, SEEDS.mark) || 1, hash(key, SEEDS.slot)),
    seenHash,
  }
}

/** FNV-1a over UTF-16 units, finished as in MurmurHash3 so that all bits matter. */
function hash(text: string, seed: number): number {
  let h = seed
  for (let index = 0; index < text.length; index += 1) h = hashUnit(h, text.charCodeAt(index))
  return finishHash(h)
}

/** What the two hashes of a key begin with. */
export const SEEDS = { mark: 0x9747b28c, slot: 0x811c9dc5 } as const

/** Takes one more unit of a key into a hash. */
export function hashUnit(before: number, unit: number): number {
  return Math.imul(before ^ unit, 0x01000193)
}

export function finishHash(before: number): number {
  let h = before
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
