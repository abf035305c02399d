import { fold } from './fold.ts'

const SPELLINGS: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'ja', '1', 'wahr', 'y', 'j', 'x', '✓', '✔'].map(word => [word, true] as const),
  ...['false', 'no', 'nein', '0', 'falsch', 'n'].map(word => [word, false] as const),
])

/** A trimmed cell as yes or no; undefined if it reads as neither. Dates in such a column are the caller's business. */
export function readBoolean(text: string): boolean | undefined {
  return SPELLINGS.get(fold(text))
}
