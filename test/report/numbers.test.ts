import { expect, it } from 'vitest'
import { percent, plural, signed, thousands } from '../../src/report/numbers.ts'

it.each([
  [0, '0'],
  [999, '999'],
  [1_000, '1,000'],
  [12_480, '12,480'],
  [-1_234_567, '-1,234,567'],
  [1234.5678, '1,234.5678'],
])('%d in groups of three', (value, expected) => expect(thousands(value)).toBe(expected))

it.each([
  [0, 10, '0.0%'],
  [1, 3, '33.3%'],
  [10, 10, '100.0%'],
  [1, 100_000, '<0.1%'],
  [99_999, 100_000, '99.9%'],
  [0, 0, '0.0%'],
])('%i of %i as a share', (part, whole, expected) => expect(percent(part, whole)).toBe(expected))

it('says one and many, plus and minus', () => {
  expect([plural(1, 'lead'), plural(1_200, 'lead'), plural(0, 'lead')]).toEqual(['1 lead', '1,200 leads', '0 leads'])
  expect([signed(12), signed(0), signed(-1_200)]).toEqual(['+12', '0', '-1,200'])
})
