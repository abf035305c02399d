/**
 * How often a property is tried, and with which random numbers.
 *
 * `LEADQ_DRAWS=20` tries everything 20 times as often. `.ci/run` sets `LEADQ_SEED`, so that whether a change lands does not
 * depend on luck; everywhere else each run draws new examples, and a failure prints the seed that repeats it.
 */
const FACTOR = Number(process.env.LEADQ_DRAWS ?? 1)
const SEED = process.env.LEADQ_SEED

/** Parameters for `fc.assert`; `usual` is the number of examples without `LEADQ_DRAWS`. */
export function runs(usual: number): { readonly numRuns: number; readonly seed?: number } {
  const numRuns = Math.ceil(usual * FACTOR)
  return SEED === undefined ? { numRuns } : { numRuns, seed: Number(SEED) }
}
