import { describe, expect, it } from 'vitest'
import { aucOf, aucWithInterval, compareAuc } from '../../src/learn/statistics/auc.ts'
import { bandsOf } from '../../src/learn/statistics/bands.ts'
import { gains } from '../../src/learn/statistics/gain.ts'
import { isotonic, rateOf } from '../../src/learn/statistics/isotonic.ts'
import { fitLogistic, meanLoss } from '../../src/learn/statistics/logistic.ts'
import { mcnemarExact } from '../../src/learn/statistics/mcnemar.ts'
import { normalBelow, Z99 } from '../../src/learn/statistics/normal.ts'
import { createRandom } from '../../src/learn/statistics/random.ts'
import { rankScores } from '../../src/learn/statistics/ranked.ts'
import { trendOf } from '../../src/learn/statistics/trend.ts'
import { shareDifference, wilson } from '../../src/learn/statistics/wilson.ts'

/**
 * Expected values were computed by SciPy 1.17.1 and scikit-learn 1.9.1 on the data below; beside each stands the call.
 * The variances of DeLong are `numpy.cov` of the placements written out (all pairs), divided by the counts.
 */
const WON = Uint8Array.from('000101000001001010011001000101010000111110000110101010110010', Number)
// biome-ignore format: a list of numbers is read as a paragraph
const A = [
  2, 9, 9, 7, 7, 8, 2, 1, 4, 8, 3, 12, 1, 6, 12, 4, 5, 2, 8, 4, 13, 5, 3, 6, 0, 2, 8, 4, 9, 7, 0, 4, 3, 1, 2, 6, 4, 5,
  11, 13, 11, 3, 6, 0, 6, 12, 6, 3, 8, 8, 5, 6, 9, 6, 5, 10, 9, 1, 4, 1,
]
// biome-ignore format: a list of numbers is read as a paragraph
const B = [
  3, 1, 2, 9, 0, 9, 0, 9, 9, 4, 8, 9, 3, 4, 3, 2, 4, 5, 6, 7, 6, 4, 7, 9, 5, 7, 3, 8, 8, 10, 3, 10, 5, 2, 4, 3, 8, 10,
  11, 11, 7, 5, 4, 7, 9, 6, 7, 7, 9, 0, 10, 2, 9, 6, 4, 7, 1, 7, 5, 3,
]

describe('the area under the ROC curve', () => {
  it('is that of scikit-learn, ties counting half', () => {
    expect(aucOf(A, WON)).toBeCloseTo(0.7662037037037036, 12) // roc_auc_score
    expect(aucOf(B, WON)).toBeCloseTo(0.8333333333333335, 12)
  })

  it('has the standard errors of DeLong, alone and paired', () => {
    expect(aucWithInterval(rankScores(A), WON).error).toBeCloseTo(0.06041482, 8)
    expect(aucWithInterval(rankScores(B), WON).error).toBeCloseTo(0.05119971, 8)
    const { difference, error } = compareAuc(rankScores(A), rankScores(B), WON)
    expect(difference).toBeCloseTo(0.7662037037037036 - 0.8333333333333335, 12)
    expect(error).toBeCloseTo(0.08311698714131095, 12)
  })

  it('does not depend on how scores are ranked: by counting, or by sorting where they are not whole', () => {
    const { difference, error } = compareAuc(rankScores(A), rankScores(A.map(score => score / 7 - 3)), WON)
    expect(difference).toBeCloseTo(0, 12)
    expect(error).toBeCloseTo(0, 12)
  })

  it('ranks leads without a score below all others', () => {
    expect([...rankScores([5, Number.NaN, -2]).ranks]).toEqual([2, 0, 1])
    expect([...rankScores([5.5, Number.NaN, -2]).ranks]).toEqual([2, 0, 1])
  })

  it('is one half where a side is missing', () => {
    expect(aucOf([1, 2], Uint8Array.from([1, 1]))).toBe(0.5)
  })
})

describe('shares', () => {
  // binomtest(k, n).proportion_ci(method='wilson')
  it.each([
    { count: 15, of: 40, z: undefined, low: 0.24222979167233272, high: 0.5296756086269889 },
    { count: 0, of: 20, z: undefined, low: 0, high: 0.16112515805281935 },
    { count: 97, of: 100, z: Z99, low: 0.889124722848905, high: 0.9923878306982215 },
  ])('$count of $of have the interval of Wilson', ({ count, of, z, low, high }) => {
    const found = wilson(count, of, z)
    expect(found.low).toBeCloseTo(low, 10)
    expect(found.high).toBeCloseTo(high, 10)
  })

  it('differ as in the test of chi squared without correction', () => {
    expect(shareDifference({ count: 30, of: 100 }, { count: 45, of: 100 })).toBeCloseTo(2.1908902300206634, 10)
  })

  // binomtest(k, n).pvalue
  it.each([
    [5, 15, 0.04138946533203125],
    [2, 28, 8.67992639541626e-7],
    [420, 580, 4.697109263264221e-7],
    [3, 3, 1],
  ])('McNemar of %i and %i', (first, second, expected) => {
    expect(mcnemarExact(first, second) / expected).toBeCloseTo(1, 9)
    expect(mcnemarExact(second, first)).toBe(mcnemarExact(first, second))
  })
})

describe('chances', () => {
  it('of one score are those of logistic regression without a penalty', () => {
    const line = fitLogistic(A, WON) // LogisticRegression(C=1e9)
    expect(line.intercept).toBeCloseTo(-2.42004396, 3)
    expect(line.slope).toBeCloseTo(0.33998843, 3)
  })

  it('have the loss of log_loss', () => {
    const logOdds = A.map(score => (score - 5) / 3)
    expect(meanLoss(logOdds, WON)).toBeCloseTo(0.5949225185060473, 12)
  })

  it('by score are those of IsotonicRegression', () => {
    const blocks = isotonic(A, WON)
    expect(blocks.map(({ low, high }) => [low, high])).toEqual([
      [0, 3],
      [4, 9],
      [10, 13],
    ])
    expect(blocks.map(rateOf)[1]).toBeCloseTo(0.47058823529411764, 12)
  })

  it('are put into bands that are large, differ and rise', () => {
    const random = createRandom(3)
    const scores = Float64Array.from({ length: 5_000 }, () => random(100))
    const won = Uint8Array.from(scores, score => (random(100) < score ? 1 : 0))
    const bands = bandsOf(scores, won)
    expect(bands.length).toBeGreaterThan(3)
    expect(bands.length).toBeLessThanOrEqual(7)
    for (const [index, band] of bands.entries()) {
      expect(band.leads).toBeGreaterThanOrEqual(100)
      const next = bands[index + 1]
      if (next !== undefined) expect(rateOf(next)).toBeGreaterThan(rateOf(band))
    }
  })

  it('of the normal distribution are those of norm.cdf', () => {
    const expected = [0.5, 0.84134475, 0.9750021, 0.00620967, 0.99951658]
    for (const [index, z] of [0, 1, 1.96, -2.5, 3.3].entries()) {
      expect(normalBelow(z)).toBeCloseTo(expected[index] ?? 0, 6)
    }
  })
})

describe('orders', () => {
  it('share the places at a cut among leads of equal scores', () => {
    // Two places of four leads with the same score, of which two were won: one win.
    const [gain] = gains(rankScores([1, 1, 1, 1]), Uint8Array.from([1, 1, 0, 0]), [0.5])
    expect(gain).toEqual({ top: 0.5, leads: 2, won: 1, rate: 0.5, share: 0.5, lift: 1 })
  })

  it('that find all won first have the highest lift there is', () => {
    const [gain] = gains(rankScores([4, 3, 2, 1]), Uint8Array.from([1, 0, 0, 0]), [0.25])
    expect(gain).toMatchObject({ rate: 1, share: 1, lift: 4 })
  })

  it('have the trend of weighted least squares', () => {
    // numpy: (X'WX)^-1 X'Wy with W = 1 / error², slope over its standard error
    const values = [0.943, 0.911, 0.901, 0.853, 0.892]
    const errors = [0.01, 0.012, 0.011, 0.015, 0.013]
    expect(trendOf(values.map((value, at) => ({ value, error: errors[at] ?? 0 })))).toBeCloseTo(-4.336481528455969, 9)
  })

  it('are drawn the same way on every run', () => {
    const random = createRandom(1)
    expect([random(1_000), random(1_000), random(1_000)]).toEqual([627, 2, 527])
  })
})
