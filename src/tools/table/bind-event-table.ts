import type { EventRelation } from '../../dialects/relation.ts'
import { bindEvents, type EventBinding } from '../../io/bind/bind-events.ts'
import type { Plan } from '../../ir/plan.ts'
import { firstRows } from './bind-table.ts'
import type { Database } from './database.ts'
import { columnsOfRelation, nameInQueries, requireRelation } from './describe.ts'

/** A table of events whose columns are known. */
export interface BoundEventTable {
  readonly name: string
  readonly binding: EventBinding
  readonly relation: EventRelation
}

/** Binds a plan to the columns of a table of events and to its first rows, as it is bound to an event file. */
export async function bindEventTable(plan: Plan, table: string, database: Database): Promise<BoundEventTable> {
  const found = await requireRelation(table, database)
  const columns = await columnsOfRelation(found, database)
  const headings = columns.map(({ name }) => name)
  const whole = nameInQueries(found)
  const rows = await firstRows(columns, [...headings.keys()], whole, database)
  return {
    name: table,
    binding: bindEvents(plan, { name: table, headings, rows, delimiter: '' }),
    relation: {
      source: whole,
      headings,
      spelled: (cell, position) => columns[position]?.type.spelled(cell) ?? cell,
    },
  }
}
