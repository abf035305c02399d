import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HEADINGS, leads, rulebook } from './support/draw.ts'
import { WIDE_HEADINGS, wideLeads, wideRulebook } from './support/draw-wide.ts'
import { asked, judged, type QueryEngine, spark } from './support/engines.ts'
import { rulebooksOfAll } from './support/operators.ts'
import { bindTo, planOf } from './support/plans.ts'
import { inFolder, runShell } from './support/program.ts'
import { SPARK_ENVIRONMENT, SPARK_HOME } from './support/spark.ts'

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

  it('the tool writes what the reference writes, to Parquet and from it', { timeout: 1_800_000 }, async () => {
    await inFolder(async folder => {
      const rows = [...TITLES.entries()].map(([n, title]) => `${n},"${title}",p${n}@acme.example,${n * 30}`)
      writeFileSync(join(folder, 'leads.csv'), `Lead ID,Job Title,Email,Employees\n${rows.join('\n')}\n`)
      writeFileSync(join(folder, 'rules.yaml'), RULES)
      const run = (line: string) => runShell(`leadq score ${line} -r rules.yaml --as-of 2026-03-02 --json`, folder, ENV)
      const reference = await run('leads.csv -o reference.csv')
      const written = await run('leads.csv --engine spark -o written --format parquet')
      expect(written.stderr).toBe('')
      const again = await run('written --input-format parquet --engine spark -o again --format csv')
      expect(again.stderr).toBe('')
      const [expected, first, second] = [reference, written, again].map(({ stdout }) => figuresOf(stdout))
      expect(first).toEqual(expected)
      expect(second).toEqual(expected)
      const parts = readdirSync(join(folder, 'again')).filter(name => name.endsWith('.csv'))
      const leads = parts.flatMap(name => recordsOf(join(folder, 'again', name)))
      expect(sorted(leads)).toEqual(sorted(recordsOf(join(folder, 'reference.csv'))))
      const refused = await run('leads.csv --engine spark -o again')
      expect(refused.exit).toBe(73)
      expect(refused.stderr).toContain('again exists')
    })
  })
})

const TITLES = [
  'CEO',
  'Geschäftsführer',
  'Gescha\u0308ftsfu\u0308hrer',
  ' head of  sales',
  'a ""quoted"" ceo',
  'two\nlines',
  '',
]
const RULES = `leadq: 1
scores:
  fit:
    groups:
      all:
        rules:
          - { id: boss, when: { job_title: { has_word: [CEO, Geschäftsführer] } }, points: 40 }
          - { id: size, field: employees, points_from: { '50': 12, '100': 25 } }
stages:
  - { stage: SQL, when: { score.total: { at_least: 40 } } }
  - { stage: nurture }
`
const ENV = Object.fromEntries(
  ['SPARK_HOME', 'SPARK_CONF_DIR', 'SPARK_LOCAL_IP'].map(name => [name, String(SPARK_ENVIRONMENT[name] ?? '')]),
)

/** Everything in a summary that a query can know. */
function figuresOf(json: string) {
  const { counts, stages, scores, histogram, rules, quality } = JSON.parse(json)
  return { counts, stages, scores, histogram, rules, quality }
}

function recordsOf(path: string): unknown[] {
  return parse(readFileSync(path), { columns: true })
}

function sorted(records: readonly unknown[]): string[] {
  return records.map(record => JSON.stringify(record)).sort()
}
