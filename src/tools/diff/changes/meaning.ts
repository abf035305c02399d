import type { Part, PartKind } from './parts.ts'

/** What people read and no verdict depends on, by the kind of the part it stands in. */
const COSMETIC: Partial<Record<PartKind, readonly string[]>> = {
  rule: ['label'],
  exclusion: ['label'],
  criterion: ['ask'],
  stage: ['id'],
}

/** A value as a text that is the same for values that mean the same, wherever they stand in a file. */
export function meaning(value: unknown): string {
  return JSON.stringify(value, (key, inner) => (key === 'place' ? undefined : inner)) ?? ''
}

/** What of a part decides on verdicts. */
export function meaningOf({ kind, value }: Part): string {
  const left = new Set<string>(COSMETIC[kind] ?? [])
  if (Array.isArray(value)) return meaning(value)
  return meaning(Object.fromEntries(Object.entries(value).filter(([key]) => !left.has(key))))
}
