import type { VerdictCounts } from '../../../../ir/results/counts.ts'
import type { EventTally } from './event-tally.ts'

/** What a worker has counted. */
export interface WorkerCounts {
  readonly verdicts: VerdictCounts
  /** Absent without events. */
  readonly events?: EventTally | undefined
  /** Leads that the run before knew; absent if none was given. */
  readonly found?: number | undefined
}

/** Counts as JSON, for the way from a worker to leadq. */
export function packCounts(counts: WorkerCounts): string {
  return JSON.stringify(counts, (_, value: unknown) => (value instanceof Map ? { entries: [...value] } : value))
}

export function unpackCounts(text: string): WorkerCounts {
  return JSON.parse(text, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('entries' in value) || !Array.isArray(value.entries))
      return value
    const entries: readonly (readonly [unknown, unknown])[] = value.entries
    return new Map(entries)
  })
}
