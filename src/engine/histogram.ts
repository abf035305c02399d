import type { Frequencies } from '../ir/results/counts.ts'

const STEPS = 10

/** Ten bins of equal width in whole points, shared by several frequency tables, with their counts. */
export function histogramOf(
  all: readonly Frequencies[],
): { readonly from: number; readonly to: number; readonly counts: readonly number[] }[] {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const points of all.flatMap(frequencies => [...frequencies.keys()])) {
    lowest = Math.min(lowest, points)
    highest = Math.max(highest, points)
  }
  if (lowest > highest) return []
  const width = Math.max(1, Math.ceil((highest - lowest + 1) / STEPS))
  const steps = Array.from({ length: STEPS }, (_, step) => {
    const from = lowest + step * width
    return { from, to: from + width - 1, counts: all.map(() => 0) }
  })
  for (const [index, frequencies] of all.entries()) {
    for (const [points, times] of frequencies) {
      const counts = steps[Math.floor((points - lowest) / width)]?.counts
      if (counts !== undefined) counts[index] = (counts[index] ?? 0) + times
    }
  }
  return steps
}
