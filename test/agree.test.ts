import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HEADINGS, leads, rulebook } from './support/draw.ts'
import { WIDE_HEADINGS, wideLeads, wideRulebook } from './support/draw-wide.ts'
import { asked, counted, duckdb, judged, postgres, type QueryEngine, tallied } from './support/engines.ts'
import { behaviours, rulebookOf } from './support/operators.ts'
import { bindTo, planOf } from './support/plans.ts'

/** `npm run test:agree` draws many more. */
const DRAWS = Number(process.env.LEADQ_DRAWS ?? 300)

/** The reference is right by definition; a printed query is right if it answers the same, text by text. */
describe.each([
  { name: 'DuckDB', open: duckdb, share: 1 },
  { name: 'PostgreSQL', open: postgres, share: 1 },
])('the query that is printed for $name', ({ open, share }) => {
  let engine: QueryEngine
  beforeAll(async () => {
    engine = await open()
  }, 60_000)
  afterAll(() => engine.close())

  it('says of fixtures/operators.csv what the reference says', { timeout: 600_000 }, async () => {
    for (const behaviour of behaviours) {
      const rows = [[behaviour.cell]]
      const { bound } = bindTo(planOf(rulebookOf(behaviour)), ['X'], rows)
      expect(await asked(engine, bound, rows), JSON.stringify(behaviour)).toEqual(judged(bound, rows))
    }
  })

  it('says of any leads and any rulebook what the reference says', { timeout: 36_000_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(rulebook, leads, async (rules, rows) => {
        const { bound } = bindTo(planOf(rules), HEADINGS, rows)
        expect(await asked(engine, bound, rows)).toEqual(judged(bound, rows))
      }),
      { numRuns: Math.ceil(DRAWS * share) },
    )
  })

  it('says of hostile texts and every kind of field what the reference says', { timeout: 36_000_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(wideRulebook, wideLeads, async (rules, rows) => {
        const { bound } = bindTo(planOf(rules), WIDE_HEADINGS, rows)
        expect(await asked(engine, bound, rows)).toEqual(judged(bound, rows))
      }),
      { numRuns: Math.ceil(DRAWS * share) },
    )
  })

  it('counts what the reference counts', { timeout: 36_000_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(wideRulebook, wideLeads, async (rules, rows) => {
        const plan = planOf(rules)
        const { bound } = bindTo(plan, WIDE_HEADINGS, rows)
        expect(await counted(engine, plan, bound, rows)).toEqual(tallied(plan, bound, rows))
      }),
      { numRuns: Math.ceil((DRAWS * share) / 10) },
    )
  })
})
