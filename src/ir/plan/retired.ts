import type { RetiredReason } from '../catalogue/retired.ts'
import type { BoundPlan } from './bound-plan.ts'
import type { Expr } from './expr.ts'

/** What of an input's records says that they are not live: plain JSON, judged like any other condition. */
export interface Retired {
  /** The columns as fields, and the conditions as exclusions in the order of `marks`: nothing else. */
  readonly bound: BoundPlan
  readonly marks: readonly RetiredMark[]
}

export interface RetiredMark {
  readonly reason: RetiredReason
  /** What its column is called. */
  readonly heading: string
  readonly when: Expr
}
