import { fadeTable, WHOLE } from '../ir/fade.ts'
import type { Bounds, Rule } from '../ir/plan.ts'

/** The share that points of an age are worth, in billionths: nothing before the date, past `within`, or past the table. */
export function shareReader({ fade, within = Number.POSITIVE_INFINITY }: Rule): (age: number) => number {
  const table = fade.kind === 'none' ? undefined : fadeTable(fade)
  return age => {
    if (age < 0 || age > within) return 0
    return table === undefined ? WHOLE : (table[age] ?? 0)
  }
}

/** `max` bounds above, `min` below. */
export function keepWithin(points: number, { max, min }: Bounds): number {
  if (max !== undefined && points > max) return max
  return min !== undefined && points < min ? min : points
}
