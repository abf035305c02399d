/** A column of the leads that trees are grown on. */
export interface Compact {
  readonly codes: Uint8Array
  readonly size: number
  readonly ordered: boolean
}

export interface Gradients {
  readonly first: Float64Array
  readonly second: Float64Array
}

/** Sums by column and bin, one column behind the other. */
export interface Histograms {
  readonly first: Float64Array
  readonly second: Float64Array
  readonly counts: Float64Array
}

/** Where the bins of each column begin. */
export function startsOf(columns: readonly Compact[]): { readonly starts: Int32Array; readonly size: number } {
  const starts = new Int32Array(columns.length)
  let size = 0
  for (const [at, column] of columns.entries()) {
    starts[at] = size
    size += column.size
  }
  return { starts, size }
}

export function histogramsOf(columns: readonly Compact[], gradients: Gradients, places: Int32Array): Histograms {
  const { starts, size } = startsOf(columns)
  const [first, second, counts] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)]
  for (const [at, { codes }] of columns.entries()) {
    const start = starts[at] ?? 0
    for (let i = 0; i < places.length; i += 1) {
      const place = places[i] ?? 0
      const bin = start + (codes[place] ?? 0)
      first[bin] = (first[bin] ?? 0) + (gradients.first[place] ?? 0)
      second[bin] = (second[bin] ?? 0) + (gradients.second[place] ?? 0)
      counts[bin] = (counts[bin] ?? 0) + 1
    }
  }
  return { first, second, counts }
}

/** What is left of a node when one of its sides is taken away: half of the counting. */
export function lessOf(whole: Histograms, part: Histograms): Histograms {
  const less = (a: Float64Array, b: Float64Array) => a.map((value, bin) => value - (b[bin] ?? 0))
  return {
    first: less(whole.first, part.first),
    second: less(whole.second, part.second),
    counts: less(whole.counts, part.counts),
  }
}
