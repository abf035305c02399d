import { describe, expect, it } from 'vitest'
import { diagnose } from '../src/base/diagnostic.ts'
import { Refusal } from '../src/base/refusal.ts'
import { type FileEngine, scoreFiles } from '../src/tools/score/choose-engine.ts'
import type { ScoreRequest } from '../src/tools/score/score-request.ts'
import { memoryHost } from './support/memory-host.ts'
import { planOf } from './support/plans.ts'
import { PLAIN_REQUEST } from './support/score-request.ts'

/** The choice of the engine. */

const plan = planOf({
  leadq: 1,
  scores: { fit: { rules: [{ id: 'size', field: 'employees', points_from: { 50: 10 } }] } },
  stages: [{ stage: 'all' }],
})

const missing = new Refusal(diagnose('engine/missing', 'DuckDB is not installed'), 'usage')

async function engineFor(wanted: FileEngine, size: number, more: Partial<ScoreRequest> = {}) {
  const files = new Map([['leads.csv', 'id,employees\n1,60\n']])
  const asked: string[] = []
  const request = { ...PLAIN_REQUEST, ...more }
  const rulebook = { plan, summary: { name: 'x', source: 'x', sha256: '' }, diagnostics: [] }
  const host = { ...memoryHost(files), sizeOf: async () => size }
  const openDuckdb = () => {
    asked.push('DuckDB')
    return Promise.reject(missing)
  }
  const found = await scoreFiles({ rulebook, request, host, version: '0' }, { wanted, openDuckdb })
    .then(({ engine }) => engine)
    .catch(error => (error instanceof Refusal ? error.diagnostic.code : error))
  return { found, asked }
}

describe('the engine', () => {
  it('is the stream for small files, which never pay for DuckDB', async () => {
    expect(await engineFor('auto', 1_000_000)).toEqual({ found: { name: 'stream' }, asked: [] })
  })

  it('is the stream for large ones that are written as delimited text in their order', async () => {
    expect(await engineFor('auto', 200_000_000)).toEqual({ found: { name: 'stream' }, asked: [] })
  })

  it('is DuckDB for other large ones, and if it is not there the stream says so', async () => {
    const found = { name: 'stream', because: 'DuckDB is not installed' }
    expect(await engineFor('auto', 200_000_000, { sort: true })).toEqual({ found, asked: ['DuckDB'] })
  })

  it('is DuckDB or nothing for whoever asks for it', async () => {
    expect(await engineFor('duckdb', 0)).toEqual({ found: 'engine/missing', asked: ['DuckDB'] })
  })

  it('is the stream for what DuckDB does not do', async () => {
    const { found, asked } = await engineFor('duckdb', 200_000_000, { companies: 'leads.csv' })
    expect([found, asked]).toEqual([{ name: 'stream', because: '--companies completes leads as they are read' }, []])
  })

  it('is DuckDB for Parquet, however small', async () => {
    expect(await engineFor('auto', 0, { format: 'parquet' })).toEqual({ found: 'engine/missing', asked: ['DuckDB'] })
  })

  it('is the stream for whoever asks for it', async () => {
    expect(await engineFor('stream', 200_000_000)).toEqual({ found: { name: 'stream' }, asked: [] })
  })
})
