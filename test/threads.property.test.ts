import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvOf, leads, rulebook } from './support/draw.ts'
import { runs } from './support/draws.ts'
import { mutated, mutations } from './support/mutated.ts'
import { scored } from './support/score-both.ts'
import { helpers } from './support/thread-host.ts'

/** Longer than what is read before the first block. */
const LENGTH = 250_000

/** Rows again and again, each with an id of its own or one that came before. */
function longCsv(rows: readonly (readonly string[])[]): string {
  const [header = '', ...lines] = csvOf(rows).split(/(?<=\n)(?=[0-9a-f]{8}-)/)
  const parts = [header]
  let length = 0
  for (let index = 0; length < LENGTH; index += 1) {
    const line = lines[index % lines.length] ?? ''
    const own = index % 7 === 0 ? line : line.replace(/^[0-9a-f]{8}/, index.toString(16).padStart(8, '0'))
    parts.push(own)
    length += own.length
  }
  return parts.join('')
}

const flags = fc.record({
  threads: fc.constantFrom(2, 3),
  split: fc.boolean(),
  escapeFormulas: fc.boolean(),
  only: fc.constantFrom(undefined, [{ kind: 'stage' as const, value: 'MQL' }]),
})

describe('leads judged by several threads', () => {
  it('are written and counted as the reference does it, whatever is in the file', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(rulebook, leads, mutations, flags, async (rules, rows, changes, request) => {
        const { host } = helpers()
        const files = new Map([['leads.csv', mutated(Buffer.from(longCsv(rows)), changes)]])
        const scoring = { rules, files, request: { ...request, verdicts: undefined } }
        expect(await scored(scoring, 'auto', host)).toEqual(await scored(scoring, 'stream'))
      }),
      runs(6),
    )
  })

  it('come from blocks of the file', { timeout: 120_000 }, async () => {
    const { host, seen } = helpers()
    const [rows] = fc.sample(leads, { numRuns: 1, seed: 1 })
    const [rules] = fc.sample(rulebook, { numRuns: 1, seed: 1 })
    const files = new Map([['leads.csv', Buffer.from(longCsv(rows ?? []))]])
    const scoring = { rules: rules ?? {}, files, request: { threads: 2, verdicts: undefined } }
    expect(await scored(scoring, 'auto', host)).toEqual(await scored(scoring, 'stream'))
    expect(seen.blocks).toBeGreaterThan(4)
    expect(seen.parts).toBeGreaterThan(4)
  })
})
