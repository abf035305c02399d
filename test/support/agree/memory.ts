import type { PreviousRelation } from '../../../src/dialects/previous.ts'
import { compileCells } from '../../../src/engine/cells.ts'
import { csvRow } from '../../../src/io/csv/csv-write.ts'
import { columnsOf } from '../../../src/ir/plan/columns.ts'
import type { Plan } from '../../../src/ir/plan/plan.ts'
import { bindPrevious, readPrevious, recalledBy } from '../../../src/leads/memory/previous.ts'
import { openLeads } from '../../../src/leads/open.ts'
import { MEMORY_BEFORE, MEMORY_HEADINGS } from '../draw-memory.ts'
import { answerOf, type QueryEngine, sourceOf } from '../engines.ts'
import { memoryHost } from '../memory-host.ts'
import { compile } from '../plans.ts'

/** What leads were in the run before, by a query and by the reference. */

type Rows = readonly (readonly string[])[]

function csv(headings: readonly string[], rows: Rows): string {
  return [headings, ...rows].map(row => csvRow(row, ',')).join('\n')
}

export async function byReference(plan: Plan, before: Rows, leads: Rows): Promise<string[][]> {
  const host = memoryHost(new Map([['p.csv', csv(MEMORY_BEFORE, before)]]))
  const memory = await readPrevious({ previous: 'p.csv', prefix: 'leadq_', from: 'generic' }, plan, host)
  const files = memoryHost(new Map([['l.csv', csv(MEMORY_HEADINGS, leads)]]))
  const reading = { prefix: 'leadq_', from: 'generic' } as const
  const opened = await openLeads('l.csv', plan, reading, files, { companies: undefined, events: undefined, memory })
  const { bound, coerce, judge } = compile(opened.binding.bound)
  const cellsOf = compileCells(bound, columnsOf(bound))
  return leads.map(cells => cellsOf(judge(coerce(opened.complete(cells)))))
}

export async function byQuery(engine: QueryEngine, plan: Plan, before: Rows, leads: Rows) {
  const host = memoryHost(new Map([['l.csv', csv(MEMORY_HEADINGS, leads)]]))
  const files = memoryHost(new Map([['p.csv', csv(MEMORY_BEFORE, before)]]))
  const reading = { prefix: 'leadq_', from: 'generic' } as const
  const memory = await readPrevious({ previous: 'p.csv', ...reading }, plan, files)
  const opened = await openLeads('l.csv', plan, reading, host, { companies: undefined, events: undefined, memory })
  const { bound } = opened.binding
  const sample = { name: 'p', headings: MEMORY_BEFORE, rows: before, delimiter: ',' }
  const { fields } = bindPrevious(plan, sample, reading)
  const previous: PreviousRelation = {
    ...sourceOf(engine.dialect, before, MEMORY_BEFORE),
    fields,
    key: recalledBy(plan).key,
  }
  const columns = columnsOf(bound)
  const request = {
    ...sourceOf(engine.dialect, leads, MEMORY_HEADINGS),
    previous,
    columns,
    prefix: 'leadq_',
    comment: [],
  }
  return answerOf(engine, bound, request)
}
