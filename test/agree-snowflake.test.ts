import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HEADINGS, leads, rulebook } from './support/draw.ts'
import { WIDE_HEADINGS, wideLeads, wideRulebook } from './support/draw-wide.ts'
import { runs } from './support/draws.ts'
import { asked, judged } from './support/engines.ts'
import { rulebooksOfAll } from './support/operators.ts'
import { bindTo, planOf } from './support/plans.ts'
import { type Emulator, HAS_SNOWFLAKE, snowflake } from './support/snowflake.ts'
import { answersOf, typedLeads } from './support/typed.ts'

if (!HAS_SNOWFLAKE) {
  if (process.env.LEADQ_SNOWFLAKE === 'required') throw new Error('no fakesnow: scripts/snowflake-setup installs it')
  console.warn('skipped: queries for Snowflake; scripts/snowflake-setup installs what runs them')
}

const LONG = 36_000_000

/**
 * A printed query is right if its results equal those of the reference engine, text by text. Snowflake itself is not
 * there: `test/support/snowflake/emulator.py` says what stands in for it.
 */
describe.skipIf(!HAS_SNOWFLAKE)('the query that is printed for Snowflake', () => {
  let engine: Emulator
  beforeAll(async () => {
    engine = await snowflake()
  }, 60_000)
  afterAll(() => engine?.close())

  it('says of fixtures/operators.csv what the reference says', { timeout: LONG }, async () => {
    for (const { rulebook, headings, cells } of rulebooksOfAll()) {
      const { bound } = bindTo(planOf(rulebook), headings, [cells])
      expect(await asked(engine, bound, [cells]), rulebook).toEqual(judged(bound, [cells]))
    }
  })

  it('says of any leads and any rulebook what the reference says', { timeout: LONG }, async () => {
    await fc.assert(
      fc.asyncProperty(rulebook, leads, fc.boolean(), async (rules, rows, longest) => {
        engine.takeLongest(longest)
        const { bound } = bindTo(planOf(rules), HEADINGS, rows)
        expect(await asked(engine, bound, rows)).toEqual(judged(bound, rows))
      }),
      runs(5),
    )
  })

  it('says of hostile texts and every kind of field what the reference says', { timeout: LONG }, async () => {
    await fc.assert(
      fc.asyncProperty(wideRulebook, wideLeads, fc.boolean(), async (rules, rows, longest) => {
        engine.takeLongest(longest)
        const { bound } = bindTo(planOf(rules), WIDE_HEADINGS, rows)
        expect(await asked(engine, bound, rows)).toEqual(judged(bound, rows))
      }),
      runs(3),
    )
  })

  it('reads typed columns as the texts of their cells are read', { timeout: LONG }, async () => {
    await fc.assert(
      fc.asyncProperty(wideRulebook, typedLeads, fc.boolean(), async (rules, rows, longest) => {
        engine.takeLongest(longest)
        const { bound, texts, inline, withFunctions } = await answersOf(engine, rules, rows)
        const right = judged(bound, texts)
        expect(await withFunctions()).toEqual(right)
        expect(await inline()).toEqual(right)
      }),
      runs(3),
    )
  })
})
