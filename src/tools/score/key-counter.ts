/**
 * Reports whether a key came before, in fixed memory (16 MiB) whatever the number of leads.
 * Keys are kept as 32-bit marks in a table: in a million different ones it is mistaken less than once in a thousand
 * runs.
 */
export interface KeyCounter {
  /** True if the key was seen before. Past the capacity nothing is remembered any more and the answer is false. */
  seen(key: string): boolean
}

const SLOTS = 2 ** 22
/** Maximum number of keys kept. */
export const CAPACITY = SLOTS * 0.75

export function createKeyCounter(): KeyCounter {
  const marks = new Uint32Array(SLOTS)
  let kept = 0
  return {
    seen(key) {
      // 0 means a free slot.
      const mark = hash(key, 0x9747b28c) || 1
      let slot = hash(key, 0x811c9dc5) % SLOTS
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
  for (let index = 0; index < text.length; index += 1) h = Math.imul(h ^ text.charCodeAt(index), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
