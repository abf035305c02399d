/** The shortest number above `low` and up to `high`, a whole one between whole ones: 700 between 690 and 717. Rules with such bounds can be remembered. */
export function shortNumber(low: number, high: number, whole: boolean): number {
  if (high <= low) return high
  let unit = 10 ** Math.floor(Math.log10(high - low))
  for (let digits = 0; digits < MAX_DIGITS; digits += 1) {
    for (const factor of FACTORS) {
      const step = unit * factor
      if (whole && !Number.isInteger(step)) continue
      const found = Number((Math.floor(high / step) * step).toPrecision(12))
      if (found > low && found <= high) return toRulebook(found, low, high)
    }
    unit /= 10
  }
  return toRulebook(high, low, high)
}

const MAX_DIGITS = 6
const FACTORS = [10, 5, 2.5, 2, 1]

/** A rulebook keeps six decimals. */
function toRulebook(found: number, low: number, high: number): number {
  const rounded = Math.round(found * 1e6) / 1e6
  return rounded > low && rounded <= high ? rounded : high
}
