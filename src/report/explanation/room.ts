/** How much of the explanation of a lead is shown. */
export interface Room {
  /** Lines of a score; the smallest amounts are added up in one more. */
  readonly steps: number
  /** How many rules of a group gave no points. */
  readonly silent: boolean
  /** The names of groups, on lines of their own. */
  readonly groups: boolean
  /** What a rule read and what became of its points, also where that takes lines of its own. */
  readonly notes: boolean
  /** Criteria with the conditions that decided them; else their names. */
  readonly criteria: boolean
  /** Segments, and how full the columns are. */
  readonly labels: boolean
  /** The conditions of the stage. */
  readonly stage: boolean
  /** Changes that would lift the lead. */
  readonly ways: number
  /** Blank lines between the blocks. */
  readonly airy: boolean
}

/** Everything: `--verbose`. */
export const ALL: Room = {
  steps: Number.POSITIVE_INFINITY,
  silent: true,
  groups: true,
  notes: true,
  criteria: true,
  labels: true,
  stage: true,
  ways: 5,
  airy: true,
}

/** What gives way if there is no room, the least important first. */
export const STEPS: readonly Partial<Room>[] = [
  { silent: false },
  { criteria: false },
  { labels: false },
  { notes: false },
  { ways: 2 },
  { groups: false },
  { airy: false },
  ...[8, 7, 6, 5, 4].map(steps => ({ steps })),
  { stage: false },
  { ways: 1 },
  ...[3, 2].map(steps => ({ steps })),
]
