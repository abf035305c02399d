import type { Place } from '../../base/place.ts'

/** Limits on the effect of a rulebook change, read from a gates file. */
export interface Gates {
  /** Minimum number of leads. */
  readonly minRows?: Limit
  /** Leads that change their stage, in percent of all. */
  readonly movedPct?: Limit
  /** Change in the number of leads in a stage, in percent of the number before. */
  readonly stagePct: readonly { readonly stage: string; readonly limit: Limit; readonly place: Place }[]
  /** Leads that go from one stage to another. */
  readonly transitions: readonly Transition[]
  /** Change in the mean total, in points. */
  readonly scoreMeanShift?: Limit
  /** Records that cannot be read, in percent. */
  readonly rejectsPct?: Limit
  readonly waivers: readonly Waiver[]
}

export interface Transition {
  readonly from: string
  readonly to: readonly string[]
  readonly limit: Limit
  readonly place: Place
}

/** Above `warn` a gate warns, above `fail` it fails; for rows: below. */
export interface Limit {
  readonly warn?: number
  readonly fail?: number
}

/** Lets one gate pass for one change of the rulebook. */
export interface Waiver {
  readonly fingerprint: string
  readonly reason: string
  /** Day number; the last day on which it holds. */
  readonly expires: number
  readonly place: Place
}

/** The gates without a gates file: at least one lead. */
export const NO_GATES: Gates = { stagePct: [], transitions: [], waivers: [] }
