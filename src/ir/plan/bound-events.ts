import type { BoundField } from './bound-field.ts'
import type { IgnoredEvents, Signal } from './events.ts'
import type { Expr } from './expr.ts'

/** Event files bound like leads: which columns are what. Plain JSON, a part of the bound plan. */
export interface BoundEvents {
  /** Fields of the lead by whose values its events are found, best first. */
  readonly join: readonly string[]
  readonly ignore: IgnoredEvents
  readonly sources: readonly BoundEventSource[]
  /** Rules for which events stand in, and the event rule that does. */
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
  /** What further names its events have: those that rules name, and what leads there. */
  readonly signals: readonly Signal[]
  /** What is cut off a name (a regular expression) for one more name. */
  readonly affix?: string
  /** Records of which this holds have not happened. */
  readonly unless?: Expr
}
