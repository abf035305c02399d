import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { POSTGRES } from '../../dialects/postgres.ts'
import type { ColumnKind } from '../../dialects/postgres-types.ts'
import type { Source } from '../../dialects/statement.ts'
import { type Binding, bindPlan } from '../../io/bind/bind.ts'
import type { From } from '../../io/bind/sample.ts'
import type { BoundField } from '../../ir/bound-plan.ts'
import type { BoundEvents } from '../../ir/events.ts'
import type { Plan } from '../../ir/plan.ts'
import type { FieldType } from '../../ir/value.ts'
import { splitHeadings } from '../columns.ts'
import type { Database } from './database.ts'
import { columnsOfRelation, nameInQueries, type Relation, type TableColumn } from './describe.ts'

const SAMPLED_RECORDS = 10_000

const { identifier } = POSTGRES

export interface BoundTable {
  readonly binding: Binding
  readonly source: Source
  /** Columns of an earlier run, which are not read. */
  readonly dropped: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

export interface TableRequest {
  readonly table: string
  readonly from?: From | undefined
  readonly prefix: string
  /** Day number. */
  readonly asOf: number
  /** What the leads did, once its tables are bound. */
  readonly events?: BoundEvents | undefined
}

/** Binds a plan to the columns of a table and to its first rows. */
export async function bindTable(
  plan: Plan,
  relation: Relation,
  { table, from, prefix, asOf, events }: TableRequest,
  database: Database,
): Promise<BoundTable> {
  const columns = await columnsOfRelation(relation, database)
  const names = columns.map(({ name }) => name)
  const { kept, dropped } = splitHeadings(names, prefix)
  const headings = names.map((name, position) => (kept.includes(position) ? name : undefined))
  const whole = nameInQueries(relation)
  const source: Source = {
    source: dropped.length === 0 ? whole : `(SELECT ${listed(kept, names)} FROM ${whole})`,
    headings,
    spelled: (cell, position) => columns[position]?.type.spelled(cell) ?? cell,
    asOf: String(asOf),
  }
  const sample = {
    name: table,
    headings: headings.map((heading = '') => heading),
    rows: await firstRows(columns, kept, whole, database),
    typed: new Set(columns.flatMap(({ type }, position) => (IS_TYPED[type.kind] ? [position] : []))),
    delimiter: '',
  }
  const binding = bindPlan(plan, sample, { from, events })
  return { binding, source, dropped, diagnostics: unfit(binding.bound.fields, columns, table) }
}

const IS_TYPED: Readonly<Record<ColumnKind, boolean>> = {
  number: true,
  date: true,
  boolean: true,
  list: false,
  text: false,
  other: false,
}

function listed(kept: readonly number[], names: readonly string[]): string {
  const columns = kept.map(position => identifier(names[position] ?? ''))
  return columns.length === 0 ? "'' AS leadq_nothing" : columns.join(', ')
}

/** As texts, with an empty one for what is not kept. */
export async function firstRows(
  columns: readonly TableColumn[],
  kept: readonly number[],
  whole: string,
  database: Database,
): Promise<string[][]> {
  const cells = kept.map(position => {
    const { name, type } = columns[position] ?? { name: '', type: { spelled: (cell: string) => cell } }
    return type.spelled(identifier(name))
  })
  const rows = await database.query(`SELECT ${cells.join(', ')} FROM ${whole} LIMIT ${SAMPLED_RECORDS}`)
  return rows.map(row => {
    const record = columns.map(() => '')
    for (const [index, position] of kept.entries()) record[position] = row[index] ?? ''
    return record
  })
}

/** What a field can read; texts can be anything. */
const FIT: Readonly<Record<FieldType, readonly ColumnKind[]>> = {
  text: ['text', 'number', 'date', 'boolean', 'list', 'other'],
  list: ['text', 'number', 'date', 'boolean', 'list', 'other'],
  number: ['text', 'number'],
  date: ['text', 'date', 'number'],
  boolean: ['text', 'boolean', 'number', 'date'],
}

/** Fields whose columns hold something else: hardly a value of theirs will be read. */
function unfit(fields: readonly BoundField[], columns: readonly TableColumn[], table: string): Diagnostic[] {
  return fields
    .filter(({ read }) => read)
    .flatMap(({ name, type, columns: positions, place }) =>
      positions.flatMap(position => {
        const column = columns[position]
        if (column === undefined || FIT[type].includes(column.type.kind)) return []
        const message = `${table}: the column \`${column.name}\` is of the type ${column.typeName}, and the field \`${name}\` is a ${type}`
        const hint = `name another column in the rulebook, \`fields: { ${name}: { from: ... } }\`, or its type`
        return [diagnose('bind/column-type', message, { place, hint })]
      }),
    )
}
