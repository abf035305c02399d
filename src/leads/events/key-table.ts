/** Numbers by key, in a few bytes each: keys are known by 64 bits of theirs, which two of a billion keys hardly share. */
export interface KeyTable {
  find(key: string): number | undefined
  /** For a key that is not there. */
  add(key: string, number: number): void
}

const FIRST_SLOTS = 1024

export function createKeyTable(): KeyTable {
  let slots = FIRST_SLOTS
  let highs = new Uint32Array(slots)
  let lows = new Uint32Array(slots)
  /** 0 is a free slot, others are numbers plus one. */
  let numbers = new Uint32Array(slots)
  let count = 0

  const slotOf = (high: number, low: number) => {
    let slot = low & (slots - 1)
    while (numbers[slot] !== 0 && (highs[slot] !== high || lows[slot] !== low)) slot = (slot + 1) & (slots - 1)
    return slot
  }
  const put = (high: number, low: number, number: number) => {
    const slot = slotOf(high, low)
    highs[slot] = high
    lows[slot] = low
    numbers[slot] = number
  }
  const grow = () => {
    const before = { highs, lows, numbers }
    slots *= 2
    highs = new Uint32Array(slots)
    lows = new Uint32Array(slots)
    numbers = new Uint32Array(slots)
    for (const [slot, number] of before.numbers.entries()) {
      if (number !== 0) put(before.highs[slot] ?? 0, before.lows[slot] ?? 0, number)
    }
  }

  return {
    find(key) {
      const number = numbers[slotOf(hash(key, 0x811c9dc5), hash(key, 0x9747b28c))] ?? 0
      return number === 0 ? undefined : number - 1
    },
    add(key, number) {
      if (count * 3 > slots * 2) grow()
      put(hash(key, 0x811c9dc5), hash(key, 0x9747b28c), number + 1)
      count += 1
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
