import type { Part, PartKind } from './parts.ts'

/** Settings for people that no verdict depends on, by kind of part. */
const COSMETIC: Partial<Record<PartKind, readonly string[]>> = {
  rule: ['label'],
  exclusion: ['label'],
  criterion: ['ask'],
  stage: ['id'],
}

/** A canonical text of a value, independent of its place in a file. */
export function meaning(value: unknown): string {
  return JSON.stringify(value, (key, inner) => (key === 'place' ? undefined : inner)) ?? ''
}

/** The settings of a part that affect verdicts. */
export function meaningOf({ kind, value }: Part): string {
  const left = new Set<string>(COSMETIC[kind] ?? [])
  if (Array.isArray(value)) return meaning(value)
  return meaning(Object.fromEntries(Object.entries(value).filter(([key]) => !left.has(key))))
}
