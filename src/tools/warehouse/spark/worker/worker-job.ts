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
  /** Cells of a lead; one more stands behind them, its seal, which is given back. */
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

/** What stands between cells on the way to a worker and back. */
export const BETWEEN = '\t'

/** The first cell of the line by which a worker reports why it stopped. */
export const FAILED = '!'

/** The last cell of the last line, behind the one with the counts; no other cell is this. */
export const LAST = '\u001a'
