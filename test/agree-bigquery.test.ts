import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HAS_ZETASQL, type ZetaSql, zetasql } from './support/bigquery.ts'
import { HEADINGS, leads, rulebook } from './support/draw.ts'
import { WIDE_HEADINGS, wideLeads, wideRulebook } from './support/draw-wide.ts'
import { runs } from './support/draws.ts'
import { asked, judged } from './support/engines.ts'
import { rulebooksOfAll } from './support/operators.ts'
import { bindTo, planOf } from './support/plans.ts'
import { answersOf, typedLeads } from './support/typed.ts'

const LONG = 36_000_000

if (!HAS_ZETASQL) {
  if (process.env.LEADQ_BIGQUERY === 'required') throw new Error('no ZetaSQL: scripts/bigquery-setup installs it')
  console.warn("skipped: BigQuery's queries in Google's evaluator; scripts/bigquery-setup installs it")
}

/** Google's evaluator says of a printed query what the reference says, text by text. */
describe.skipIf(!HAS_ZETASQL)('the query that is printed for BigQuery', () => {
  let engine: ZetaSql
  beforeAll(async () => {
    engine = zetasql()
    await engine.query('SELECT 1')
  }, 60_000)
  afterAll(() => engine.close())

  it('says of fixtures/operators.csv what the reference says', { timeout: LONG }, async () => {
    // They take half a minute of a processor together: without `LEADQ_DRAWS` every fourth one is asked.
    const all = rulebooksOfAll().filter((_, n) => runs(1).numRuns > 1 || n % 4 === 0)
    for (const { rulebook, headings, cells } of all) {
      const { bound } = bindTo(planOf(rulebook), headings, [cells])
      expect(await asked(engine, bound, [cells]), rulebook).toEqual(judged(bound, [cells]))
    }
  })

  it.each([
    { what: 'any leads and any rulebook', arbitrary: fc.tuple(rulebook, leads), headings: HEADINGS, draws: 4 },
    {
      what: 'hostile texts and every kind of field',
      arbitrary: fc.tuple(wideRulebook, wideLeads),
      headings: WIDE_HEADINGS,
      draws: 2,
    },
  ])('says of $what what the reference says', { timeout: LONG }, async ({ arbitrary, headings, draws }) => {
    await fc.assert(
      fc.asyncProperty<[[object, string[][]]]>(arbitrary, async ([rules, rows]) => {
        const { bound } = bindTo(planOf(rules), headings, rows)
        expect(await asked(engine, bound, rows)).toEqual(judged(bound, rows))
      }),
      runs(draws),
    )
  })

  it('reads typed columns as the texts of their cells', { timeout: LONG }, async () => {
    await fc.assert(
      fc.asyncProperty(wideRulebook, typedLeads, async (rules, given) => {
        const { bound, texts, inline, withFunctions } = await answersOf(engine, rules, given)
        const right = judged(bound, texts)
        expect(await inline()).toEqual(right)
        expect(await withFunctions()).toEqual(right)
      }),
      runs(1),
    )
  })
})
