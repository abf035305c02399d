import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AGREEMENTS } from './support/agree/agreements.ts'
import { HAS_ZETASQL, type ZetaSql, zetasql } from './support/bigquery.ts'
import { runs } from './support/draws.ts'
import { asked, judged } from './support/engines.ts'
import { rulebooksOfAll } from './support/operators.ts'
import { bindTo, planOf } from './support/plans.ts'

const LONG = { timeout: 36_000_000 }

/** The evaluator takes seconds for a query: without `LEADQ_DRAWS` it answers one of so many that databases answer. */
const ONE_OF = 25
/** And of the operators, which take half a minute of a processor together. */
const OPERATORS_ONE_OF = 12
/** leadq counts in databases that it connects to. */
const COUNTS = ['counts', 'counts of events']

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

  it('says of fixtures/operators.csv what the reference says', LONG, async () => {
    for (const { rulebook, headings, cells } of rulebooksOfAll(OPERATORS_ONE_OF)) {
      const { bound } = bindTo(planOf(rulebook), headings, [cells])
      expect(await asked(engine, bound, [cells]), rulebook).toEqual(judged(bound, [cells]))
    }
  })

  it.each(AGREEMENTS.filter(({ name }) => !COUNTS.includes(name)))('says of $name what leadq says', LONG, each =>
    each.assert(engine, runs(Math.ceil(each.usual / ONE_OF))),
  )
})
