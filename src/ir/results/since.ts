/** How a lead moved since the run before: it is `back` if an earlier run knew it, and the one before did not. */
const MOVE_KINDS = ['new', 'moved', 'gone', 'back'] as const

export type MoveKind = (typeof MOVE_KINDS)[number]

/** What made a lead move: its own data, the rulebook, or the day. */
export const CAUSES = ['data', 'rules', 'time'] as const

export type Cause = (typeof CAUSES)[number]

/** What happened since the run before, in numbers. */
export interface SinceSummary {
  /** The run before, and its day. */
  readonly run: string
  readonly as_of: string
  readonly new: number
  readonly moved: number
  readonly gone: number
  readonly back: number
  /** Stage before -> stage -> leads; the empty text for leads that were or are not there. */
  readonly matrix: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** `data`, `rules`, `time`, or several (`data + time`) -> moved leads; `unknown` where it could not be found out. */
  readonly causes: Readonly<Record<string, number>>
  /** Causes that could not be looked at, and why. */
  readonly unchecked: readonly { readonly cause: Cause; readonly why: string }[]
}

/** What is due, in numbers. */
export interface DueSummary {
  /** Leads that came into the best stage in this run. */
  readonly new_sql: number
  readonly due_today: number
  readonly overdue: number
}
