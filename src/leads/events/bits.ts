/** A set of small numbers, in a bit each. */
export function createBits(): { add(number: number): void; has(number: number): boolean } {
  let bits = new Uint8Array(1024)
  return {
    add(number) {
      if (number >> 3 >= bits.length) {
        const more = new Uint8Array(Math.max(bits.length * 2, (number >> 3) + 1))
        more.set(bits)
        bits = more
      }
      bits[number >> 3] = (bits[number >> 3] ?? 0) | (1 << (number & 7))
    },
    has: number => ((bits[number >> 3] ?? 0) & (1 << (number & 7))) !== 0,
  }
}
