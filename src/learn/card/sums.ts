/**
 * Sums over the leads of each bin, at the present chances p: of y - p, of p(1 - p), and the leads. A group of bins whose
 * weight changes from 0 gains first² / (2 (second + ridge)): the second-order approximation of the logarithmic loss, as in
 * gradient boosting (J. Friedman et al., Ann. Stat. 28, 2000; T. Chen and C. Guestrin, KDD 2016, eq. 6).
 */
export interface Sums {
  readonly first: Float64Array
  readonly second: Float64Array
  readonly leads: Float64Array
}

export function emptySums(size: number): Sums {
  return { first: new Float64Array(size), second: new Float64Array(size), leads: new Float64Array(size) }
}

export function gainOf(first: number, second: number, ridge: number): number {
  return (0.5 * first * first) / (second + ridge)
}

/** The weight that gains most. */
export function weightOf(first: number, second: number, ridge: number): number {
  return first / (second + ridge)
}
