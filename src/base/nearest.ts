/** The candidate that `word` is most likely a misspelling of, or nothing if none is close. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3))
  let best: string | undefined
  let bestDistance = limit + 1
  for (const candidate of candidates) {
    const found = distance(word.toLowerCase(), candidate.toLowerCase(), bestDistance)
    if (found < bestDistance) [best, bestDistance] = [candidate, found]
  }
  return best ?? onlyWithPart(word, candidates)
}

/** `business` of `business_mail`, `Berlin` of `Europe/Berlin`: the only candidate of which the word is a whole part. */
function onlyWithPart(word: string, candidates: Iterable<string>): string | undefined {
  const part = word.toLowerCase()
  if (part.length < 4) return undefined
  const [first, ...others] = [...candidates].filter(candidate => candidate.toLowerCase().split(/[_/]/).includes(part))
  return others.length > 0 ? undefined : first
}

/** Whether one text becomes the other by at most so many changes of a letter. */
export function isWithin(edits: number, one: string, other: string): boolean {
  return distance(one, other, edits + 1) <= edits
}

/** The hint for an unknown word. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const best = nearest(word, candidates)
  return best === undefined ? undefined : `did you mean \`${best}\`?`
}

/**
 * The number of letters to insert, remove, change or swap with their neighbour that makes one text the other (optimal string
 * alignment); `limit` or more where it is not below that.
 */
function distance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) >= limit) return limit
  let [last, row]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)]
  let leastBefore = 0
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    let least = i
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1]
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      const removed = (row[j] ?? 0) + 1
      const inserted = (next[j - 1] ?? 0) + 1
      const changed = (row[j - 1] ?? 0) + Number(!isSame)
      next[j] = Math.min(removed, inserted, changed, isSwapped ? (last[j - 2] ?? 0) + 1 : limit)
      least = Math.min(least, next[j] ?? limit)
    }
    // A swap looks at the row before the last, so that both must be beyond the limit.
    if (Math.min(least, leastBefore) >= limit) return limit
    leastBefore = least
    ;[last, row] = [row, next]
  }
  return row[other.length] ?? limit
}
