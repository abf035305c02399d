import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createScratch } from '../src/cli/hosts/disk/scratch.ts'
import { readLine, sortable, writeLine } from '../src/leads/sort/lines.ts'
import { createSorter, type Sorter } from '../src/leads/sort/sorter.ts'
import { type Item, sortedByScore } from '../src/outputs/order.ts'
import { runs } from './support/draws.ts'

const DISK = { scratch: createScratch }

const text = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 4 }).filter(drawn => !/\p{Cs}/u.test(drawn)),
  fc.constantFrom('\u2028', '\u2029', '\r', '\n', '\r\n', '\t', '\\', '\\n', '\\t', 'a\\', '', '\u{ffff}', '\u{10000}'),
)

async function all(sorter: Sorter): Promise<string[]> {
  const found: string[] = []
  for await (const lines of sorter.sorted()) found.push(...lines)
  return found
}

describe('lines of texts', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), texts => {
        expect(readLine(writeLine(texts))).toEqual(texts)
      }),
    )
  })

  it('stand together when they begin with the same text', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 30 }), pairs => {
        const firsts = pairs
          .map(writeLine)
          .sort()
          .map(line => readLine(line)[0])
        const runs = firsts.filter((first, index) => first !== firsts[index - 1])
        expect(runs.length).toBe(new Set(firsts).size)
      }),
    )
  })

  it('sort like their numbers', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10 ** 12 - 1 }), fc.nat({ max: 10 ** 12 - 1 }), (a, b) => {
        expect(sortable(a) < sortable(b)).toBe(a < b)
      }),
    )
  })
})

describe('a sorter', () => {
  it('gives all lines in order, also from disk and to several readers at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(text, { maxLength: 20 }), { maxLength: 6 }),
        fc.constantFrom(0, 3, 40, 10_000),
        async (parts, held) => {
          const sorter = createSorter(DISK, held)
          const lines = parts.map(part => part.map(each => writeLine([each])))
          for (const part of lines) await sorter.add(part)
          const expected = lines.flat().sort()
          const readings = await Promise.all([all(sorter), all(sorter)])
          expect(readings).toEqual([expected, expected])
          await sorter.drop()
        },
      ),
      runs(60),
    )
  })

  it('takes more lines than it hands on together', async () => {
    const numbers = Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 5_000)
    const sorter = createSorter(DISK, 20_000)
    for (let from = 0; from < numbers.length; from += 500)
      await sorter.add(numbers.slice(from, from + 500).map(sortable))
    expect((await all(sorter)).map(Number)).toEqual(numbers.map((_, index) => index))
    await sorter.drop()
  })
})

describe('leads by score', () => {
  const score = fc.oneof(
    fc.integer({ min: -1000, max: 1000 }),
    fc.constantFrom(0, -0, Number.NEGATIVE_INFINITY, 1e21, -1e21, 2 ** 53),
  )

  it('come best first, of equal scores the earlier one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(score, { maxLength: 40 }), async scores => {
        const items = scores.map((points, index): Item => ({ stage: 's', score: points, text: `${index}\r\n` }))
        const ordering = sortedByScore(DISK)
        await ordering.add(items.slice(0, 7))
        await ordering.add(items.slice(7))
        const found: Item[] = []
        for await (const item of ordering.rest()) found.push(item)
        await ordering.drop()
        const expected = [...items].sort((a, b) => (a.score === b.score ? 0 : b.score - a.score))
        expect(found.map(item => item.text)).toEqual(expected.map(item => item.text))
      }),
      runs(100),
    )
  })
})
