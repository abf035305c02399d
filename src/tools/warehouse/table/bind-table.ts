import type { Diagnostic } from '../../../base/diagnostic.ts'
import type { Sql } from '../../../dialects/dialect/dialect.ts'
import { liveRecords, printRetiredCount } from '../../../dialects/live-records.ts'
import type { Relation } from '../../../dialects/relation.ts'
import type { Source } from '../../../dialects/statement.ts'
import type { ColumnType } from '../../../dialects/types/column-type.ts'
import { type Binding, bindPlan } from '../../../io/bind/bind.ts'
import type { BeforeColumns } from '../../../io/bind/bind-before.ts'
import { findRetired } from '../../../io/bind/find-retired.ts'
import type { From } from '../../../io/bind/sampled-columns.ts'
import { SAMPLED_RECORDS } from '../../../io/records.ts'
import type { BoundEvents } from '../../../ir/plan/bound-events.ts'
import type { Plan } from '../../../ir/plan/plan.ts'
import { splitHeadings } from '../../../leads/leadq-columns.ts'
import { createRetiredFilter, liveSample, type RetiredFilter, retiredRemarks } from '../../../leads/retired.ts'
import type { LeadTable, Table } from './table.ts'

export interface BoundTable {
  readonly binding: Binding
  readonly source: Source
  /** Columns of an earlier run, which are not read. */
  readonly dropped: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  /** What was counted of the rows that are not live, and that the source does not have. */
  readonly filter: RetiredFilter
}

export interface BindingRequest {
  readonly from?: From | undefined
  readonly prefix: string
  /** Day number. */
  readonly asOf: number
  /** Deleted, archived, merged and historic rows are leads like all others. */
  readonly withDeleted?: boolean | undefined
}

/** The tables that a statement reads beside the one with the leads. */
export interface Beside {
  /** The events of the leads. */
  readonly events: BoundEvents | undefined
  /** What the leads were is told by another table. */
  readonly before?: BeforeColumns | undefined
}

/** Binds a plan to the columns of a table and to its first rows. */
export async function bindTable(
  plan: Plan,
  table: LeadTable,
  { from, prefix, asOf, withDeleted }: BindingRequest,
  { events, before }: Beside,
): Promise<BoundTable> {
  const { columns } = table
  const { kept, dropped } = splitHeadings(
    columns.map(({ heading }) => heading),
    prefix,
  )
  const isKept = new Set(kept)
  const source: Source = {
    source: dropped.length === 0 ? table.from : `(SELECT ${namesOf(table, kept)} FROM ${table.from})`,
    headings: columns.map(({ name }, position) => (isKept.has(position) ? name : undefined)),
    spelled: (cell, position) => columns[position]?.type.spelled(cell) ?? cell,
    typed: (cell, position) => typedIn(columns[position]?.type, cell),
    asOf: String(asOf),
  }
  const sample = {
    name: table.name,
    headings: columns.map(({ heading }, position) => (isKept.has(position) ? heading : '')),
    rows: await firstRows(table, kept),
    types: columns.map(({ type: { kind }, typeName }) => ({ kind, typeName })),
    delimiter: table.delimiter ?? '',
  }
  const retired = withDeleted === true ? undefined : findRetired(sample, from)
  const filter = createRetiredFilter(retired)
  if (retired !== undefined) filter.count(await table.query(printRetiredCount(source, retired, table.dialect)))
  const live = liveSample(sample, retired, filter)
  const binding = bindPlan(plan, live, { from, events, before })
  const diagnostics = retiredRemarks(table.name, filter.counted())
  const isNeeded = filter.counted().size > 0
  return {
    binding,
    source: isNeeded ? { ...source, source: liveRecords(source, retired, table.dialect) } : source,
    dropped,
    diagnostics,
    filter,
  }
}

/** A value as it stands in a column. */
export function typedIn(type: ColumnType | undefined, cell: Sql): ReturnType<NonNullable<Relation['typed']>> {
  return type && { kind: type.values, sql: type.at?.(cell) ?? cell }
}

function namesOf({ columns, dialect }: LeadTable, kept: readonly number[]): Sql {
  const names = new Set(kept.map(position => dialect.identifier(columns[position]?.name ?? '')))
  return names.size === 0 ? "'' AS leadq_nothing" : [...names].join(', ')
}

/** As texts, with an empty one for what is not kept. */
export async function firstRows(
  { columns, dialect, from, query }: Table,
  kept: readonly number[],
): Promise<string[][]> {
  const cells = kept.flatMap(position => {
    const column = columns[position]
    return column === undefined ? [] : [column.type.spelled(dialect.identifier(column.name))]
  })
  const rows = await query(
    `SELECT ${cells.length === 0 ? "''" : cells.join(', ')} FROM ${from} LIMIT ${SAMPLED_RECORDS}`,
  )
  return rows.map(row => {
    const record = columns.map(() => '')
    for (const [index, position] of kept.entries()) record[position] = row[index] ?? ''
    return record
  })
}
