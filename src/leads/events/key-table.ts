import { textHashes } from '../../engine/key-counter.ts'

/** Numbers by key, in a few bytes each: keys are known by 64 bits of theirs, which two of a billion keys hardly share. */
export interface KeyTable {
  find(key: string): number | undefined
  /** The same by the two hashes of a key. */
  findHashed(mark: number, slot: number): number | undefined
  /** For a key that is not there. */
  add(key: string, number: number): void
  addHashed(mark: number, slot: number, number: number): void
}

const FIRST_SLOTS = 1024

/** `expected`: keys that there will be at least. */
export function createKeyTable(expected = 0): KeyTable {
  let slots = Math.max(FIRST_SLOTS, 2 ** Math.ceil(Math.log2(1 + expected * 1.5)))
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
  const numberAt = (place: number) => {
    const number = numbers[place] ?? 0
    return number === 0 ? undefined : number - 1
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

  const addHashed = (mark: number, slot: number, number: number) => {
    if (count * 3 > slots * 2) grow()
    put(slot, mark, number + 1)
    count += 1
  }

  return {
    find(key) {
      const { mark, slot } = textHashes(key)
      return numberAt(slotOf(slot, mark))
    },
    findHashed: (mark, slot) => numberAt(slotOf(slot, mark)),
    add(key, number) {
      const { mark, slot } = textHashes(key)
      addHashed(mark, slot, number)
    },
    addHashed,
  }
}
