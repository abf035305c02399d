import { Z95 } from './normal.ts'

export interface Interval {
  readonly low: number
  readonly high: number
}

/** Wilson's score interval of a share (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927). Of nothing it is 0 to 1. */
export function wilson(count: number, of: number, z = Z95): Interval {
  if (of === 0) return { low: 0, high: 1 }
  const share = count / of
  const denominator = 1 + (z * z) / of
  const centre = share + (z * z) / (2 * of)
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  return { low: Math.max(0, (centre - half) / denominator), high: Math.min(1, (centre + half) / denominator) }
}

/** Whether two shares differ: the pooled z test, as used for neighbouring bands and stages. */
export function shareDifference(a: Share, b: Share): number {
  const pooled = (a.count + b.count) / (a.of + b.of)
  const variance = pooled * (1 - pooled) * (1 / a.of + 1 / b.of)
  const difference = Math.abs(a.count / a.of - b.count / b.of)
  return variance <= 0 ? 0 : difference / Math.sqrt(variance)
}

export interface Share {
  readonly count: number
  readonly of: number
}
