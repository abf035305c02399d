import type { VerdictCounts } from '../../../../ir/results/counts.ts'

/** Counts as JSON, for the way from a worker to leadq. */
export function packCounts(counts: VerdictCounts): string {
  return JSON.stringify(counts, (_, value: unknown) => (value instanceof Map ? { entries: [...value] } : value))
}

export function unpackCounts(text: string): VerdictCounts {
  return JSON.parse(text, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('entries' in value) || !Array.isArray(value.entries))
      return value
    const entries: readonly (readonly [unknown, unknown])[] = value.entries
    return new Map(entries)
  })
}
