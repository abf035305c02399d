/** What a lead was in the run before. */
export interface Before {
  readonly stage: string
  /** The day number on which it entered that stage. */
  readonly since: number | undefined
  /** The stage it was in before that one; empty: none. */
  readonly stageBefore: string
  /** By name; a score that was not known is missing. */
  readonly scores: Readonly<Record<string, number>>
  readonly total: number | undefined
}
