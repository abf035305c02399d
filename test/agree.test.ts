import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HEADINGS, leads, rulebook } from './support/draw.ts'
import { asked, duckdb, judged, type QueryEngine } from './support/engines.ts'
import { bindTo, planOf } from './support/plans.ts'

describe('the printed query answers as the reference', () => {
  let engine: QueryEngine
  beforeAll(async () => {
    engine = await duckdb()
  })
  afterAll(() => engine.close())

  it('in DuckDB, of any rulebook and any leads', async () => {
    await fc.assert(
      fc.asyncProperty(rulebook, leads, async (rules, rows) => {
        const { bound } = bindTo(planOf(rules), HEADINGS, rows)
        expect(await asked(engine, bound, rows)).toEqual(judged(bound, rows))
      }),
      { numRuns: Number(process.env.LEADQ_DRAWS ?? 100) },
    )
  })
})
