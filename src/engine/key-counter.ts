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
  /** Before many keys: see `KeyTable`. */
  touch(slots: Uint32Array, keys: number): void
}

/** The hashes of many keys. */
export interface KeyHashes {
  readonly marks: Uint32Array
  readonly slots: Uint32Array
}

const SLOTS = 2 ** 22
/** Maximum number of keys kept. */
const CAPACITY = SLOTS * 0.75
/** Slots for the keys of small files: a large table takes longer to make than they take to be scored. */
const FEW_SLOTS = 2 ** 13
const FEW = FEW_SLOTS * 0.5

export function createKeyCounter(): KeyCounter {
  const table = createKeyTable(false)
  const seenHash = (mark: number, slot: number) => table.first(mark, slot, 0) !== undefined
  return {
    seen(key) {
      const { mark, slot } = textHashes(key)
      return seenHash(mark, slot)
    },
    seenHash,
    touch: table.touch,
  }
}

/** Keys by their marks, and if wanted beside each a number that came with it first. */
export interface KeyTable {
  /** The number that came with a key first; undefined if the key is new. Past the capacity all others stay new. */
  first(mark: number, slot: number, beside: number): number | undefined
  /**
   * Looks at the places of keys that are asked for next. Memory answers many looks at once nearly as quickly as one, and
   * the questions would wait for each.
   */
  touch(slots: Uint32Array, keys: number): void
}

export function createKeyTable(hasBeside: boolean): KeyTable {
  // Both stand side by side: a look at a large table costs more than anything else here.
  const step = hasBeside ? 2 : 1
  let entries = new Uint32Array(step * FEW_SLOTS)
  let mask = step * FEW_SLOTS - 1
  /** Of each key in the small table where it belongs in the large one. */
  const places = new Uint32Array(step * FEW_SLOTS)
  let kept = 0

  function first(mark: number, hashed: number, beside: number): number | undefined {
    let slot = Math.imul(hashed, step) & mask
    while (entries[slot] !== 0) {
      if (entries[slot] === mark) return entries[slot + step - 1]
      slot = (slot + step) & mask
    }
    if (kept >= CAPACITY) return undefined
    entries[slot] = mark
    if (hasBeside) entries[slot + 1] = beside
    kept += 1
    if (kept > FEW) return undefined
    places[slot] = hashed
    if (kept === FEW) grow()
    return undefined
  }

  function grow(): void {
    const few = entries
    entries = new Uint32Array(step * SLOTS)
    mask = step * SLOTS - 1
    for (let place = 0; place < few.length; place += step) {
      const mark = few[place] ?? 0
      if (mark === 0) continue
      let slot = Math.imul(places[place] ?? 0, step) & mask
      while (entries[slot] !== 0) slot = (slot + step) & mask
      entries[slot] = mark
      if (hasBeside) entries[slot + 1] = few[place + 1] ?? 0
    }
  }

  /** Written, so that the looks are not optimised away. */
  const touched = new Uint32Array(1)

  return {
    first,
    touch(slots, keys) {
      let all = 0
      for (let key = 0; key < keys; key += 1) all ^= entries[Math.imul(slots[key] ?? 0, step) & mask] ?? 0
      touched[0] = all
    },
  }
}

export interface KeyHash {
  readonly mark: number
  readonly slot: number
}

/** The hashes of two keys together, by those of each. */
export function pairHashes(one: KeyHash, other: KeyHash): KeyHash {
  return { mark: pairHash(one.mark, other.mark) || 1, slot: pairHash(one.slot, other.slot) }
}

export function pairHash(one: number, other: number): number {
  return finishHash(hashUnit(one, other))
}

/** The hashes of a key; a mark is never 0, which means a free slot. */
export function textHashes(key: string): KeyHash {
  return { mark: hash(key, SEEDS.mark) || 1, slot: hash(key, SEEDS.slot) }
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
