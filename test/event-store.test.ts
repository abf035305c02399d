import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventKind } from '../src/engine/events/lead-events.ts'
import { createEventStore } from '../src/leads/events/event-store.ts'
import { createKeyTable } from '../src/leads/events/key-table.ts'
import { runs } from './support/draws.ts'
import { memoryHost } from './support/memory-host.ts'

const KINDS: readonly EventKind[] = ['a', 'b'].map(name => ({ name, worth: [1], part: 'other', timed: true }))

describe('the store of events', () => {
  const event = fc.record({
    number: fc.nat({ max: 30 }),
    day: fc.integer({ min: -5, max: 20_000 }),
    at: fc.integer({ min: 0, max: 2 ** 45 }),
    kind: fc.nat({ max: 1 }),
    mark: fc.oneof(fc.constant(Number.NaN), fc.nat()),
  })
  const options = fc.record({
    events: fc.array(event, { maxLength: 120 }),
    held: fc.integer({ min: 1, max: 60 }),
    batch: fc.integer({ min: 1, max: 8 }),
    again: fc.array(fc.nat({ max: 30 }), { maxLength: 5 }),
  })

  it('gives what went in, in memory or from disk, in the order of the leads', async () => {
    await fc.assert(
      fc.asyncProperty(options, async ({ events, held, batch, again }) => {
        const shared = new Set(again)
        const store = createEventStore({
          host: memoryHost(new Map()),
          numbers: 31,
          marks: 1,
          ignore: { ownDomains: [] },
          isShared: number => shared.has(number),
          held,
        })
        for (const { number, day, at, kind, mark } of events) {
          store.add(number, { day, at, kind: KINDS[kind] ?? fail(), marks: [mark] })
          await store.settle()
        }
        // Twice, as leads may be read twice.
        for (let round = 0; round < 2; round += 1) {
          const pass = store.pass()
          for (let from = 0; from < 31; from += batch) {
            const numbers = Array.from({ length: Math.min(batch, 31 - from) }, (_, index) => from + index)
            await pass.load([...numbers, ...again.filter(number => number < from)])
            for (const number of [...numbers, ...again.filter(number => number < from)]) {
              const expected = events.flatMap((each, order) => {
                const { day, at, kind, mark } = each
                return each.number === number ? [{ day, at, kind: KINDS[kind], marks: [mark], order }] : []
              })
              expected.sort((a, b) => b.day - a.day || b.at - a.at || b.order - a.order)
              expect(pass.of(number)).toEqual(expected)
              const people = pass.people(number)
              if (people !== undefined)
                expect(people).toEqual(expected.map(({ day, kind, marks }) => ({ day, kind, marks })))
            }
          }
        }
        await store.drop()
      }),
      runs(200),
    )
  })

  function fail(): never {
    throw new Error('no such kind')
  }
})

describe('the table of keys', () => {
  it('finds the number of every key, and of no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 3_000 }), fc.array(fc.string()), (keys, others) => {
        const table = createKeyTable()
        for (const [number, key] of keys.entries()) table.add(key, number)
        for (const [number, key] of keys.entries()) expect(table.find(key)).toBe(number)
        for (const key of others) if (!keys.includes(key)) expect(table.find(key)).toBeUndefined()
      }),
      runs(50),
    )
  })
})
