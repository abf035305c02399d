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
