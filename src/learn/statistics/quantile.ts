/** The value below which a share of some numbers lies, without numbers that are not there; undefined of none. */
export function quantileOf(values: ArrayLike<number>, share: number): number | undefined {
  const sorted = Float64Array.from(values)
    .filter(value => !Number.isNaN(value))
    .sort()
  return sorted.length === 0 ? undefined : sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
}
