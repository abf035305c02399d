import type { BoundField } from './bound-field.ts'
import type { IgnoredEvents, Signal } from './events.ts'
import type { Expr } from './expr.ts'

/** Event files bound like leads: which columns are what. Plain JSON, a part of the bound plan. */
export interface BoundEvents {
  /** Lead fields whose values find the lead's events, best first. */
  readonly join: readonly string[]
  readonly ignore: IgnoredEvents
  readonly sources: readonly BoundEventSource[]
  /** Rules that event rules replace, each with the event rule that replaces it. */
  readonly replaced: Readonly<Record<string, string>>
}

export interface BoundEventSource {
  /** The file. */
  readonly name: string
  /** Members of JSON in a cell, which follow the record's own cells as further ones. */
  readonly members: readonly { readonly column: number; readonly key: string }[]
  /** Positions of cells with a key of the lead, best first. */
  readonly keys: readonly number[]
  /** `event`, `time`, then what rules and signals read. */
  readonly fields: readonly BoundField[]
  /** Signals of its events: the names that rules use, and the conditions that lead to them. */
  readonly signals: readonly Signal[]
  /** A regular expression for the part of a name that is cut off to get a second name. */
  readonly affix?: string
  /** Records for which this holds are ignored: the event did not take place. */
  readonly unless?: Expr
}
