import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PreviousRelation } from '../src/dialects/previous.ts'
import { printQuery } from '../src/dialects/query.ts'
import { compileCells } from '../src/engine/cells.ts'
import { csvRow } from '../src/io/csv/csv-write.ts'
import { columnsOf } from '../src/ir/plan/columns.ts'
import type { Plan } from '../src/ir/plan/plan.ts'
import { bindPrevious, readPrevious, recalledBy } from '../src/leads/memory/previous.ts'
import { openLeads } from '../src/leads/open.ts'
import {
  MEMORY_BEFORE as BEFORE,
  MEMORY_HEADINGS as HEADINGS,
  memoryRulebook as rules,
  today,
  yesterday,
} from './support/draw-memory.ts'
import { runs } from './support/draws.ts'
import { duckdb, postgres, type QueryEngine, sourceOf } from './support/engines.ts'
import { memoryHost } from './support/memory-host.ts'
import { compile, planOf } from './support/plans.ts'

/** What a lead was before means the same in a printed query as in the reference, whichever table says it. */
describe.each([
  { name: 'DuckDB', open: duckdb },
  { name: 'PostgreSQL', open: postgres },
])('a memory in $name', ({ open }) => {
  let engine: QueryEngine
  beforeAll(async () => {
    engine = await open()
  }, 60_000)
  afterAll(() => engine.close())

  it('finds every lead again, and says of it what the reference says', { timeout: 36_000_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(rules, yesterday, today, async (rulebook, before, leads) => {
        const plan = planOf(rulebook)
        expect(await byQuery(engine, plan, before, leads)).toEqual(await byReference(plan, before, leads))
      }),
      runs(12),
    )
  })
})

type Rows = readonly (readonly string[])[]

function csv(headings: readonly string[], rows: Rows): string {
  return [headings, ...rows].map(row => csvRow(row, ',')).join('\n')
}

async function byReference(plan: Plan, before: Rows, leads: Rows): Promise<string[][]> {
  const host = memoryHost(new Map([['p.csv', csv(BEFORE, before)]]))
  const memory = await readPrevious({ previous: 'p.csv', prefix: 'leadq_', from: 'generic' }, plan, host)
  const files = memoryHost(new Map([['l.csv', csv(HEADINGS, leads)]]))
  const reading = { prefix: 'leadq_', from: 'generic' } as const
  const opened = await openLeads('l.csv', plan, reading, files, { companies: undefined, events: undefined, memory })
  const { bound, coerce, judge } = compile(opened.binding.bound)
  const cellsOf = compileCells(bound, columnsOf(bound))
  return leads.map(cells => cellsOf(judge(coerce(opened.complete(cells)))))
}

async function byQuery({ dialect, query }: QueryEngine, plan: Plan, before: Rows, leads: Rows) {
  const host = memoryHost(new Map([['l.csv', csv(HEADINGS, leads)]]))
  const files = memoryHost(new Map([['p.csv', csv(BEFORE, before)]]))
  const reading = { prefix: 'leadq_', from: 'generic' } as const
  const memory = await readPrevious({ previous: 'p.csv', ...reading }, plan, files)
  const opened = await openLeads('l.csv', plan, reading, host, { companies: undefined, events: undefined, memory })
  const { bound } = opened.binding
  const sample = { name: 'p', headings: BEFORE, rows: before, delimiter: ',' }
  const { fields } = bindPrevious(plan, sample, reading)
  const previous: PreviousRelation = { ...sourceOf(dialect, before, BEFORE), fields, key: recalledBy(plan).key }
  const columns = columnsOf(bound)
  const request = { ...sourceOf(dialect, leads, HEADINGS), previous, columns, prefix: 'leadq_', comment: [] }
  const { statement, diagnostics } = printQuery(bound, request, dialect)
  if (statement === undefined) throw new Error(JSON.stringify(diagnostics))
  const wanted = columns.map(({ name }) => `coalesce(CAST(leadq_${name} AS ${dialect.types.text}), '')`)
  try {
    return await query(`SELECT ${wanted.join(', ')} FROM (${statement}) AS s ORDER BY order_of_rows`)
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${statement}`)
  }
}
