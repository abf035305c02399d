import { shareAt, WHOLE } from '../../ir/plan/fade.ts'
import type { Bounds, Rule } from '../../ir/plan/plan.ts'

/** The share of the points at an age, in billionths: 0 before the date and after `within`. */
export function shareReader({ fade, within = Number.POSITIVE_INFINITY }: Rule): (age: number) => number {
  if (fade.kind === 'none') return age => (age < 0 || age > within ? 0 : WHOLE)
  return age => (age < 0 || age > within ? 0 : shareAt(fade, age))
}

/** `max` bounds above, `min` below. */
export function keepWithin(points: number, { max, min }: Bounds): number {
  if (max !== undefined && points > max) return max
  return min !== undefined && points < min ? min : points
}
