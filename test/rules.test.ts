import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readRulebook } from '../src/rulebook/index.ts'
import { inFolder, ROOT, runInProcess } from './support/program.ts'

/** The built-in rulebooks: no findings, and a useful order for the example each is made for. */

const RULEBOOKS = readdirSync(join(ROOT, 'rules')).filter(file => /(?<!\.test)\.yaml$/.test(file))

const EXAMPLES = [
  { rules: 'b2b', leads: 'trade-fair.csv' },
  { rules: 'b2b', leads: 'messe.csv' },
  { rules: 'b2c', leads: 'newsletter.ndjson' },
  { rules: 'plg', leads: 'product.json' },
]

const text = (name: string) => readFileSync(join(ROOT, 'rules', name), 'utf8')
const read = (name: string) => ({ file: name, text: text(name) })

/** Ids of rules and exclusions with their labels. */
function labelsOf(file: string): ReadonlyMap<string, string | undefined> {
  const { plan } = readRulebook(read(file), { find: wanted => read(`${wanted}.yaml`) })
  const rules = plan?.scores.flatMap(({ groups }) => groups.flatMap(group => group.rules)) ?? []
  return new Map([...rules, ...(plan?.exclude ?? [])].map(({ id, label }) => [id, label]))
}

/** A worked example in the comments of a rulebook, with its results. */
interface Worked {
  readonly file: string
  readonly lead: string
  readonly fit: string
  readonly engagement: string
  readonly stage: string
}

const WORKED = RULEBOOKS.flatMap(file => {
  const [, comments = ''] = text(file).split(', worked out, on 2026-03-02\n')
  return comments.split(/^# {3}(?=\S)/m).flatMap((part): Worked[] => {
    const [lead] = /\{.*\}/.exec(part) ?? []
    const [, fit = ''] = / {2}fit (\d+)/.exec(part) ?? []
    const [, engagement = '', stage = ''] = / {2}engagement (\d+) +(\w+)/.exec(part) ?? []
    return lead === undefined ? [] : [{ file, lead, fit, engagement, stage }]
  })
})

describe('the built-in rulebooks', () => {
  it.each(RULEBOOKS)('%s has nothing wrong', file => {
    expect(readRulebook(read(file), { find: wanted => read(`${wanted}.yaml`) }).diagnostics).toEqual([])
  })

  it.each(RULEBOOKS)('every rule of %s has a label in plain words', file => {
    expect([...labelsOf(file)].filter(([, label]) => label === undefined)).toEqual([])
  })

  it('channels and media are the same in all rulebooks', () => {
    const waysIn = (file: string) => {
      const { plan } = readRulebook(read(file), { find: wanted => read(`${wanted}.yaml`) })
      const segments = plan?.segments.filter(({ name }) => name === 'channel' || name === 'medium') ?? []
      return JSON.stringify(segments, (key, value) => (key === 'place' ? undefined : value))
    }
    const all = new Set(RULEBOOKS.filter(file => file !== '01-hello.yaml').map(waysIn))
    expect([...all]).toEqual([expect.stringContaining('event*')])
  })

  it.each(RULEBOOKS.filter(file => file.includes('-de.')))('%s says all of it in German', file => {
    const english = new Set(labelsOf(file.replace('-de', '')).values())
    expect([...labelsOf(file).values()].filter(label => english.has(label))).toEqual([])
  })

  it('the comments of three rulebooks work out three leads each', () => {
    expect(WORKED.map(({ file }) => file)).toEqual(['b2b', 'b2c', 'plg'].flatMap(name => Array(3).fill(`${name}.yaml`)))
  })

  it.each(WORKED)('$file: a lead of the comments has fit $fit, engagement $engagement, $stage', async worked => {
    const expected = `{ stage: ${worked.stage}, scores: { fit: ${worked.fit}, engagement: ${worked.engagement} } }`
    const tests = `[ { name: worked, lead: ${worked.lead}, expect: ${expected} } ]`
    await inFolder(async folder => {
      const rulebook = worked.file.replace('.yaml', '')
      writeFileSync(join(folder, 'a.test.yaml'), `rulebook: ${rulebook}\nas_of: 2026-03-02\ntests: ${tests}\n`)
      const { stdout, exit } = await runInProcess(['test', 'a.test.yaml', '--no-color'], folder)
      expect([stdout, exit]).toEqual(['1 test in 1 file: all passed\n', 0])
    })
  })

  it.each(RULEBOOKS)('%s takes neither students nor test records for leads', async file => {
    const leads = [
      'id,Email,Last Name,Job Title',
      '1,a@x.example,Berg,Student of Economics',
      '2,b@x.example,Test User,CEO',
      '3,c@x.example,Berg,Student',
      '4,d@x.example,Test,CEO',
      '5,e@x.example,Berg,Werkstudentin',
      '6,f@x.example,Testermann,Head of Student Services',
    ]
    await inFolder(async folder => {
      const argv = ['score', '-', '-r', join(ROOT, 'rules', file), '--columns', 'excluded', '-o', '-', '-q']
      const { stdout } = await runInProcess(argv, folder, `${leads.join('\n')}\n`)
      const excluded = stdout
        .trimEnd()
        .split('\n')
        .slice(1)
        .map(line => line.split(',').at(-1))
      expect(excluded).toEqual(['student', 'test-record', 'student', 'test-record', 'student', ''])
    })
  })

  it.each(['b2b', 'b2c', 'b2b-de', 'b2c-de'])(
    '%s reads the last contact where there is no last activity',
    async rules => {
      const leads = [
        'id,Last Activity Date,Letzter Kontakt',
        '1,2026-03-01,',
        '2,,2026-03-01',
        '3,2026-03-01,2025-01-01',
      ]
      await inFolder(async folder => {
        const argv = ['score', '-', '-r', rules, '--as-of', '2026-03-02', '--columns', 'engagement', '-o', '-', '-q']
        const { stdout } = await runInProcess(argv, folder, `${leads.join('\n')}\n`)
        expect(
          stdout
            .trimEnd()
            .split('\n')
            .slice(1)
            .map(line => line.split(',').at(-1)),
        ).toEqual(['10', '10', '10'])
      })
    },
  )

  it.each(RULEBOOKS)('lint finds nothing in %s, or is told why', async file => {
    const { stdout, stderr, exit } = await runInProcess(['lint', join('rules', file), '--fail-on', 'info'], ROOT)
    expect([stderr, exit]).toEqual(['', 0])
    expect(stdout).toContain('no problems found')
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
