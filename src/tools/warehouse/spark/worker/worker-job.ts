import type { BoundPlan } from '../../../../ir/plan/bound-plan.ts'
import type { Column } from '../../../../ir/plan/columns.ts'
import type { Plan } from '../../../../ir/plan/plan.ts'

/** All that a worker is told: plain data, sent as JSON. */
export interface WorkerJob {
  readonly plan: Plan
  readonly bound: BoundPlan
  /** Day number. */
  readonly asOf: number
  readonly columns: readonly Column[]
  /** Cells of a lead. */
  readonly width: number
  /** Where the cells stand that say what others know of a lead. */
  readonly gathered?: GatheredCells | undefined
}

/** Cells that Spark has joined to those of a lead. */
export interface GatheredCells {
  /** The first of them; those before are the lead's own. */
  readonly from: number
  /** Its events: see `event-form.ts`. */
  readonly events?: { readonly at: number; readonly widths: readonly number[] } | undefined
  /** The stage that it had in the run before. */
  readonly stageBefore?: number | undefined
}

/** What stands between the cells of a lead, and of a verdict. */
export const BETWEEN = '\t'

/**
 * Messages between `spark/leadq_worker.py` and node: eight bytes, then lines. The first four are the number of leads, the last
 * four that of the bytes behind them, both with the lowest byte first. A message without leads asks for the counts of a partition.
 */
export const HEAD = 8

/** Stands in place of the number of leads where the bytes are the message of an error. */
export const FAILED = 0xffff_ffff
