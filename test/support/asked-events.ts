import { parse } from 'csv-parse/sync'
import { bindPlan } from '../../src/io/bind/bind.ts'
import { bindEvents } from '../../src/io/bind/bind-events.ts'
import { columnsOf, PREFIX } from '../../src/ir/plan/columns.ts'
import type { Plan } from '../../src/ir/plan/plan.ts'
import { boundEvents } from '../../src/leads/events/bound-events.ts'
import { score } from '../../src/tools/score/score-inputs.ts'
import { EVENT_HEADINGS, LEAD_HEADINGS } from './draw-events.ts'
import { asked, type QueryEngine } from './engines.ts'
import { csv, REQUEST } from './events.ts'
import { memoryHost } from './memory-host.ts'

/** Random leads and events, scored by an engine and by the reference. */

export type Rows = readonly (readonly string[])[]

/** The second source uses other headings, and has one key only. */
export function eventFile(events: Rows, index: number): { readonly headings: readonly string[]; readonly rows: Rows } {
  if (index === 0) return { headings: EVENT_HEADINGS, rows: events }
  return {
    headings: ['Ereignis', 'E-Mail', 'Zeitpunkt', 'Seite', 'Tags'],
    rows: events.map(([, email = '', event = '', time = '', page = '', , , tags = '']) => [
      event,
      email,
      time,
      page,
      tags,
    ]),
  }
}

/** A plan bound to leads and to files of events, and the records of those. */
export function bindAll(plan: Plan, leads: Rows, events: readonly Rows[]) {
  const files = events.map(eventFile)
  const tables = files.map(({ headings, rows }, index) => ({
    name: `${index}.csv`,
    format: 'table' as const,
    binding: bindEvents(plan, { name: `${index}.csv`, headings, rows, delimiter: ',' }),
    relation: { source: '', headings },
  }))
  const sample = { name: 'leads.csv', headings: LEAD_HEADINGS, rows: leads, delimiter: ',', around: [] }
  const found = boundEvents(
    plan,
    tables.map(({ binding }) => binding.source),
  )
  const { bound } = bindPlan(plan, sample, { events: found })
  return { bound, found, tables, records: files.map(({ rows }) => rows) }
}

/** leadq's cells of every lead, computed by a query. */
export async function answered(engine: QueryEngine, plan: Plan, leads: Rows, events: readonly Rows[]) {
  const { bound, records } = bindAll(plan, leads, events)
  return asked(engine, bound, leads, { events: records })
}

/** leadq's cells of every lead, as `leadq score` writes them. */
export async function scored(plan: Plan, leads: Rows, events: readonly Rows[]): Promise<string[][]> {
  const { written } = await reference(plan, leads, events)
  return written.map(row => columnsOf(plan).map(({ name }) => row[PREFIX + name] ?? ''))
}

export async function reference(plan: Plan, leads: Rows, events: readonly Rows[]) {
  const named = events
    .map(eventFile)
    .map(({ headings, rows }, index) => [`${index}.csv`, csv([headings, ...rows])] as const)
  const files = new Map<string, string | Uint8Array>([['leads.csv', csv([LEAD_HEADINGS, ...leads])], ...named])
  const book = { plan, diagnostics: [], summary: { name: 'drawn', source: 'rules.yaml', sha256: '' } }
  const request = { ...REQUEST, events: named.map(([name]) => name), out: 'out.csv' }
  const summary = await score(book, request, memoryHost(files), '0')
  const written: Record<string, string>[] = parse(String(files.get('out.csv')), {
    columns: true,
    record_delimiter: ['\n'],
  })
  return { written, summary }
}
