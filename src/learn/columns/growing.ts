/** Numbers of leads that are still being read; kept in one typed array that doubles when it is full. */
export interface Growing {
  push(value: number): void
  /** Those that were pushed, without a copy. */
  values(): Float64Array
}

const FIRST_SIZE = 1_024

export function createGrowing(): Growing {
  let held = new Float64Array(FIRST_SIZE)
  let count = 0
  return {
    push(value) {
      if (count === held.length) {
        const larger = new Float64Array(2 * count)
        larger.set(held)
        held = larger
      }
      held[count] = value
      count += 1
    },
    values: () => held.subarray(0, count),
  }
}

/** The same for whole numbers up to two thousand million. */
export interface GrowingIntegers {
  push(value: number): void
  values(): Int32Array
}

export function createGrowingIntegers(): GrowingIntegers {
  let held = new Int32Array(FIRST_SIZE)
  let count = 0
  return {
    push(value) {
      if (count === held.length) {
        const larger = new Int32Array(2 * count)
        larger.set(held)
        held = larger
      }
      held[count] = value
      count += 1
    },
    values: () => held.subarray(0, count),
  }
}
