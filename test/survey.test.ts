import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createGathered } from '../src/leads/survey/gathered.ts'
import type { Contribution } from '../src/leads/survey/held.ts'
import { runs } from './support/draws.ts'
import { memoryHost } from './support/memory-host.ts'

const contribution = fc.record({
  key: fc.constantFrom(undefined, 'a', 'b', 'é', 'ŁÓDŹ', '', 'a\u{1f}b'),
  rank: fc.integer({ min: 0, max: 2 }),
  account: fc.constantFrom(undefined, 'acme.example', 'łódź.example'),
  total: fc.constantFrom(undefined, -3, 0, 12.5),
  engaged: fc.constantFrom(undefined, true, false),
  reachable: fc.boolean(),
})

function contributionsOf(drawn: readonly (typeof contribution extends fc.Arbitrary<infer T> ? T : never)[]) {
  return drawn.map(({ key, rank, account, ...rest }, position): Contribution => {
    const member = account === undefined ? undefined : { account, position, ...rest }
    return { candidate: key === undefined ? undefined : { key, rank, position, label: `L${position}`, member }, member }
  })
}

/** The notes of all leads; from so many leads on they go to sorters. */
async function notesOf(contributions: readonly Contribution[], most: number) {
  const gathered = createGathered(memoryHost(new Map()), most)
  for (const [index, each] of contributions.entries()) {
    gathered.add(each)
    if (index % 2 === 0) await gathered.settle()
  }
  const reader = await gathered.decide()
  const notes = [...(await reader.next(1)), ...(await reader.next(contributions.length - 1))]
  await reader.drop()
  await gathered.drop()
  return notes
}

describe('duplicates and accounts of leads that do not fit in memory', () => {
  it('are those of leads that do', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(contribution, { minLength: 1, maxLength: 20 }), async drawn => {
        const contributions = contributionsOf(drawn)
        const held = await notesOf(contributions, 100)
        expect(await notesOf(contributions, 0)).toEqual(held)
        expect(await notesOf(contributions, Math.ceil(drawn.length / 2))).toEqual(held)
      }),
      runs(200),
    )
  })
})
