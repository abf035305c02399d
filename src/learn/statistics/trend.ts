/** A value of a period, and its standard error. */
export interface Dated {
  readonly value: number
  readonly error: number
}

/**
 * How many standard errors the slope of a line through values of successive periods differs from 0: weighted least
 * squares with weights 1 / error². Undefined for fewer than three periods.
 */
export function trendOf(values: readonly Dated[]): number | undefined {
  const usable = values.map((each, at) => ({ ...each, at })).filter(({ error }) => error > 0 && Number.isFinite(error))
  if (usable.length < 3) return undefined
  let [weights, weightedAt, weightedValue] = [0, 0, 0]
  for (const { value, error, at } of usable) {
    const weight = 1 / (error * error)
    weights += weight
    weightedAt += weight * at
    weightedValue += weight * value
  }
  const [meanAt, meanValue] = [weightedAt / weights, weightedValue / weights]
  let [cross, square] = [0, 0]
  for (const { value, error, at } of usable) {
    cross += ((at - meanAt) * (value - meanValue)) / (error * error)
    square += (at - meanAt) ** 2 / (error * error)
  }
  return square === 0 ? undefined : cross / square / Math.sqrt(1 / square)
}
