/**
 * Reports whether a key came before, in fixed memory (16 MiB) whatever the number of leads.
 * Keys are kept as 32-bit marks in a table: in a million different ones it is mistaken less than once in a thousand
 * runs.
 */
export interface KeyCounter {
  /** True if the key was seen before. Past the capacity nothing is remembered any more and the answer is false. */
  seen(key: string): boolean
  /** The same of a key by its hashes. */
  seenHash(hashes: KeyHash): boolean
}

/** What a key is known by. */
export interface KeyHash {
  mark: number
  slot: number
}

const SLOTS = 2 ** 22
/** Maximum number of keys kept. */
export const CAPACITY = SLOTS * 0.75

export function createKeyCounter(): KeyCounter {
  const marks = new Uint32Array(SLOTS)
  let kept = 0
  const own: KeyHash = { mark: 0, slot: 0 }
  return {
    seen(key) {
      own.mark = hash(key, SEEDS.mark)
      own.slot = hash(key, SEEDS.slot)
      return this.seenHash(own)
    },
    seenHash(hashes) {
      // 0 means a free slot.
      const mark = hashes.mark || 1
      let slot = hashes.slot % SLOTS
      while (marks[slot] !== 0) {
        if (marks[slot] === mark) return true
        slot = (slot + 1) % SLOTS
      }
      if (kept < CAPACITY) {
        marks[slot] = mark
        kept += 1
      }
      return false
    },
  }
}

/** FNV-1a over UTF-16 units, finished as in MurmurHash3 so that all bits matter. */
function hash(text: string, seed: number): number {
  let h = seed
  for (let index = 0; index < text.length; index += 1) h = hashUnit(h, text.charCodeAt(index))
  return finishHash(h)
}

/** What the two hashes of a key begin with. */
export const SEEDS: Readonly<KeyHash> = { mark: 0x9747b28c, slot: 0x811c9dc5 }

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
