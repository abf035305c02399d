/** Earliest first; leads without a day before all others. */
export function inOrder(rows: Int32Array, order: Float64Array): Int32Array {
  const at = (row: number) => (Number.isNaN(order[row] ?? Number.NaN) ? -Infinity : (order[row] ?? 0))
  return Int32Array.from(rows).sort((a, b) => at(a) - at(b) || a - b)
}
