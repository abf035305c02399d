import type { Diagnostic } from '../../base/diagnostic.ts'
import { bindEvents } from '../../io/bind/bind-events.ts'
import { EVENT_FIELDS } from '../../ir/catalogue/event-fields.ts'
import type { BoundEventSource } from '../../ir/plan/bound-events.ts'
import type { Field } from '../../ir/plan/field.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import { KIND_OF_VALUES } from '../../ir/values/column-type.ts'
import { openEvents } from '../../leads/events/open-events.ts'
import type { Host } from '../../leads/host.ts'
import type { EventTable } from './compile-request.ts'
import { asInTables, type Headings, refuseUnknown } from './table-headings.ts'

export interface BoundEventTable {
  readonly source: BoundEventSource
  readonly headings: Headings
  readonly diagnostics: readonly Diagnostic[]
}

/** Binds a plan to a table with events: to a file that is like it, or to the columns that rulebook and request name. */
export async function bindEventTable(plan: Plan, table: EventTable, host: Host): Promise<BoundEventTable> {
  const mapped = mappedPlan(plan, table)
  if (table.like !== undefined) {
    const { input, sample, binding } = await openEvents(table.like, mapped, host)
    // The rest of the file is not read.
    await sample.batches[Symbol.asyncIterator]().return?.()
    return { source: binding.source, headings: input.headings, diagnostics: binding.diagnostics }
  }
  if (table.types !== undefined) {
    const names = table.types.map(({ name }) => name)
    const types = table.types.map(({ kind }) => ({ kind: KIND_OF_VALUES[kind], typeName: kind }))
    const sample = { name: table.source, headings: names, rows: [], types, delimiter: '' }
    const { source, diagnostics } = bindEvents(asInTables(mapped), sample)
    return { source, headings: names, diagnostics }
  }
  const headings = [...new Set(Object.values(mapped.events?.fields ?? {}).flatMap(({ from }) => from))]
  const sample = { name: table.source, headings, rows: [], delimiter: '' }
  const { source, diagnostics } = bindEvents(asInTables(mapped), sample)
  return { source, headings, diagnostics }
}

/** The fields of every event, in addition to those that rules read. */
const ALWAYS = ['lead', 'event', 'time'] as const

/** The plan with a column for every field of events; several columns may identify the lead. */
function mappedPlan(plan: Plan, { columns, like, types }: EventTable): Plan {
  const events = plan.events ?? { join: [], fields: {}, signals: [], ignore: { ownDomains: [] } }
  const names = [...new Set([...ALWAYS, ...Object.keys(events.fields)])]
  refuseUnknown('--events-columns', columns, names)
  const withColumns = (name: string): Field => {
    const type = name === 'event' || name === 'time' ? EVENT_FIELDS[name].type : 'text'
    const field = events.fields[name] ?? { name, type, from: [], map: [] }
    const given = columns.filter(each => each.field === name).map(({ column }) => column)
    if (given.length > 0) return { ...field, from: given.filter(column => column !== '') }
    return field.from.length > 0 || like !== undefined || types !== undefined ? field : { ...field, from: [name] }
  }
  const fields = names.map(withColumns).filter(({ name, from }) => name !== 'lead' || from.length > 0)
  return { ...plan, events: { ...events, fields: Object.fromEntries(fields.map(field => [field.name, field])) } }
}
