import { Readable, Writable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createQuestions } from '../src/cli/hosts/questions.ts'
import { csvRow } from '../src/io/csv/csv-write.ts'
import { readRulebook } from '../src/rulebook/index.ts'
import { type Initialised, init } from '../src/tools/init/init-rulebook.ts'
import type { Answer, Asked } from '../src/tools/init/naming.ts'
import { score } from '../src/tools/score/score-inputs.ts'
import { runs } from './support/draws.ts'
import { memoryHost } from './support/memory-host.ts'
import { AS_OF } from './support/plans.ts'

const REQUEST = { rulebook: 'leadq.yaml', tests: 'leadq.test.yaml', asOf: AS_OF, prefix: 'leadq_' }

const HEADINGS = [
  'Email',
  'Job Title',
  'Employees',
  'Industry',
  'Country',
  'Budget (EUR)',
  'Kaufzeitpunkt',
  'Demo Requested',
  'Page Views',
  'Last Activity Date',
  'Lifecycle Stage',
  'Competitor',
  'Lead ID',
  'leadq_stage',
  'Größe',
  'Größe',
  'constructor',
  '__proto__',
  'stage',
  'a.b',
  '- x: [',
  '# not a comment',
  'a: b',
  '"',
  "'",
  '{',
  ' padded ',
  'two\nlines',
  '\u2028',
  '$list',
  '???',
  'x#2',
  'null',
  '1',
]

const CELLS = [
  '',
  ' ',
  'a',
  'b',
  'c',
  'x',
  'A ',
  'yes',
  'no',
  'ja',
  '0',
  '1',
  '5',
  '12',
  '1.000',
  '1,5',
  '-3',
  '0.0000001',
  '999999999999999',
  '51-200',
  '2026-02-01',
  '31.12.2025',
  '03/04/2025',
  'CEO',
  'Vertriebsleiterin',
  'anna@acme.example',
  'ben@gmail.com',
  'Select',
  'n/a',
  // Not a word that is also a heading: a row full of those is a header.
  'lost',
  'a;b',
  'a;c',
  '=1+1',
  '$deciders',
  'k: v',
  '- x',
  '# x',
  '"q',
  "'",
  '{}',
  'null',
  '~',
  'true',
  'two\nlines',
  '\u0007',
  '😀',
  'x'.repeat(70),
]

const heading = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...HEADINGS) },
  // A single name among blank headings can also be a title above a table.
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 10 }).filter(text => text.trim() !== '') },
)
/** Each column repeats a few values. */
const column = fc
  .tuple(heading, fc.uniqueArray(fc.constantFrom(...CELLS), { minLength: 1, maxLength: 6 }), fc.integer())
  .map(([name, values, seed]) => ({ name, values, seed }))
const table = fc
  .tuple(fc.array(column, { minLength: 1, maxLength: 9 }), fc.integer({ min: 1, max: 30 }))
  .map(([columns, count]) => {
    const rows = Array.from({ length: count }, (_, row) => [
      `K${row}`,
      ...columns.map(({ values, seed }) => values[Math.abs(seed + row * 7 + ((row * row) % 5)) % values.length] ?? ''),
    ])
    return [['key', ...columns.map(({ name }) => name)], ...rows]
  })

type Cells = readonly string[]

const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constantFrom<Answer>({ is: 'own' }, { is: 'nothing' }),
  fc
    .constantFrom('industry', 'employees', 'source', 'last_activity_date', 'interests', 'demo_requested')
    .map((name): Answer => ({ is: 'field', name: name as 'industry' })),
)
const somebody = fc.option(fc.array(answer, { minLength: 1, maxLength: 8 }), { nil: undefined })

function askedOf(answers: readonly Answer[] | undefined): Asked | undefined {
  if (answers === undefined) return undefined
  let next = 0
  return {
    column: async () => answers[next++ % answers.length] ?? { is: 'nothing' },
    dates: async () => 'mdy',
  }
}

async function initAndScore(input: string, content: string, asked: Asked | undefined) {
  const files = new Map<string, string | Uint8Array>([[input, content]])
  const host = memoryHost(files)
  const report = await init({ ...REQUEST, input }, asked, host)
  const text = String(files.get('leadq.yaml'))
  const { plan, diagnostics } = readRulebook({ file: 'leadq.yaml', text })
  expect(diagnostics).toEqual([])
  if (plan === undefined) throw new Error(text)
  const book = { plan, diagnostics: [], summary: { name: plan.name, source: 'leadq.yaml', sha256: '' } }
  const request = {
    inputs: [input],
    events: [],
    asOf: AS_OF,
    split: false,
    prefix: 'leadq_',
    sort: false,
    dryRun: false,
  }
  const summary = await score(book, { ...request, escapeFormulas: false }, host, '0')
  return { report, summary, text, tests: String(files.get('leadq.test.yaml')) }
}

const csvOf = (rows: readonly Cells[]) => rows.map(row => `${csvRow(row, ',')}\n`).join('')

describe('a first rulebook', () => {
  it('is clean and scores the file it was made from, whatever stands in that', async () => {
    await fc.assert(
      fc.asyncProperty(table, somebody, async (rows, answers) => {
        const { report, summary } = await initAndScore('leads.csv', csvOf(rows), askedOf(answers))
        expect(summary.counts.scored + summary.counts.duplicate).toBe(rows.length - 1)
        const odd = summary.warnings.map(({ code }) => code).filter(code => code.startsWith('bind/'))
        const isExpected = (code: string) =>
          code === 'bind/nothing-matched' || (code === 'bind/ambiguous-date' && answers === undefined)
        expect(odd.filter(code => !isExpected(code))).toEqual([])
        expectSpread(report, summary.histogram.filter(({ leads }) => leads > 0).length)
      }),
      runs(40),
    )
  })

  it('scores the records of a JSON file, too', async () => {
    await fc.assert(
      fc.asyncProperty(table, async ([head = [], ...rows]) => {
        const records = rows.map(row => Object.fromEntries(head.map((name, index) => [name, row[index]])))
        const { summary } = await initAndScore('leads.json', JSON.stringify(records), undefined)
        expect(summary.counts.scored + summary.counts.duplicate).toBe(rows.length)
      }),
      runs(15),
    )
  })

  it('gives nobody away in its tests', async () => {
    const people = Array.from({ length: 30 }, (_, index) => [
      `Q-77${index}`,
      `erika.mustermann${index}@kesselbau-harz.example`,
      `Erika Mustermann${index}`,
      `Kesselbau Harz ${index}`,
      index % 3 === 0 ? `CEO of Kesselbau Harz ${index}` : `Sachbearbeiterin ${index}`,
      `0531 5553${index}`,
      String(1_001 + 37 * index),
      index % 2 === 0 ? `sie klagt über ${index}` : '',
    ])
    const head = ['Lead ID', 'Email', 'Full Name', 'Company', 'Job Title', 'Phone', 'Employees', 'Need']
    const { tests } = await initAndScore('leads.csv', csvOf([head, ...people]), undefined)
    expect(tests).toMatch(/- name: SQL/)
    expect(tests).not.toMatch(/Q-77|mustermann|kesselbau|sachbearbeiter|0531|klagt/i)
  })
})

/** Where the scores of leads differ, so do their stages. */
function expectSpread({ leads, stages }: Initialised, steps: number): void {
  const reached = stages.filter(stage => stage.leads > 0)
  expect(stages.reduce((sum, stage) => sum + stage.leads, 0)).toBe(leads)
  if (steps > 1) expect(reached.length).toBeGreaterThan(1)
}

describe('questions at a terminal', () => {
  const ask = async (said: string) => {
    let printed = ''
    const stdout = new Writable({
      write(chunk, _, done) {
        printed += String(chunk)
        done()
      },
    })
    const stdin = Readable.from([Buffer.from(said)])
    const around = {
      cwd: '',
      env: {},
      stdin,
      stdout,
      stderr: stdout,
      isStdoutClosed: () => false,
      now: () => 0,
      onStop: () => {},
    }
    const { asked, close } = createQuestions(around)
    const own = { name: 'größe', type: 'text', from: ['Größe'], map: [] } as const
    const answers = [
      await asked.column({ column: 'Größe', own, values: ['S', '\u001b[31mM'], different: 5, number: 1, of: 2 }),
      await asked.column({ column: 'Art', own, values: [], different: 0, number: 2, of: 2 }),
      await asked.dates('nothing says it'),
    ]
    close()
    return { answers, printed }
  }

  it('an unknown field is asked again, with what was meant', async () => {
    const { answers, printed } = await ask('industri\nindustry\n2\n3\n2\n')
    expect(answers).toEqual([{ is: 'field', name: 'industry' }, { is: 'nothing' }, 'mdy'])
    expect(printed).toContain('leadq has no field of that name, did you mean `industry`?')
    expect(printed).toContain('expected 1 or 2')
    expect(printed).toContain('and 3 more')
    expect(printed).not.toContain('\u001b')
  })

  it('who has no more to say takes what is offered', async () => {
    const { answers } = await ask('\n')
    expect(answers).toEqual([{ is: 'own' }, { is: 'own' }, 'dmy'])
  })
})
