import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { labelComment } from '../../src/dialects/dialect/comment.ts'
import { duckdb } from '../support/engines.ts'
import { inFolder, ROOT, runInProcess } from '../support/program.ts'

/** Queries are reviewed by people: they are short, say which rule is which, and change where the rulebook does. */
const DIALECTS = ['duckdb', 'postgres', 'spark'] as const

interface Two {
  readonly label?: string
  readonly employees?: number
  readonly at?: number
}

function twoRules({ label = 'The one who decides', employees = 50, at = 40 }: Two = {}): string {
  return `leadq: 1
scores:
  fit:
    rules:
      - { id: chief, label: ${JSON.stringify(label)}, when: { job_title: { has_word: CEO } }, points: 20 }
      - { id: size, label: Size of the company, field: employees, points_from: { 10: 10, ${employees}: 30 } }
stages:
  - { stage: MQL, when: { score.fit: { at_least: ${at} } } }
  - { stage: nurture }
`
}

function printed(to: string, rules: string): Promise<string[]> {
  return inFolder(async folder => {
    writeFileSync(join(folder, 'rules.yaml'), rules)
    writeFileSync(join(folder, 'types.txt'), '"Job Title" text\nEmployees integer\n')
    const argv = ['compile', '-r', 'rules.yaml', '--to', to, '--source', 'leads', '--types', 'types.txt']
    const { stdout, stderr, exit } = await runInProcess([...argv, '--as-of', '2026-03-02'], folder)
    expect({ stderr, exit }).toEqual({ stderr: '', exit: 0 })
    return stdout.trimEnd().split('\n')
  })
}

describe.each(DIALECTS)('%s', to => {
  it('prints two rules in at most 60 lines', async () => {
    expect((await printed(to, twoRules())).length).toBeLessThanOrEqual(60)
  })

  it('prints the view of b2b in at most 500 lines and 50 KB', async () => {
    const argv = ['compile', '-r', 'b2b', '--to', to, '--source', 'leads', '--as', 'view', '--types', 'leads.types.txt']
    const { stdout } = await runInProcess(argv, join(ROOT, 'docs', 'queries'))
    const view = stdout.slice(stdout.indexOf('CREATE OR REPLACE VIEW'))
    expect(view.split('\n').length).toBeLessThanOrEqual(500)
    expect(Buffer.byteLength(view)).toBeLessThanOrEqual(50_000)
  })

  it.each([
    ['a threshold of a rule', { employees: 75 }, 'r_size'],
    ['a threshold of a stage', { at: 45 }, 'AS stage'],
  ])('%s is one line of a diff', async (_, changed, where) => {
    const [before, after] = [await printed(to, twoRules()), await printed(to, twoRules(changed))]
    expect(after.length).toBe(before.length)
    const lines = after.filter((line, index) => line !== before[index])
    expect(lines).toEqual([expect.stringContaining(where)])
  })

  it('has the label of a rule at its line', async () => {
    const lines = await printed(to, twoRules())
    expect(lines).toContainEqual(expect.stringMatching(/ AS r_chief, -- The one who decides$/))
    expect(lines).toContainEqual(expect.stringMatching(/ AS r_size -- Size of the company$/))
    expect((await printed(to, twoRules({ label: 'chief' }))).join('\n')).not.toContain('AS r_chief, --')
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
      const lines = await printed('duckdb', twoRules({ label }))
      expect(lines).toContainEqual(expect.stringMatching(/AS r_chief,/))
      expect(lines.find(line => line.includes('AS r_chief,'))?.split('AS r_chief, -- ')[1]).toBe(comment)
      expect(await engine.query(`SELECT leadq_fit FROM (${lines.join('\n').replace(/;$/, '')}\n)`)).toEqual([['50']])
    }
    await engine.close()
  })
})
