import { gainOf, type Sums } from './sums.ts'

interface LevelLimits {
  readonly ridge: number
  readonly levelCost: number
  readonly minLevel: number
  readonly maxListed: number
}

const MAX_PASSES = 4

/**
 * The levels that a table does not list, as they do not differ clearly from each other: these are its `else`. What a level
 * differs from is found in a few passes.
 */
export function unlistedLevels(bins: readonly number[], sums: Sums, limits: LevelLimits): ReadonlySet<number> {
  let rest: ReadonlySet<number> = new Set(bins)
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const common = meanOf(rest, sums)
    const listed = new Set(
      bins
        .filter(bin => (sums.leads[bin] ?? 0) >= limits.minLevel)
        .map(bin => ({ bin, gain: differenceOf(bin, common, sums, limits.ridge) }))
        .filter(({ gain }) => gain > limits.levelCost)
        .sort((a, b) => b.gain - a.gain || a.bin - b.bin)
        .slice(0, limits.maxListed)
        .map(({ bin }) => bin),
    )
    const next = new Set(bins.filter(bin => !listed.has(bin)))
    const isSame = next.size === rest.size && [...next].every(bin => rest.has(bin))
    rest = next
    if (isSame || rest.size === 0) break
  }
  return rest
}

function meanOf(bins: ReadonlySet<number>, { first, second }: Sums): number {
  let [numerator, denominator] = [0, 0]
  for (const bin of bins) {
    numerator += first[bin] ?? 0
    denominator += second[bin] ?? 0
  }
  return denominator > 0 ? numerator / denominator : 0
}

function differenceOf(bin: number, common: number, { first, second }: Sums, ridge: number): number {
  return gainOf((first[bin] ?? 0) - common * (second[bin] ?? 0), second[bin] ?? 0, ridge)
}
