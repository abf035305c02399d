import type { EventRelation } from '../../../dialects/relation.ts'
import { bindEvents, type EventBinding } from '../../../io/bind/bind-events.ts'
import type { Plan } from '../../../ir/plan/plan.ts'
import { firstRows, typedIn } from './bind-table.ts'
import type { Table } from './table.ts'

/** A table of events whose columns are known. */
export interface BoundEventTable {
  readonly name: string
  readonly format: Table['format']
  readonly binding: EventBinding
  readonly relation: EventRelation
}

/** Binds a plan to the columns of a table of events and to its first rows, as it is bound to an event file. */
export async function bindEventTable(plan: Plan, table: Table): Promise<BoundEventTable> {
  const { name, format, from, columns, delimiter = '' } = table
  const headings = columns.map(({ heading }) => heading)
  const rows = await firstRows(table, [...headings.keys()])
  return {
    name,
    format,
    binding: bindEvents(plan, { name, headings, rows, delimiter }),
    relation: {
      source: from,
      headings: columns.map(column => column.name),
      spelled: (cell, position) => columns[position]?.type.spelled(cell) ?? cell,
      typed: (cell, position) => typedIn(columns[position]?.type, cell),
    },
  }
}
