/** A number of things, or a share of all of them in percent. */
export type Amount = { readonly count: number } | { readonly percent: number }

export const GUARDS = [
  'min_rows',
  'max_shrink',
  'max_grow',
  'max_moved',
  'max_rejects',
  'max_age',
  'same_file',
  'required_columns',
  'max_emptier',
  'new_values',
  'stage_share',
] as const

export type GuardName = (typeof GUARDS)[number]

/** What a guard does when it trips: a warning in the manifest, or the run goes into quarantine. */
export type GuardAction = 'warn' | 'fail'

/** The value of each guard. */
export interface GuardValues {
  /** Leads. */
  readonly min_rows: number
  /** Leads, against yesterday. */
  readonly max_shrink: Amount
  readonly max_grow: Amount
  /** Leads that were there yesterday and have another stage today. */
  readonly max_moved: Amount
  /** Records that could not be read. */
  readonly max_rejects: Amount
  /** Seconds since an input was written. */
  readonly max_age: number
  readonly same_file: true
  /** Headings, or fields of the rulebook. */
  readonly required_columns: readonly string[]
  /** Points of percent by which a field may be emptier than yesterday. */
  readonly max_emptier: number
  /** Fields in which no new values may turn up. */
  readonly new_values: readonly string[]
  readonly stage_share: readonly StageShare[]
}

/** The share of a stage in all leads, in percent. */
export interface StageShare {
  readonly stage: string
  readonly least: number
  readonly most: number
}

export type Guard = { [N in GuardName]: GuardOf<N> }[GuardName]

export interface GuardOf<N extends GuardName> {
  readonly guard: N
  readonly action: GuardAction
  readonly value: GuardValues[N]
}
