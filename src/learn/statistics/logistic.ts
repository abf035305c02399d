/** A line from scores to log odds. */
export interface LogisticLine {
  readonly intercept: number
  readonly slope: number
}

export function chanceOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds))
}

/** The logarithmic loss of one lead, in nats. */
export function lossOf(logOdds: number, won: number): number {
  const against = won === 1 ? -logOdds : logOdds
  return against > 30 ? against : Math.log1p(Math.exp(against))
}

/** The mean logarithmic loss of log odds. */
export function meanLoss(logOdds: ArrayLike<number>, won: Uint8Array): number {
  let sum = 0
  for (let i = 0; i < won.length; i += 1) sum += lossOf(logOdds[i] ?? 0, won[i] ?? 0)
  return sum / won.length
}

/**
 * Logistic regression on one score, by Newton's method on the standardised score (J. Platt, Advances in Large Margin
 * Classifiers, 1999, without his smoothed targets, as scores here were made on other leads). The tiny ridge on the slope
 * only matters where won and lost are parted exactly.
 */
export function fitLogistic(scores: ArrayLike<number>, won: Uint8Array): LogisticLine {
  const count = won.length
  const wonCount = won.reduce<number>((sum, each) => sum + each, 0)
  if (wonCount === 0 || wonCount === count)
    return { intercept: Math.log((wonCount + 0.5) / (count - wonCount + 0.5)), slope: 0 }
  const { mean, deviation } = momentsOf(scores)
  let intercept = Math.log(wonCount / (count - wonCount))
  let slope = 0
  for (let step = 0; step < MAX_STEPS; step += 1) {
    let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, RIDGE]
    for (let i = 0; i < count; i += 1) {
      const z = ((scores[i] ?? 0) - mean) / deviation
      const chance = chanceOf(intercept + slope * z)
      const residual = (won[i] ?? 0) - chance
      const weight = chance * (1 - chance)
      g0 += residual
      g1 += residual * z
      h00 += weight
      h01 += weight * z
      h11 += weight * z * z
    }
    const determinant = h00 * h11 - h01 * h01
    if (!(determinant > 1e-12)) break
    const up = (h11 * g0 - h01 * g1) / determinant
    const steeper = (h00 * g1 - h01 * g0) / determinant
    intercept += bounded(up)
    slope += bounded(steeper)
    if (Math.abs(up) + Math.abs(steeper) < 1e-8) break
  }
  return { intercept: intercept - (slope * mean) / deviation, slope: slope / deviation }
}

const MAX_STEPS = 60
const RIDGE = 1e-3

function bounded(step: number): number {
  return Math.max(-2, Math.min(2, step))
}

function momentsOf(scores: ArrayLike<number>): { readonly mean: number; readonly deviation: number } {
  let mean = 0
  for (let i = 0; i < scores.length; i += 1) mean += (scores[i] ?? 0) / scores.length
  let variance = 0
  for (let i = 0; i < scores.length; i += 1) variance += ((scores[i] ?? 0) - mean) ** 2 / scores.length
  return { mean, deviation: Math.sqrt(variance) || 1 }
}
