import { Refusal } from '../../../base/refusal.ts'
import type { PreviousRelation } from '../../../dialects/previous.ts'
import type { BeforeColumns } from '../../../io/bind/bind-before.ts'
import type { Plan } from '../../../ir/plan/plan.ts'
import { ownColumns } from '../../../leads/memory/own-columns.ts'
import { bindPrevious, recalledBy } from '../../../leads/memory/previous.ts'
import { type BindingRequest, firstRows, typedIn } from './bind-table.ts'
import type { Table } from './table.ts'

/** Binds the keys of a plan, and what it asks of the run before, to a table that leadq wrote then. */
async function bindPreviousTable(
  plan: Plan,
  table: Table,
  { from, prefix }: BindingRequest,
): Promise<PreviousRelation> {
  const { name, columns, delimiter = '' } = table
  const headings = columns.map(({ heading }) => heading)
  const rows = await firstRows(table, [...headings.keys()])
  const types = columns.map(({ type: { kind }, typeName }) => ({ kind, typeName }))
  const { fields } = bindPrevious(plan, { name, headings, rows, types, delimiter }, { prefix, from })
  return {
    source: table.from,
    headings: columns.map(column => column.name),
    spelled: (cell, position) => columns[position]?.type.spelled(cell) ?? cell,
    typed: (cell, position) => typedIn(columns[position]?.type, cell),
    fields,
    key: recalledBy(plan).key,
  }
}

/** The table that says what its leads were: the one that is named, or its own where leadq wrote into it. */
export async function bindMemoryTable(
  plan: Plan,
  { leads, previous }: { readonly leads: Table; readonly previous?: Table | undefined },
  request: BindingRequest,
): Promise<PreviousRelation | undefined> {
  if (previous !== undefined) return bindPreviousTable(plan, previous, request)
  const headings = leads.columns.map(({ heading }) => heading)
  const scores = plan.scores.map(({ name }) => name)
  if (ownColumns(headings, scores, request.prefix) === undefined) return undefined
  try {
    return await bindPreviousTable(plan, leads, request)
  } catch (error) {
    // Without a key every lead is new.
    if (error instanceof Refusal && error.diagnostic.code === 'previous/no-key') return undefined
    throw error
  }
}

/** Places behind all columns of a table, which a join fills. */
export function joinedColumns(plan: Plan, width: number): BeforeColumns {
  return new Map(recalledBy(plan).fields.map((field, index) => [field, [width + index]]))
}
