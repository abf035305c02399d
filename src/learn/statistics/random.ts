/** Whole numbers from 0 to below `limit`, the same ones for the same seed. */
export type Random = (limit: number) => number

/** Mulberry32 (T. Ettinger, public domain): 32 bits of state, enough to shuffle leads the same way on every run. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  return limit => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit)
  }
}

/** Fisher and Yates. */
export function shuffle(items: Int32Array, random: Random): Int32Array {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = random(last + 1)
    const held = items[last] ?? 0
    items[last] = items[other] ?? 0
    items[other] = held
  }
  return items
}
