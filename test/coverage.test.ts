import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reaches } from '../src/tools/test/coverage.ts'

/** A share is compared as written, without rounding: OPA once let 99.99 % pass as 100. */
describe('a minimum of coverage', () => {
  it.each([
    { part: 9_999, whole: 10_000, digits: 100, unit: 1, is: false },
    { part: 10_000, whole: 10_000, digits: 100, unit: 1, is: true },
    { part: 9_999, whole: 10_000, digits: 9_999, unit: 100, is: true },
    { part: 2, whole: 3, digits: 6_667, unit: 100, is: false },
    { part: 0, whole: 0, digits: 100, unit: 1, is: true },
  ])('$part of $whole against $digits / $unit percent: $is', ({ part, whole, digits, unit, is }) => {
    expect(reaches(part, whole, { digits, unit })).toBe(is)
  })

  it('is exact', () => {
    const share = fc.tuple(fc.nat(100_000), fc.nat(100_000)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
    const percentage = fc.tuple(fc.nat(100_000_000), fc.constantFrom(1, 10, 100, 1_000_000))
    fc.assert(
      fc.property(share, percentage, ([part, whole], [digits, unit]) => {
        const exact = BigInt(part) * 100n * BigInt(unit) >= BigInt(digits) * BigInt(whole)
        expect(reaches(part, whole, { digits, unit })).toBe(exact)
      }),
    )
  })
})
