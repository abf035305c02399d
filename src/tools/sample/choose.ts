import { md5 } from '../../base/hash.ts'
import type { Row } from '../../io/records.ts'

/** A chosen row and its position. */
export interface Chosen {
  readonly row: Row
  readonly position: number
  readonly stratum: string
}

interface Candidate extends Chosen {
  readonly priority: string
}

/** How many of the leads of a stratum there are, and how many were taken. */
export interface Stratum {
  readonly name: string
  readonly leads: number
  readonly taken: number
}

/**
 * Chooses rows while they pass by: of each stratum those are kept whose text hashes lowest, so that the same file gives
 * the same rows and a few new leads change few of them. Memory grows with the number of wanted rows alone.
 */
export interface Chooser {
  add(row: Row, stratum: string): void
  /** In the order of the input. */
  chosen(): readonly Chosen[]
  strata(): readonly Stratum[]
}

export function createChooser(wanted: number, seed: string): Chooser {
  const strata = new Map<string, { leads: number; held: Candidate[]; limit: string | undefined }>()
  let position = 0

  const prune = (stratum: { held: Candidate[]; limit: string | undefined }) => {
    stratum.held = stratum.held.sort(byPriority).slice(0, wanted)
    if (stratum.held.length === wanted) stratum.limit = stratum.held.at(-1)?.priority
  }
  const quotas = () =>
    quotasOf(
      [...strata.values()].map(({ leads }) => leads),
      wanted,
    )

  return {
    add(row, name) {
      const known = strata.get(name)
      const stratum = known ?? { leads: 0, held: [], limit: undefined }
      if (known === undefined) strata.set(name, stratum)
      stratum.leads += 1
      position += 1
      const priority = md5(`${seed}\n${row.text}`)
      if (stratum.limit !== undefined && priority > stratum.limit) return
      stratum.held.push({ row: detached(row), position, stratum: name, priority })
      if (stratum.held.length >= 2 * wanted + 100) prune(stratum)
    },
    chosen() {
      for (const stratum of strata.values()) prune(stratum)
      const taken = quotas()
      return [...strata.values()]
        .flatMap(({ held }, index) => held.slice(0, taken[index]))
        .sort((a, b) => a.position - b.position)
    },
    strata() {
      const taken = quotas()
      return [...strata].map(([name, { leads }], index) => ({ name, leads, taken: taken[index] ?? 0 }))
    },
  }
}

/** Even the rarest stratum gets a tenth of an even share; the rest is distributed by size. */
export function quotasOf(counts: readonly number[], wanted: number): number[] {
  const all = counts.reduce((sum, count) => sum + count, 0)
  if (all <= wanted) return [...counts]
  const sure = Math.max(1, Math.floor(wanted / (10 * counts.length)))
  const least = counts.map(count => Math.min(count, sure))
  const rest = Math.max(0, wanted - least.reduce((sum, count) => sum + count, 0))
  const open = counts.map((count, index) => count - (least[index] ?? 0))
  const still = open.reduce((sum, count) => sum + count, 0)
  const shares = open.map(count => (count * rest) / still)
  const quotas = shares.map((share, index) => (least[index] ?? 0) + Math.floor(share))
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: share % 1 }))
    .sort((a, b) => b.remainder - a.remainder)
  for (const { index } of byRemainder) {
    if (quotas.reduce((sum, count) => sum + count, 0) >= wanted) break
    quotas[index] = (quotas[index] ?? 0) + 1
  }
  // With fewer rows than strata, the first strata get one each.
  let left = wanted
  return quotas.map(quota => {
    const taken = Math.min(quota, left)
    left -= taken
    return taken
  })
}

function byPriority(a: Candidate, b: Candidate): number {
  if (a.priority !== b.priority) return a.priority < b.priority ? -1 : 1
  return a.position - b.position
}

/** Cells are slices of a large piece of the file, which they would keep in memory. */
function detached({ line, cells, text }: Row): Row {
  const copy = (part: string) => Buffer.from(part, 'utf16le').toString('utf16le')
  return { line, cells: cells.map(copy), text: copy(text) }
}
