/** Folded. */
export const SPELLINGS: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'ja', '1', 'wahr'].map(word => [word, true] as const),
  ...['false', 'no', 'nein', '0', 'falsch'].map(word => [word, false] as const),
])

/** A folded cell as yes or no; undefined if it reads as neither. Dates and marks are the business of who knows the column. */
export function readBoolean(folded: string): boolean | undefined {
  return SPELLINGS.get(folded)
}

/** What says yes in a column of marks, in which a blank cell says no. */
export const MARK = 'x'

export function isMark(folded: string): boolean {
  return folded === MARK
}
