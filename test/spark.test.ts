import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HEADINGS, leads, rulebook } from './support/draw.ts'
import { WIDE_HEADINGS, wideLeads, wideRulebook } from './support/draw-wide.ts'
import { asked, judged, type QueryEngine, spark } from './support/engines.ts'
import { rulebooksOfAll } from './support/operators.ts'
import { bindTo, planOf } from './support/plans.ts'
import { SPARK_HOME } from './support/spark.ts'

/** Spark plans a query for about a second: a few draws here, more where somebody asks for them. */
const DRAWS = Number(process.env.LEADQ_SPARK_DRAWS ?? 10)

if (SPARK_HOME === undefined) {
  if (process.env.LEADQ_SPARK === 'required') throw new Error('no Spark: scripts/spark-setup installs one')
  console.warn('LEFT OUT: the tests with a real Spark. scripts/spark-setup installs one.')
}

describe.skipIf(SPARK_HOME === undefined)('in a Spark with two workers', () => {
  let engine: QueryEngine
  beforeAll(async () => {
    engine = await spark()
  }, 300_000)
  afterAll(() => engine?.close(), 60_000)

  it('the query says of fixtures/operators.csv what the reference says', { timeout: 1_800_000 }, async () => {
    for (const { rulebook, headings, cells } of rulebooksOfAll()) {
      const { bound } = bindTo(planOf(rulebook), headings, [cells])
      expect(await asked(engine, bound, [cells]), rulebook).toEqual(judged(bound, [cells]))
    }
  })

  it.each([
    { what: 'any leads and any rulebook', arbitrary: fc.tuple(rulebook, leads), headings: HEADINGS },
    {
      what: 'hostile texts and every kind of field',
      arbitrary: fc.tuple(wideRulebook, wideLeads),
      headings: WIDE_HEADINGS,
    },
  ])('the query says of $what what the reference says', { timeout: 1_800_000 }, async ({ arbitrary, headings }) => {
    await fc.assert(
      fc.asyncProperty<[[object, string[][]]]>(arbitrary, async ([rules, rows]) => {
        const { bound } = bindTo(planOf(rules), headings, rows)
        expect(await asked(engine, bound, rows)).toEqual(judged(bound, rows))
      }),
      { numRuns: DRAWS },
    )
  })
})
