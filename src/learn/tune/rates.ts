import { inOrder } from '../choice/in-order.ts'

/** Won of the first and of the last third of leads in time order. */
export interface Rates {
  readonly first: number
  readonly last: number
  /** The last third is won much more or much less often. */
  readonly changed: boolean
}

const MAX_CHANGE = 3 / 2

export function ratesOverTime(rows: Int32Array, won: Uint8Array, order: Float64Array): Rates {
  const sorted = inOrder(rows, order)
  const third = Math.floor(sorted.length / 3)
  const rateOf = (part: Int32Array) => part.reduce((sum, row) => sum + (won[row] ?? 0), 0) / Math.max(1, part.length)
  const [first, last] = [rateOf(sorted.slice(0, third)), rateOf(sorted.slice(-third))]
  return { first, last, changed: last > first * MAX_CHANGE || first > last * MAX_CHANGE }
}

/** The last third in time order, by their places. */
export function lastThird(rows: Int32Array, order: Float64Array): ReadonlySet<number> {
  return new Set(inOrder(rows, order).slice(-Math.floor(rows.length / 3)))
}
