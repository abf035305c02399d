import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { labelComment } from '../../src/dialects/dialect/comment.ts'
import { duckdb } from '../support/engines.ts'
import { inFolder, ROOT, runInProcess } from '../support/program.ts'

/** Queries are reviewed by people: they are short, say which rule is which, and change where the rulebook does. */
const DIALECTS = ['duckdb', 'postgres', 'spark', 'snowflake', 'bigquery'] as const
/** BigQuery keeps functions in a dataset, which is part of their names. */
const SOURCES = {
  duckdb: 'leads',
  postgres: 'leads',
  spark: 'leads',
  snowflake: 'leads',
  bigquery: 'crm.leads',
} as const
const LIBRARIES = { duckdb: [], postgres: [], spark: [], snowflake: [], bigquery: ['crm'] } as const
type To = (typeof DIALECTS)[number]
const besideLibrary = (to: To) => ['--use-library', ...LIBRARIES[to]]

/** What a test changes of a rulebook. */
interface Changed {
  readonly label?: string
  readonly employees?: number
  readonly points?: number
  readonly earned?: number
  readonly at?: number
  readonly title?: string
  readonly exclusion?: string
  readonly ask?: string
}

function rulebook({
  label = 'The one who decides',
  employees = 50,
  points = 20,
  earned = 30,
  at = 40,
  title = 'Inhaber',
  exclusion = 'is a customer',
  ask = 'Who signs?',
}: Changed = {}): string {
  return `leadq: 1
lists: { leaders: [CEO, CTO, CFO, COO, ${title}, Owner, Founder, "vice pres*"] }
scores:
  fit:
    max: 100
    rules:
      - { id: chief, label: ${JSON.stringify(label)}, when: { job_title: { has_word: $leaders } }, points: ${points} }
      - { id: size, label: Size of the company, field: employees, points_from: { 10: 10, ${employees}: ${earned} } }
criteria:
  authority: { when: { job_title: { has_word: $leaders } }, ask: ${JSON.stringify(ask)} }
exclude:
  - { id: customer, label: ${JSON.stringify(exclusion)}, when: { job_title: { contains: kunde } } }
stages:
  - { stage: MQL, id: good, when: { score.fit: { at_least: ${at} } } }
  - { stage: nurture }
`
}

const TWO_RULES = `leadq: 1
scores:
  fit:
    rules:
      - { id: chief, when: { job_title: { has_word: CEO } }, points: 20 }
      - { id: size, field: employees, points_from: { 10: 10, 50: 30 } }
stages: [ { stage: MQL, when: { score.fit: { at_least: 40 } } }, { stage: nurture } ]
`

function printed(to: To, rules: string, ...more: readonly string[]): Promise<string[]> {
  return inFolder(async folder => {
    writeFileSync(join(folder, 'rules.yaml'), rules)
    writeFileSync(join(folder, 'types.txt'), '"Job Title" text\nEmployees integer\n')
    const argv = ['compile', '-r', 'rules.yaml', '--to', to, '--source', SOURCES[to], '--types', 'types.txt']
    const { stdout, stderr, exit } = await runInProcess([...argv, '--as-of', '2026-03-02', ...more], folder)
    expect({ stderr, exit }).toEqual({ stderr: '', exit: 0 })
    return stdout.trimEnd().split('\n')
  })
}

async function printedB2b(to: To, ...more: readonly string[]): Promise<string> {
  const types = to === 'snowflake' ? 'leads.types.snowflake.txt' : 'leads.types.txt'
  const argv = ['compile', '-r', 'b2b', '--to', to, '--source', SOURCES[to], '--types', types, ...more]
  return (await runInProcess(argv, join(ROOT, 'docs', 'queries'))).stdout
}

describe.each(DIALECTS)('%s', to => {
  it.each([['select'], ['view']])('prints two rules as a %s in at most 60 lines', async form => {
    expect((await printed(to, TWO_RULES, '--as', form)).length).toBeLessThanOrEqual(60)
    expect((await printed(to, TWO_RULES, '--as', form, ...besideLibrary(to))).length).toBeLessThanOrEqual(50)
  })

  it.each([['select'], ['view']])('prints b2b as a %s in at most 500 lines, and 50 KB beside a library', async form => {
    expect((await printedB2b(to, '--as', form)).trimEnd().split('\n').length).toBeLessThanOrEqual(500)
    const query = await printedB2b(to, '--as', form, ...besideLibrary(to))
    expect(query.split('\n').length).toBeLessThanOrEqual(460)
    expect(Buffer.byteLength(query)).toBeLessThanOrEqual(45_000)
  })

  it.each<[string, Changed, string]>([
    ['a threshold of a rule', { employees: 75 }, 'THEN 30'],
    ['points of a rule', { points: 25 }, 'AS r_chief'],
    ['points in a table', { earned: 105 }, 'f_employees >= 50 THEN 105'],
    ['a member of a list that is asked for twice', { title: 'Inhaberin' }, 'inhaberin'],
    ['a threshold of a stage', { at: 45 }, "THEN 'MQL'"],
    ['a label of a rule', { label: 'Decider' }, 'AS r_chief'],
    ['a label of an exclusion', { exclusion: 'buys already' }, 'AS x_customer'],
    ['a question', { ask: 'Who decides?' }, 'AS c_authority'],
  ])('%s is one line of a diff', async (_, changed, where) => {
    const [before, after] = [await printed(to, rulebook()), await printed(to, rulebook(changed))]
    expect(after.length).toBe(before.length)
    const lines = after.filter((line, index) => line !== before[index])
    // A reason in the output has the label, too.
    const isLabel = changed.label !== undefined
    expect(lines.slice(0, 1)).toEqual([expect.stringContaining(where)])
    expect(lines.slice(1)).toEqual(isLabel ? [expect.stringContaining('Decider')] : [])
  })

  it('has labels at their lines', async () => {
    const lines = await printed(to, rulebook())
    expect(lines).toContainEqual(expect.stringMatching(/ AS r_chief, -- The one who decides$/))
    expect(lines).toContainEqual(expect.stringMatching(/ AS r_size -- Size of the company$/))
    expect(lines).toContainEqual(expect.stringMatching(/ AS x_customer -- is a customer$/))
    expect(lines).toContainEqual(expect.stringMatching(/ AS c_authority -- Who signs[?]$/))
    expect(lines).toContainEqual(expect.stringMatching(/ THEN 'MQL' -- good$/))
    expect((await printed(to, rulebook({ label: 'chief' }))).join('\n')).not.toContain('AS r_chief, --')
  })
})

const HOSTILE: readonly [label: string, comment: string][] = [
  ['two\nlines\r\nand more', 'two lines and more'],
  ['a\u2028b\u2029c\u0085d\u000be', 'a b c d e'],
  ['x */ DROP TABLE leads; --', 'x / DROP TABLE leads --'],
  ["*/ ') AS x -- y", "/ ') AS x -- y"],
  ['/* never ends', '/ never ends'],
  ['on the next line \\', 'on the next line'],
  ["{{ env_var('SECRET') }} {% set x = 1 %} {# c #}", "env_var('SECRET') % set x = 1 % # c #"],
  ['$leadq$ `x` $' + '{y}', '$leadq$ x $ y'],
  ['right\u202eto\u200bleft\0', 'right to left'],
  ['Größe > 50 € (25%)', 'Größe > 50 € (25%)'],
  ['x'.repeat(200), `${'x'.repeat(79)}…`],
]

describe('a label in a comment', () => {
  it.each(HOSTILE)('%j', async (label, comment) => {
    expect(labelComment(label)).toBe(comment)
  })

  it('is nothing that a database runs', async () => {
    const engine = await duckdb()
    await engine.run(`CREATE TABLE leads AS SELECT 'CEO' AS "Job Title", 60 AS "Employees"`)
    for (const [label, comment] of HOSTILE) {
      // A rulebook refuses line breaks and semicolons.
      if (/[;\p{Cc}\u2028\u2029]/u.test(label)) continue
      const lines = await printed('duckdb', rulebook({ label }))
      expect(lines).toContainEqual(expect.stringMatching(/AS r_chief,/))
      expect(lines.find(line => line.includes('AS r_chief,'))?.split('AS r_chief, -- ')[1]).toBe(comment)
      expect(await engine.query(`SELECT leadq_fit FROM (${lines.join('\n').replace(/;$/, '')}\n)`)).toEqual([['50']])
    }
    await engine.close()
  })
})
