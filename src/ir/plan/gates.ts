import type { Place } from '../../base/place.ts'

/** What a change of a rulebook may do to the leads: read from a file of gates. */
export interface Gates {
  /** Leads that have to be there. */
  readonly minRows?: Limit
  /** Leads that change their stage, in percent of all. */
  readonly movedPct?: Limit
  /** By how much the number of leads in a stage changes, in percent of those before. */
  readonly stagePct: readonly { readonly stage: string; readonly limit: Limit; readonly place: Place }[]
  /** Leads that go from one stage to another. */
  readonly transitions: readonly Transition[]
  /** By how much the mean of the total changes, in points. */
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

/** Past `warn` a gate warns, past `fail` it fails; of rows it is the other way round. */
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

/** Without a file of gates one thing is asked for all the same: that there is anything to see. */
export const NO_GATES: Gates = { stagePct: [], transitions: [], waivers: [] }
