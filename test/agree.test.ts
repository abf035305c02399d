import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HEADINGS, leads, rulebook } from './support/draw.ts'
import { WIDE_HEADINGS, wideLeads, wideRulebook } from './support/draw-wide.ts'
import { runs } from './support/draws.ts'
import { asked, counted, countedByReference, duckdb, judged, postgres, type QueryEngine } from './support/engines.ts'
import { rulebooksOfAll } from './support/operators.ts'
import { bindTo, planOf } from './support/plans.ts'

/** A printed query is right if its results equal those of the reference engine, text by text. */
describe.each([
  { name: 'DuckDB', open: duckdb },
  { name: 'PostgreSQL', open: postgres },
])('the query that is printed for $name', ({ open }) => {
  let engine: QueryEngine
  beforeAll(async () => {
    engine = await open()
  }, 60_000)
  afterAll(() => engine.close())

  it('says of fixtures/operators.csv what the reference says', { timeout: 600_000 }, async () => {
    for (const { rulebook, headings, cells } of rulebooksOfAll()) {
      const { bound } = bindTo(planOf(rulebook), headings, [cells])
      expect(await asked(engine, bound, [cells]), rulebook).toEqual(judged(bound, [cells]))
    }
  })

  it('says of any leads and any rulebook what the reference says', { timeout: 36_000_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(rulebook, leads, async (rules, rows) => {
        const { bound } = bindTo(planOf(rules), HEADINGS, rows)
        expect(await asked(engine, bound, rows)).toEqual(judged(bound, rows))
      }),
      runs(50),
    )
  })

  it('says of hostile texts and every kind of field what the reference says', { timeout: 36_000_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(wideRulebook, wideLeads, async (rules, rows) => {
        const { bound } = bindTo(planOf(rules), WIDE_HEADINGS, rows)
        expect(await asked(engine, bound, rows)).toEqual(judged(bound, rows))
      }),
      runs(20),
    )
  })

  it('reads columns of any name, under any name', { timeout: 36_000_000 }, async () => {
    const rows = [['Chief "Boss"', '7']]
    await fc.assert(
      fc.asyncProperty(headingPair, fc.constantFrom("it's", 'a "b"', 'x\\', '`y`'), async (headings, name) => {
        const rules = {
          leadq: 1,
          fields: { [name]: { from: headings[0] }, other: { from: headings[1], type: 'number' } },
          scores: { [name]: { rules: [{ id: name, when: { [name]: 'chief "boss"' }, points: 5 }] } },
          stages: [{ stage: name, when: { other: { above: 6 } } }, { stage: 'nurture' }],
        }
        const { bound } = bindTo(planOf(rules), headings, rows)
        const answers = await asked(engine, bound, rows, headings)
        expect(answers).toEqual(judged(bound, rows))
        expect(answers[0]?.[0]).toBe(name)
      }),
      runs(25),
    )
  })

  it('keeps fields apart whose names are those of steps of another one', async () => {
    const dates = ['date', 'digits', 'instant', 'local', 'truth', 'found', 'text', 'words', 'mail', 'raw', '1']
    const names = dates.map(name => `done_${name}`)
    const rules = {
      leadq: 1,
      fields: {
        done: { from: 'Done', type: 'boolean', empty: false },
        ...Object.fromEntries(names.map(name => [name, { from: name, type: 'date' }])),
      },
      tags: Object.fromEntries(['done', ...names].map(name => [name, { [name]: { known: true } }])),
    }
    const rows = [
      ['', ...names.map(() => '2026-02-01')],
      ['2026-02-01', ...names.map(() => '')],
      ['x', ...names.map(() => 'x')],
    ]
    const { bound } = bindTo(planOf(rules), ['Done', ...names], rows)
    expect(await asked(engine, bound, rows)).toEqual(judged(bound, rows))
  })

  it('counts what the reference counts', { timeout: 36_000_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(wideRulebook, wideLeads, async (rules, rows) => {
        const plan = planOf(rules)
        const { bound } = bindTo(plan, WIDE_HEADINGS, rows)
        expect(await counted(engine, plan, bound, rows)).toEqual(countedByReference(plan, bound, rows))
      }),
      runs(8),
    )
  })
})

/** Two headings that no database treats as equal: they differ in more than case, and are short enough for all. */
const heading = fc.oneof(
  fc.constantFrom(
    '"; DROP TABLE leads; --',
    "'",
    '\\',
    '`',
    '--',
    '/*',
    '$1',
    'lead',
    'leadq_row',
    'select',
    'ä ö',
    '{{ x }}',
  ),
  fc.string({ minLength: 1, maxLength: 10 }).filter(text => text.trim() !== '' && !/[#\0]/.test(text)),
)
const headingPair = fc.uniqueArray(heading, {
  minLength: 2,
  maxLength: 2,
  selector: text => text.trim().toLowerCase(),
})
