import { distance } from 'fastest-levenshtein'

/** The candidate that `word` is most likely a misspelling of, or nothing if none is close. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3))
  let best: string | undefined
  let bestDistance = limit + 1
  for (const candidate of candidates) {
    const found = distance(word.toLowerCase(), candidate.toLowerCase())
    if (found < bestDistance) [best, bestDistance] = [candidate, found]
  }
  return best
}

/** Whether one text becomes the other by at most so many changes of a letter. */
export function isWithin(edits: number, one: string, other: string): boolean {
  return Math.abs(one.length - other.length) <= edits && distance(one, other) <= edits
}

/** The hint for an unknown word. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const best = nearest(word, candidates)
  return best === undefined ? undefined : `did you mean \`${best}\`?`
}
