import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'

/** Keys that become columns at most, the most frequent ones; a document that uses ids as keys would have no end of them. */
const MAX_KEYS = 2_000
/** Keys that are counted at most. */
const MAX_COUNTED = 100_000

/** New keys that are counted at most, and those that are named. */
const MAX_NEW_KEYS = 1000
const NAMED = 10

/** The keys of the sampled records, which are the columns of an input, and those that come later. */
export interface Keys {
  readonly headings: readonly string[]
  /** A row of cells; keys without a column are counted. */
  toCells(record: ReadonlyMap<string, string>, line: number): string[]
  /** Forgets the keys that were counted: the records come once more. */
  restart(): void
  diagnostics(name: string): Diagnostic[]
}

export function collectKeys(records: Iterable<ReadonlyMap<string, string>>): Keys {
  const counts = new Map<string, number>()
  for (const record of records) {
    for (const key of record.keys()) {
      const count = counts.get(key)
      if (count !== undefined || counts.size < MAX_COUNTED) counts.set(key, (count ?? 0) + 1)
    }
  }
  const columns = new Map(mostFrequent(counts).map((key, index) => [key, index]))
  const hasTooMany = columns.size < counts.size
  const later = new Map<string, number>()
  let firstLine = 0

  function countLater(key: string, line: number): void {
    const count = later.get(key)
    if (count === undefined && later.size >= MAX_NEW_KEYS) return
    if (later.size === 0) firstLine = line
    later.set(key, (count ?? 0) + 1)
  }

  return {
    headings: [...columns.keys()],
    toCells(record, line) {
      const cells = new Array<string>(columns.size).fill('')
      for (const [key, cell] of record) {
        const column = columns.get(key)
        if (column === undefined) countLater(key, line)
        else cells[column] = cell
      }
      return cells
    },
    restart: () => later.clear(),
    diagnostics(name) {
      if (later.size === 0) return []
      const named = [...later].slice(0, NAMED).map(([key, count]) => `\`${key}\` (${count})`)
      const others =
        later.size > NAMED ? ` and ${later.size === MAX_NEW_KEYS ? 'many' : later.size - NAMED} others` : ''
      const those = hasTooMany
        ? `of more than ${MAX_KEYS.toLocaleString('en')} different keys only the most frequent are read, not`
        : 'keys that the first records do not have are not read:'
      const message = `${those} ${named.join(', ')}${others}`
      return [diagnose('bind/new-keys', message, { place: { file: name, line: firstLine, col: 1 } })]
    },
  }
}

/** In the order in which they appear. */
function mostFrequent(counts: ReadonlyMap<string, number>): string[] {
  if (counts.size <= MAX_KEYS) return [...counts.keys()]
  const kept = new Set(
    [...counts]
      .sort(([, a], [, b]) => b - a)
      .slice(0, MAX_KEYS)
      .map(([key]) => key),
  )
  return [...counts.keys()].filter(key => kept.has(key))
}
