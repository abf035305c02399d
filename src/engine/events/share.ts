import { type Fade, fadeTable, WHOLE } from '../../ir/plan/fade.ts'
import type { Bounds, Rule } from '../../ir/plan/plan.ts'

/**
 * The share of the points at an age, in billionths: 0 before the date, after `within`, or past the end of the table.
 */
export function shareReader({ fade, within = Number.POSITIVE_INFINITY }: Rule): (age: number) => number {
  const table = fade.kind === 'none' ? undefined : tableOf(fade)
  return age => {
    if (age < 0 || age > within) return 0
    return table === undefined ? WHOLE : (table[age] ?? 0)
  }
}

type Fading = Exclude<Fade, { readonly kind: 'none' }>

/** Plans that are compiled many times (tests, mutants) share their fade tables. */
const tables = new WeakMap<Fading, readonly number[]>()

function tableOf(fade: Fading): readonly number[] {
  const table = tables.get(fade) ?? fadeTable(fade)
  tables.set(fade, table)
  return table
}

/** `max` bounds above, `min` below. */
export function keepWithin(points: number, { max, min }: Bounds): number {
  if (max !== undefined && points > max) return max
  return min !== undefined && points < min ? min : points
}
