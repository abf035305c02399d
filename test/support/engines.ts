import { DuckDBInstance } from '@duckdb/node-api'
import { PGlite } from '@electric-sql/pglite'
import { printCountQuery } from '../../src/dialects/count-query.ts'
import type { Dialect } from '../../src/dialects/dialect/dialect.ts'
import { DIALECTS } from '../../src/dialects/dialect/dialects.ts'
import { printQuery } from '../../src/dialects/query.ts'
import type { Relation } from '../../src/dialects/relation.ts'
import type { Source, StatementRequest } from '../../src/dialects/statement.ts'
import { compileCells } from '../../src/engine/cells.ts'
import { createVerdictCounter } from '../../src/engine/count-verdicts.ts'
import { type SummaryCounts, summaryCountsOf } from '../../src/engine/summary-counts.ts'
import type { BoundPlan } from '../../src/ir/plan/bound-plan.ts'
import { type Column, columnsOf } from '../../src/ir/plan/columns.ts'
import type { Plan } from '../../src/ir/plan/plan.ts'
import type { Spark } from '../../src/tools/warehouse/spark/session.ts'
import { AS_OF, compile } from './plans.ts'
import { stepsNamedLikeColumns } from './step-names.ts'

/** Runs a query and returns its rows as texts, or null for empty cells. */
export interface QueryEngine {
  readonly dialect: Dialect
  /** What leadq's functions are called there; absent: queries do without. */
  functionName?(name: string): string
  /** Whether a column can have this name there; absent: any. */
  takesColumn?(name: string): boolean
  query(sql: string): Promise<(string | null)[][]>
  /** Runs statements that answer nothing. */
  run(sql: string): Promise<void>
  close(): Promise<void>
}

export async function duckdb(): Promise<QueryEngine> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  return {
    dialect: DIALECTS.duckdb,
    query: async sql => {
      const result = await connection.runAndReadAll(sql)
      return result.getRowsJson().map(row => row.map(value => (value === null ? null : String(value))))
    },
    run: async sql => {
      await connection.run(sql)
    },
    close: async () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

/** PostgreSQL in this process; it does not support NUL in texts. */
export async function postgres(): Promise<QueryEngine> {
  const database = await PGlite.create()
  return {
    dialect: DIALECTS.postgres,
    query: async sql => {
      const { rows } = await database.query<unknown[]>(sql, [], { rowMode: 'array' })
      return rows.map(row => row.map(value => (value === null ? null : String(value))))
    },
    run: async sql => {
      await database.exec(sql)
    },
    close: () => database.close(),
  }
}

/** A Spark that was started as leadq starts it. */
export function sparkOf(session: Spark): QueryEngine {
  return {
    dialect: DIALECTS.spark,
    query: async sql => (await session.ask('query', { sql })).map(row => [...row]),
    run: async sql => {
      for (const statement of sql.split(/;\n+/).filter(each => each.trim() !== ''))
        await session.ask('query', { sql: statement })
    },
    close: session.close,
  }
}

const ORDER = 'order_of_rows'

/** Some rows of cells as a source for a query, in order; `events`: those of each source of events. */
export function sourceOf(
  dialect: Dialect,
  rows: readonly (readonly string[])[],
  headings: readonly string[] = headingsOf(rows),
  events: readonly (readonly (readonly string[])[])[] = [],
): Source {
  return {
    ...relationOf(dialect, rows, headings),
    events: events.map(each => ({ ...relationOf(dialect, each, headingsOf(each)), order: ORDER })),
    asOf: String(AS_OF),
  }
}

/** They cannot normalise to NFC: the query expects texts in NFC. */
export const HAS_NO_FORM_C: ReadonlySet<string> = new Set(['spark', 'snowflake'])

function relationOf(dialect: Dialect, rows: readonly (readonly string[])[], headings: readonly string[]): Relation {
  const { name, text, types } = dialect
  const cellOf = (cell: string) => text(HAS_NO_FORM_C.has(name) ? cell.normalize('NFC') : cell)
  const values = rows.map((row, index) => [String(index), ...row.map(cell => `CAST(${cellOf(cell)} AS ${types.text})`)])
  const columns = [ORDER, ...headings]
  return { source: tableOf(dialect, columns, values), headings, all: columns }
}

/** Rows of expressions as they stand behind FROM. */
export function tableOf(
  { name, identifier }: Dialect,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const names = columns.map(identifier)
  const values = rows.map(row => `(${row.join(', ')})`).join(', ')
  if (name !== 'bigquery') return `(SELECT * FROM (VALUES ${values}) AS v (${names.join(', ')}))`
  const [first = [], ...others] = rows
  const named = `STRUCT(${first.map((value, index) => `${value} AS ${names[index]}`).join(', ')})`
  return `(SELECT * FROM unnest([${[named, ...others.map(row => `(${row.join(', ')})`)].join(', ')}]))`
}

function headingsOf(rows: readonly (readonly string[])[]): string[] {
  return (rows[0] ?? []).map((_, index) => `c${index}`)
}

/** The result of a query for some rows of cells. */
export async function asked(
  engine: QueryEngine,
  bound: BoundPlan,
  rows: readonly (readonly string[])[],
  { headings, events, columns = columnsOf(bound), form = 'inline' }: Asking = {},
): Promise<(string | null)[][]> {
  const request = { ...sourceOf(engine.dialect, rows, headings, events), columns, prefix: 'leadq_', comment: [] }
  return answerOf(engine, bound, request, form)
}

/** What is asked, where it is not all columns of rows whose columns have any name. */
export interface Asking {
  readonly headings?: readonly string[]
  readonly events?: readonly (readonly (readonly string[])[])[]
  readonly columns?: readonly Column[]
  readonly form?: Form
}

/** How a query has what it repeats: written out, or as functions that are made before. */
export type Form = 'inline' | 'functions'

/** The columns of leadq as a printed query gives them, in the order of the rows. */
export async function answerOf(
  { dialect, query, run, functionName: always }: QueryEngine,
  bound: BoundPlan,
  request: StatementRequest,
  form: Form = 'inline',
): Promise<(string | null)[][]> {
  const { identifier, given, types } = dialect
  const functionName = always ?? (form === 'inline' ? undefined : (name: string) => given(`leadq_test_${name}`))
  const own = functionName === undefined ? request : { ...request, functionName }
  const { statement, functions = [], diagnostics } = printQuery(bound, own, dialect)
  if (statement === undefined) throw new Error(JSON.stringify(diagnostics))
  const confused = stepsNamedLikeColumns(statement)
  if (confused.length > 0) throw new Error(`steps have the names of columns: ${confused.join(', ')}\n${statement}`)
  const wanted = request.columns.map(({ name }) => `coalesce(CAST(${given(`leadq_${name}`)} AS ${types.text}), '')`)
  try {
    for (const each of functions) await run(each)
    return await query(`SELECT ${wanted.join(', ')} FROM (${statement}) AS s ORDER BY ${identifier(ORDER)}`)
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${functions.join(';\n')}\n${statement}`)
  }
}

/** The counts of a query for some rows of cells. */
export async function counted(
  { dialect, query }: QueryEngine,
  plan: Plan,
  bound: BoundPlan,
  rows: readonly (readonly string[])[],
): Promise<SummaryCounts> {
  const tally = printCountQuery(plan, bound, sourceOf(dialect, rows), dialect)
  const { verdictCounts } = tally.read(await query(tally.sql))
  return summaryCountsOf(plan, verdictCounts, [bound], [])
}

/** The counts of the reference for the same; only files have lines of invalid cells. */
export function countedByReference(plan: Plan, bound: BoundPlan, rows: readonly (readonly string[])[]): SummaryCounts {
  const { coerce, judge } = compile(bound)
  const tally = createVerdictCounter(plan)
  for (const row of rows) {
    const lead = coerce(row)
    tally.add(lead, judge(lead), 0)
  }
  const result = tally.result([bound], [])
  return { ...result, quality: result.quality.map(field => ({ ...field, first_invalid: [] })) }
}

/** The result of the reference for the same. */
export function judged(bound: BoundPlan, rows: readonly (readonly string[])[]): string[][] {
  const { coerce, judge } = compile(bound)
  const cells = compileCells(bound, columnsOf(bound))
  return rows.map(row => cells(judge(coerce(row))))
}
