/** Round numbers above 0. */

/** Rounds a threshold down to two digits, so that the value it was taken from still reaches it: 1,288 becomes 1,200. */
export function round(number: number): number {
  let digits = 0
  const signs = Array.from(number.toFixed(6), sign => {
    if (sign === '.' || (sign === '0' && digits === 0)) return sign
    digits += 1
    return digits > 2 ? '0' : sign
  })
  return Number(signs.join(''))
}

/** The value below which a share of a sorted list lies. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

/** Common spans, in days. */
const SPANS = [7, 14, 30, 60, 90, 180, 365, 730, 1_825, 3_650]

/** The shortest of them with at least so many days, if any. */
export function spanFor(days: number): number | undefined {
  return SPANS.find(span => days <= span)
}
