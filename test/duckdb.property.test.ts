import { Buffer } from 'node:buffer'
import { Writable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../src/base/refusal.ts'
import { openDuckdb } from '../src/cli/hosts/warehouse/duckdb.ts'
import type { Surroundings } from '../src/cli/surroundings.ts'
import type { Summary } from '../src/ir/results/summary.ts'
import { type FileEngine, scoreFiles } from '../src/tools/score/choose-engine.ts'
import type { ScoreRequest } from '../src/tools/score/score-request.ts'
import { runs } from './support/draws.ts'
import { memoryHost } from './support/memory-host.ts'
import { planOf } from './support/plans.ts'
import { PLAIN_REQUEST } from './support/score-request.ts'

/** Random files, scored by the reference and by DuckDB: the same outputs, byte by byte, and the same summary. */

const RUNS = runs(40)

const plan = planOf({
  leadq: 1,
  fields: {
    size: { from: 'size', type: 'number' },
    title: { from: 'title' },
    words: { from: 'title', type: 'list', split: '\n' },
    id: { from: 'id' },
  },
  scores: {
    fit: {
      rules: [
        { id: 'large', field: 'size', points_from: { 50: 10, 200: 25 } },
        { id: '+1', when: { words: ['a', 'x'] }, points: 3 },
        { id: 'broken', when: { title: { matches: 'a\nb|\u0001' } }, points: 1 },
        { id: '-chief', when: { title: { has_word: ['CEO', 'Head of'] } }, points: 35 },
      ],
    },
  },
  stages: [
    { stage: 'SQL', when: { 'score.fit': { at_least: 50 } } },
    { stage: 'MQL', when: { 'score.fit': { at_least: 10 } } },
    { stage: 'nurture' },
  ],
  owners: [{ to: ['Anna', 'Ben', 'Cem'] }],
})

const around: Surroundings = {
  cwd: '/',
  env: {},
  stdin: process.stdin,
  stdout: new Writable(),
  stderr: new Writable(),
  isStdoutClosed: () => false,
  now: () => 0,
  onStop: () => {},
}

interface Done {
  readonly files: Readonly<Record<string, string>>
  readonly said: unknown
  readonly engine?: Summary['engine']
}

async function run(wanted: FileEngine, content: Uint8Array, options: Partial<ScoreRequest>): Promise<Done> {
  const files = new Map<string, string | Uint8Array>([['leads.csv', content]])
  const request = { ...PLAIN_REQUEST, ...options }
  const rulebook = { plan, summary: { name: 'x', source: 'x', sha256: '' }, diagnostics: [] }
  const engines = { wanted, openDuckdb: () => openDuckdb(around, { progress: false }) }
  const job = { rulebook, request, host: memoryHost(files), version: '0' }
  const said = await scoreFiles(job, engines).catch(error => {
    if (error instanceof Refusal) return error.diagnostic
    throw error
  })
  files.delete('leads.csv')
  const written = Object.fromEntries([...files].map(([path, text]) => [path, String(text)]).sort())
  if (!('engine' in said)) return { files: written, said }
  const { engine, ...others } = said
  return { files: written, said: others, engine }
}

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('', '1', '49', '51-200', '2.500,5', 'CEO', 'Head—of sales', 'x') },
  fc
    .array(
      fc.constantFrom(
        'a',
        ' ',
        '"',
        ',',
        ';',
        '\t',
        '\n',
        '\r\n',
        '\r',
        '=',
        '-',
        '#',
        'ä',
        '\u{1f600}',
        '\u{a0}',
        '\u{feff}',
      ),
      { maxLength: 5 },
    )
    .map(signs => signs.join('')),
)
const row = fc.tuple(fc.oneof(fc.constantFrom('1', '2', '', '1.11E+10', '+49', '=1', '\u{feff}3'), cell), cell, cell)
const special = fc.constantFrom(
  '',
  ',,',
  'Total',
  'Grand Total,,',
  'id,size,title',
  '1,2',
  '1,2,3,4',
  'a"b,c,d',
  '"a"b,,',
  'Copyright (c) x',
  ' , , ',
)

const file = fc
  .record({
    rows: fc.array(fc.oneof({ weight: 12, arbitrary: row }, special), { maxLength: 14 }),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    lineEnd: fc.constantFrom('\n', '\n', '\r\n', '\r'),
    bom: fc.boolean(),
    encoding: fc.constantFrom('utf8', 'utf8', 'latin1', 'utf16le'),
    isFinal: fc.boolean(),
    always: fc.boolean(),
    /** The stage of an earlier run, which is not part of the lead. */
    scored: fc.boolean(),
  })
  .map(({ rows, delimiter, lineEnd, bom, encoding, isFinal, always, scored }) => {
    const quote = (text: string) => (always || /["\r\n,;\t|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
    const lines = rows.map(each =>
      typeof each === 'string'
        ? each.replaceAll(',', delimiter)
        : [...each.map(quote), ...(scored ? [`S${each[1].length}`] : [])].join(delimiter),
    )
    const text =
      [['id', 'size', 'title', ...(scored ? ['leadq_stage'] : [])].join(delimiter), ...lines].join(lineEnd) +
      (isFinal ? lineEnd : '')
    const isMarked = bom || encoding === 'utf16le'
    return Buffer.from((isMarked && encoding !== 'latin1' ? '\u{feff}' : '') + text, encoding as BufferEncoding)
  })

const options: fc.Arbitrary<Partial<ScoreRequest>> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  fc.constant({ split: true }),
  fc.constant({ only: ['SQL', 'MQL'].map(value => ({ kind: 'stage' as const, value })) }),
  fc.constant({ sort: true, split: true }),
  fc.constant({ top: 3 }),
  fc.constant({ escapeFormulas: true }),
  fc.constant({ format: 'json' as const }),
  fc.constant({ format: 'ndjson' as const, only: [{ kind: 'stage' as const, value: 'MQL' }] }),
  fc.constant({ format: 'tsv' as const }),
  fc.constant({ columns: ['reasons'], prefix: 'p_' }),
)

describe('DuckDB and the reference', () => {
  it('write the same and say the same of any file', { timeout: 36_000_000 }, async () => {
    let byDuckdb = 0
    await fc.assert(
      fc.asyncProperty(file, options, async (content, chosen) => {
        const [one, other] = [await run('stream', content, chosen), await run('duckdb', content, chosen)]
        if (other.engine?.name === 'duckdb') byDuckdb += 1
        expect({ ...other, engine: undefined }).toEqual({ ...one, engine: undefined })
      }),
      RUNS,
    )
    expect(byDuckdb).toBeGreaterThan(RUNS.numRuns / 4)
  })
})
