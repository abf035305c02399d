import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readRulebook } from '../src/rulebook/index.ts'
import { inFolder, ROOT, runInProcess } from './support/program.ts'

/** The rulebooks that ship: nothing wrong with them, and each gives a useful order to the example it is made for. */

const RULEBOOKS = readdirSync(join(ROOT, 'rules')).filter(file => /(?<!\.test)\.yaml$/.test(file))

const EXAMPLES = [
  { rules: 'b2b', leads: 'trade-fair.csv' },
  { rules: 'b2b', leads: 'messe.csv' },
  { rules: 'b2c', leads: 'newsletter.ndjson' },
  { rules: 'plg', leads: 'product.json' },
]

describe('the built-in rulebooks', () => {
  it.each(RULEBOOKS)('%s has nothing wrong', file => {
    const read = (name: string) => ({ file: name, text: readFileSync(join(ROOT, 'rules', name), 'utf8') })
    expect(readRulebook(read(file), { find: wanted => read(`${wanted}.yaml`) }).diagnostics).toEqual([])
  })

  it.each(RULEBOOKS)('lint finds nothing in %s, or is told why', async file => {
    const { stdout, stderr, exit } = await runInProcess(['lint', join('rules', file), '--fail-on', 'info'], ROOT)
    expect([stderr, exit]).toEqual(['', 0])
    expect(stdout).toContain('nothing wrong')
  })

  it.each(RULEBOOKS)(
    '%s has tests that see all of it and notice nine of ten mistakes',
    { timeout: 300_000 },
    async file => {
      const tests = join(ROOT, 'rules', file.replace('.yaml', '.test.yaml'))
      const argv = ['test', tests, '--fail-on-empty', '--min-coverage', '100', '--min-killed', '90', '-q', '--no-color']
      expect(await inFolder(folder => runInProcess(argv, folder))).toEqual({ stdout: '', stderr: '', exit: 0 })
    },
  )

  it.each(EXAMPLES)('$rules sorts $leads into every stage', async ({ rules, leads }) => {
    const summary = await summaryOf(join(ROOT, 'fixtures', 'leads', leads), rules)
    expect(Object.keys(summary.stages)).toEqual(['SQL', 'MQL', 'nurture', 'disqualified'])
    for (const { leads: count } of Object.values(summary.stages)) expect(count).toBeGreaterThan(0)
    expect(summary.counts.scored).toBe(Object.values(summary.stages).reduce((sum, stage) => sum + stage.leads, 0))
  })

  it.each(['b2b', 'b2b-de', 'b2c', 'b2c-de', 'plg', 'plg-de'])(
    '%s still puts a list without behaviour in an order',
    async rules => {
      const rows = [
        'Email,Job Title,Company,Employees,Industry,Country',
        'mara@nordlicht.example,CEO,Nordlicht,250,Software,Germany',
        'owen@brightforge.example,Marketing Manager,Brightforge,60,Logistics,Austria',
        'jo@gmail.com,,,,,Brazil',
      ]
      await inFolder(async folder => {
        const argv = ['score', '-', '-r', rules, '--as-of', '2026-03-02', '--columns', 'stage,score', '-o', '-', '-q']
        const { stdout } = await runInProcess(argv, folder, `${rows.join('\n')}\n`)
        const scores = stdout
          .trimEnd()
          .split('\n')
          .slice(1)
          .map(line => Number(line.split(',').at(-1)))
        expect(scores).toEqual([...scores].sort((a, b) => b - a))
        expect(new Set(scores).size).toBeGreaterThan(1)
      })
    },
  )
})

interface Stages {
  readonly stages: Readonly<Record<string, { readonly leads: number }>>
  readonly counts: { readonly scored: number }
}

async function summaryOf(leads: string, rules: string): Promise<Stages> {
  return inFolder(async folder => {
    const argv = ['score', leads, '-r', rules, '--as-of', '2026-03-02', '-o', `${folder}/`, '--json']
    const { stdout, stderr } = await runInProcess(argv, folder)
    expect(stderr).toBe('')
    return JSON.parse(stdout)
  })
}
