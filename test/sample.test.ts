import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRow } from '../src/io/csv/csv-write.ts'
import { openLeads } from '../src/leads/open.ts'
import { checkSample } from '../src/tools/sample/check.ts'
import { createChooser, quotasOf } from '../src/tools/sample/choose.ts'
import { reduceText } from '../src/tools/sample/reduce.ts'
import { type SampleRequest, sample } from '../src/tools/sample/sample-leads.ts'
import { score } from '../src/tools/score/score-inputs.ts'
import { csvOf, leads, rulebook } from './support/draw.ts'
import { runs } from './support/draws.ts'
import { REQUEST } from './support/events.ts'
import { memoryHost } from './support/memory-host.ts'
import { AS_OF, planOf } from './support/plans.ts'

const SAMPLE: SampleRequest = { input: 'leads.csv', rows: 1_000, seed: '', asOf: AS_OF, prefix: 'leadq_' }
const SECRET = Buffer.from('a key of a test')

function book(rules: string | object) {
  return { plan: planOf(rules), diagnostics: [], summary: { name: 'test', source: 'rules.yaml', sha256: '' } }
}

async function sampleOf(rules: string | object, data: string, request: Partial<SampleRequest> = {}) {
  const files = new Map<string, string | Uint8Array>([['leads.csv', data]])
  const summary = await sample(book(rules), { ...SAMPLE, ...request }, memoryHost(files))
  return { summary, text: String(files.get('leads.sample.csv')) }
}

/** The result of a whole run for each lead, without identifying values. */
async function judged(rules: object, data: string): Promise<unknown[]> {
  const files = new Map<string, string | Uint8Array>([['leads.csv', data]])
  const request = { ...REQUEST, events: [], format: 'ndjson', out: 'out.ndjson' } as const
  const summary = await score(book(rules), request, memoryHost(files), '0')
  const lines = String(files.get('out.ndjson')).trimEnd().split('\n')
  const verdicts = lines.map(line => {
    const { completeness: _, owner: _owner, ...verdict } = JSON.parse(line).leadq
    return verdict
  })
  return [verdicts, summary.rules]
}

describe('a pseudonymised sample', () => {
  it('has every rule fire for the same leads', async () => {
    await fc.assert(
      fc.asyncProperty(rulebook, leads, async (rules, rows) => {
        const data = csvOf(rows)
        const { summary, text } = await sampleOf(rules, data, { secret: SECRET })
        expect(summary.rows).toBe(rows.length)
        expect(summary.anonymised?.judged_otherwise).toBe(0)
        expect(await judged(rules, text)).toEqual(await judged(rules, data))
      }),
      runs(25),
    )
  })

  it.each([
    [
      'within the step of a table',
      '{ id: a, field: employees, points_from: { 10: 10, 50: 30, 200: 40 } }',
      '63',
      50,
      199,
    ],
    ['within a unit', '{ id: a, per: employees, every: 50, points: 1 }', '63', 50, 99],
    ['beside a value that is asked for', '{ id: a, when: { employees: [60, 64] }, points: 5 }', '63', 38, 88],
    ['below a bound', '{ id: a, when: { employees: { at_most: 63 } }, points: 5 }', '63', 38, 63],
  ])('moves a number %s', async (_, rule, employees, low, high) => {
    const rules = `leadq: 1\nscores: { fit: { rules: [ ${rule} ] } }`
    const rows = ['ID,Employees', ...Array.from({ length: 20 }, (_, index) => `${index},${Number(employees)}`)]
    const { text, summary } = await sampleOf(rules, `${rows.join('\n')}\n`, { secret: SECRET })
    const moved = new Set(
      text
        .trimEnd()
        .split('\n')
        .slice(1)
        .map(line => Number(line.split(',')[1])),
    )
    for (const each of moved) expect(each >= low && each <= high && each !== 60 && each !== 64, String(each)).toBe(true)
    expect(moved).not.toContain(63)
    expect(summary.anonymised).toMatchObject({ judged_otherwise: 0, unique: 0 })
  })

  it('tells nobody who the leads are', async () => {
    await fc.assert(
      fc.asyncProperty(rulebook, leads, async (rules, rows) => {
        const { text } = await sampleOf(rules, csvOf(rows), { secret: SECRET })
        const cells = text.split(/[\n,]/)
        for (const [id] of rows) expect(cells).not.toContain(id)
        expect(text).not.toMatch(/anna|ben@/)
      }),
      runs(25),
    )
  })

  const RULES = `leadq: 1
fields: { note: { from: Note, type: text } }
scores:
  fit:
    groups:
      g:
        rules:
          - { id: boss, when: { job_title: { has_word: [CEO, Head of] } }, points: 10 }
          - { id: pain, when: { note: { contains: spreadsheet } }, points: 5 }
          - { id: free, when: { email: { is: free_mail } }, points: -5 }
`
  const data = [
    ['ID', 'First Name', 'Email', 'Phone', 'Job Title', 'Note', 'Secret'],
    ['7', 'Anna', 'anna.berg@gmail.com', '+49 30 1234567', 'Head of Sales, EMEA', 'Anna hates her spreadsheets', 'x9'],
    ['8', 'Ben', 'info@acme.example.com', '', 'Assistant of the CEO', 'nothing', 'x8'],
  ]
    .map(row => `${csvRow(row, ',')}\n`)
    .join('')

  it('keeps of texts the words that the rulebook names, and of addresses what kind they are', async () => {
    const { text } = await sampleOf(RULES, data, { secret: SECRET })
    const [head, first, second] = text.split('\n')
    expect(head).toBe('ID,First Name,Email,Phone,Job Title,Note,Secret')
    expect(first).toMatch(/^k[0-9a-f]{12},,k[0-9a-f]{12}@gmail\.com,,head of x,x spreadsheets,$/)
    expect(second).toMatch(/^k[0-9a-f]{12},,info@h[0-9a-f]{12}\.example,,x ceo,x,$/)
  })

  it('is proved on the file that is written', async () => {
    const files = new Map<string, string | Uint8Array>([['leads.csv', data]])
    const reading = { ...SAMPLE, from: undefined, inputFormat: undefined }
    const beside = { companies: undefined, events: undefined }
    const opened = await openLeads('leads.csv', planOf(RULES), reading, memoryHost(files), beside)
    const chooser = createChooser(10, '')
    for await (const { rows } of opened.batches) for (const row of rows) chooser.add(row, '')
    const differingIn = async (text: string) => {
      const request = { ...reading, asOf: AS_OF, out: 'sample.csv' }
      return (await checkSample(text, chooser.chosen(), opened, planOf(RULES), request, memoryHost(files))).differing
    }
    expect(await differingIn(data)).toEqual([])
    expect(await differingIn(data.replace('CEO', 'boss'))).toEqual([3])
    expect(await differingIn(data.split('\n').slice(0, 2).join('\n'))).toEqual([2, 3])
  })

  it('has other hashes under another key', async () => {
    const [one, again, other] = await Promise.all(
      [SECRET, SECRET, Buffer.from('another')].map(async secret => (await sampleOf(RULES, data, { secret })).text),
    )
    expect(again).toBe(one)
    expect(other).not.toBe(one)
  })

  it('says of texts that they stay, if the rulebook minds everything less', async () => {
    const strict = RULES.replace('contains: spreadsheet', 'matches: "[.]{3}$"')
    const { summary } = await sampleOf(strict, data.replace('nothing', 'so so ...'), { secret: SECRET })
    expect(summary.warnings.map(({ code }) => code)).toEqual(['sample/kept'])
  })
})

describe('the choice of rows', () => {
  const rows = Array.from({ length: 500 }, (_, index) => ({ line: index + 2, cells: [], text: `lead ${index}` }))
  const chosenOf = (seed: string, list = rows) => {
    const chooser = createChooser(40, seed)
    for (const row of list) chooser.add(row, row.line % 50 === 0 ? 'rare' : 'common')
    return chooser.chosen().map(({ row }) => row.text)
  }

  it('is the same every time, another one under another seed, and in the order of the file', () => {
    expect(chosenOf('')).toEqual(chosenOf(''))
    expect(chosenOf('b')).not.toEqual(chosenOf(''))
    const lines = chosenOf('').map(text => Number(text.slice(5)))
    expect(lines).toEqual([...lines].sort((a, b) => a - b))
  })

  it('hardly changes when a few leads come along', () => {
    const before = new Set(chosenOf(''))
    const after = chosenOf('', [{ line: 3, cells: [], text: 'new' }, ...rows])
    expect(after.filter(text => !before.has(text)).length).toBeLessThanOrEqual(1)
  })

  it('gives every stratum a share, never more than it has, and all together what was asked for', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 300 }),
        (counts, wanted) => {
          const quotas = quotasOf(counts, wanted)
          const all = counts.reduce((sum, count) => sum + count, 0)
          expect(quotas.reduce((sum, count) => sum + count, 0)).toBe(Math.min(all, wanted))
          for (const [index, quota] of quotas.entries()) {
            expect(quota).toBeLessThanOrEqual(counts[index] ?? 0)
            if (wanted >= counts.length) expect(quota).toBeGreaterThan(0)
          }
        },
      ),
    )
  })
})

describe('a text', () => {
  it('loses the words that nobody asks for', () => {
    expect(reduceText('the quick brown fox', text => text.includes('brown fox'))).toBe('x brown fox')
    expect(reduceText('a, b', text => text.length === 4)).toBe('x, x')
    expect(reduceText('...', text => text === '...')).toBeUndefined()
  })
})
