import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DialectName } from '../../src/dialects/dialect/dialect.ts'
import type { TypedColumn } from '../../src/ir/values/column-type.ts'
import { compile } from '../../src/tools/compile/compile-query.ts'
import type { CompileRequest } from '../../src/tools/compile/compile-request.ts'
import { duckdb, postgres, type QueryEngine } from '../support/engines.ts'
import { memoryHost } from '../support/memory-host.ts'
import { AS_OF, planOf } from '../support/plans.ts'

const RULES = { leadq: 1, scores: { fit: { rules: [{ id: 'size', field: 'employees', points_from: { '100': 20 } }] } } }
const TYPES: readonly TypedColumn[] = [
  { name: 'id', kind: 'integer' },
  { name: 'employees', kind: 'integer' },
]

describe.each([
  { to: 'duckdb' as DialectName, open: duckdb },
  { to: 'postgres' as DialectName, open: postgres },
])('compile --as table --on-exists, in $to', ({ to, open }) => {
  let engine: QueryEngine
  beforeAll(async () => {
    engine = await open()
    await engine.run('CREATE TABLE leads (id integer, employees integer); INSERT INTO leads VALUES (1, 120), (2, 5)')
  }, 60_000)
  afterAll(() => engine.close())
  beforeEach(() => engine.run('DROP TABLE IF EXISTS leads_scored; DROP TABLE IF EXISTS again'))

  const print = async (more: Partial<CompileRequest>): Promise<string> => {
    const rulebook = { plan: planOf(RULES), diagnostics: [], summary: { name: 'test', source: '', sha256: '' } }
    const asked = { to, source: 'leads', as: 'table' as const, columns: [], asOf: AS_OF, isDayGiven: true, dbt: false }
    const request = { ...asked, prefix: 'leadq_', types: TYPES, ...more }
    return (await compile(rulebook, request, memoryHost(new Map()), 'test')).statement ?? ''
  }
  const rows = (table = 'leads_scored') => engine.query(`SELECT id, leadq_score FROM ${table} ORDER BY id, leadq_score`)
  const ONCE = [
    ['1', '20'],
    ['2', '0'],
  ]

  it('fails without it, and leaves the table', async () => {
    await engine.run(await print({}))
    await expect(engine.run(await print({ onExists: 'fail' }))).rejects.toThrow(/exist/)
    expect(await rows()).toEqual(ONCE)
  })

  it('replaces the table, and makes one where there is none', async () => {
    await engine.run(await print({ onExists: 'replace' }))
    await engine.run(await print({ onExists: 'replace' }))
    expect(await rows()).toEqual(ONCE)
  })

  it('appends by name, whatever the order of the columns', async () => {
    const columns = 'leadq_score bigint, night integer DEFAULT 7, id bigint, employees integer'
    const more = 'leadq_fit bigint, leadq_reasons text, leadq_completeness bigint'
    await engine.run(`CREATE TABLE leads_scored (${columns}, ${more})`)
    await engine.run(await print({ onExists: 'append' }))
    await engine.run(await print({ onExists: 'append' }))
    expect(await rows()).toEqual([...ONCE, ...ONCE].sort())
    expect(await engine.query('SELECT DISTINCT night FROM leads_scored')).toEqual([['7']])
  })

  it('replaces columns of leadq in the table that is read', async () => {
    await engine.run(await print({}))
    const own = ['score', 'fit', 'completeness'].map(name => ({ name: `leadq_${name}`, kind: 'integer' as const }))
    const types = [...TYPES, ...own, { name: 'leadq_reasons', kind: 'text' as const }]
    await engine.run(await print({ source: 'leads_scored', name: 'again', types }))
    expect(await rows('again')).toEqual(ONCE)
  })
})
