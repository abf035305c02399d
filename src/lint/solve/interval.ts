import type { Expr, Test } from '../../ir/plan/expr.ts'

/** The whole numbers or days from `low` to `high`, both included. */
export interface Interval {
  readonly low: number
  readonly high: number
}

const ALL: Interval = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }

/** The interval of whole numbers or days that a comparison allows; undefined if it is not such a threshold. */
export function intervalOf(test: Test, asOf: number): Interval | undefined {
  switch (test.operator) {
    case 'at_least':
      return whole({ ...ALL, low: test.value })
    case 'at_most':
      return whole({ ...ALL, high: test.value })
    case 'above':
      return whole({ ...ALL, low: test.value + 1 })
    case 'below':
      return whole({ ...ALL, high: test.value - 1 })
    case 'between':
      return whole({ low: test.low, high: test.high })
    case 'before':
      return { ...ALL, high: test.day - 1 }
    case 'after':
      return { ...ALL, low: test.day + 1 }
    case 'in_last':
      return { low: asOf - test.days, high: asOf }
    case 'older_than':
      return { ...ALL, high: asOf - test.days - 1 }
    case 'in_next':
      return { low: asOf, high: asOf + test.days }
    default:
      return undefined
  }
}

function whole(interval: Interval): Interval | undefined {
  const isWhole = (edge: number) => !Number.isFinite(edge) || Number.isInteger(edge)
  return isWhole(interval.low) && isWhole(interval.high) ? interval : undefined
}

export function intersection(a: Interval, b: Interval): Interval {
  return { low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) }
}

/** The gap between two intervals, the first of which ends before the second begins; undefined if there is none. */
export function between(first: Interval, second: Interval): Interval | undefined {
  const gap = { low: first.high + 1, high: second.low - 1 }
  return gap.low > gap.high ? undefined : gap
}

export function isBounded({ low, high }: Interval): boolean {
  return Number.isFinite(low) && Number.isFinite(high)
}

export function widthOf({ low, high }: Interval): number {
  return high - low + 1
}

/** A part of a condition that is a comparison of one thing. */
export type Leaf = Extract<Expr, { kind: 'test' }>
