/**
 * Reports whether a key came before, in at most 16 MiB whatever the number of leads.
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
/** Slots for the keys of small files: a large table takes longer to make than they take to be scored. */
const FEW_SLOTS = 2 ** 13
const FEW = FEW_SLOTS * 0.5

export function createKeyCounter(): KeyCounter {
  let marks = new Uint32Array(FEW_SLOTS)
  let mask = FEW_SLOTS - 1
  /** Of each key in the small table where it belongs in the large one. */
  const places = new Uint32Array(FEW_SLOTS)
  let kept = 0

  function seenHash(mark: number, hashed: number): boolean {
    let slot = hashed & mask
    while (marks[slot] !== 0) {
      if (marks[slot] === mark) return true
      slot = (slot + 1) & mask
    }
    if (kept >= CAPACITY) return false
    marks[slot] = mark
    kept += 1
    if (kept > FEW) return false
    places[slot] = hashed
    if (kept === FEW) grow()
    return false
  }

  function grow(): void {
    const few = marks
    marks = new Uint32Array(SLOTS)
    mask = SLOTS - 1
    for (const [place, mark] of few.entries()) {
      if (mark === 0) continue
      let slot = (places[place] ?? 0) & mask
      while (marks[slot] !== 0) slot = (slot + 1) & mask
      marks[slot] = mark
    }
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
