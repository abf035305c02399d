import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wideRulebook } from './support/draw-wide.ts'
import { runs } from './support/draws.ts'
import { duckdb, judged, postgres, type QueryEngine } from './support/engines.ts'
import { answersOf, typedLeads } from './support/typed.ts'

/** Of typed columns a query says what the reference says of the texts of their cells. */
describe.each([
  { name: 'DuckDB', open: duckdb },
  { name: 'PostgreSQL', open: postgres },
])('typed columns in $name', ({ name, open }) => {
  let engine: QueryEngine
  beforeAll(async () => {
    engine = await open()
    await engine.run(name === 'DuckDB' ? "SET TimeZone = 'UTC'" : "SET timezone TO 'UTC'")
  }, 60_000)
  afterAll(() => engine.close())

  it('are read as the texts of their cells are', { timeout: 36_000_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(wideRulebook, typedLeads, async (rules, leads) => {
        const { bound, texts, inline, withFunctions } = await answersOf(engine, rules, leads)
        const right = judged(bound, texts)
        expect(await inline()).toEqual(right)
        expect(await withFunctions()).toEqual(right)
      }),
      runs(10),
    )
  })
})
