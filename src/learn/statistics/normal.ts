/** The two-sided 95 % point of the normal distribution. */
export const Z95 = 1.959963984540054

/** The two-sided 99 % point. */
export const Z99 = 2.5758293035489004

/**
 * The share of a standard normal distribution below `z`: Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26
 * (error below 1.5e-7).
 */
export function normalBelow(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const polynomial = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  const erf = 1 - polynomial * Math.exp(-x * x)
  return z >= 0 ? (1 + erf) / 2 : (1 - erf) / 2
}
