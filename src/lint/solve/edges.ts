import type { Test } from '../../ir/plan/expr.ts'

/** The numbers or days at which the answer of a test changes. */
export function edgesOf(test: Test, asOf: number): number[] {
  switch (test.operator) {
    case 'equals':
      return test.values.filter(value => typeof value === 'number')
    case 'at_least':
    case 'at_most':
    case 'above':
    case 'below':
      return [test.value]
    case 'between':
      return [test.low, test.high]
    case 'before':
    case 'after':
      return [test.day]
    case 'in_last':
      return [asOf - test.days, asOf]
    case 'older_than':
      return [asOf - test.days]
    case 'in_next':
      return [asOf, asOf + test.days]
    case 'contains':
    case 'starts_with':
    case 'ends_with':
    case 'has_word':
    case 'matches':
    case 'is':
    case 'known':
      return []
  }
}

/** Numbers between two ends, both included. */
export interface Stretch {
  readonly low: number
  readonly high: number
}

/** Where the numbers or days are of which a test holds, or does not: all of them, and perhaps some more. */
export function stretchOf(test: Test, holds: boolean, asOf: number): Stretch {
  const above = (edge: number) => (holds ? from(edge) : to(edge))
  const below = (edge: number) => (holds ? to(edge) : from(edge))
  const inside = (low: number, high: number) => (holds ? { low, high } : ANYWHERE)
  switch (test.operator) {
    case 'at_least':
    case 'above':
      return above(test.value)
    case 'at_most':
    case 'below':
      return below(test.value)
    case 'after':
      return above(test.day)
    case 'before':
      return below(test.day)
    case 'older_than':
      return below(asOf - test.days)
    case 'between':
      return inside(test.low, test.high)
    case 'in_last':
      return inside(asOf - test.days, asOf)
    case 'in_next':
      return inside(asOf, asOf + test.days)
    default:
      return ANYWHERE
  }
}

const ANYWHERE: Stretch = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }

function from(low: number): Stretch {
  return { ...ANYWHERE, low }
}

function to(high: number): Stretch {
  return { ...ANYWHERE, high }
}

/** Numbers have at most six decimals. */
const SMALLEST_STEP = 1e-6

/**
 * One number for each stretch between the edges and for each edge itself: what tests say of any number they say of one
 * of these. Edges come first, as they are what people know.
 */
export function numberLine(edges: readonly number[], whole: boolean): number[] {
  const sorted = [...new Set(edges)].sort((a, b) => a - b)
  const [lowest = 0, highest = lowest] = [sorted[0], sorted.at(-1)]
  const between = sorted.slice(1).flatMap((edge, index) => inside(sorted[index] ?? edge, edge, whole))
  return [...sorted, ...between, highest + 1, lowest - 1]
}

function inside(low: number, high: number, whole: boolean): number[] {
  const middle = Math.floor((low + high) / 2)
  if (middle > low && middle < high) return [middle]
  if (whole || high - low <= SMALLEST_STEP) return []
  return [Math.round(((low + high) / 2) * 1e6) / 1e6]
}
