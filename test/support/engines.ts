import { DuckDBInstance } from '@duckdb/node-api'
import { PGlite } from '@electric-sql/pglite'
import type { Dialect } from '../../src/dialects/dialect.ts'
import { DIALECTS } from '../../src/dialects/dialects.ts'
import { printQuery } from '../../src/dialects/query.ts'
import { compileCells } from '../../src/engine/cells.ts'
import type { BoundPlan } from '../../src/ir/bound-plan.ts'
import { columnsOf } from '../../src/ir/columns.ts'
import { AS_OF, compile } from './plans.ts'
import { startedSpark } from './spark.ts'

/** A query as text -> its rows as texts; nothing is the empty text. */
export interface QueryEngine {
  readonly dialect: Dialect
  query(sql: string): Promise<string[][]>
  close(): Promise<void>
}

export async function duckdb(): Promise<QueryEngine> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  return {
    dialect: DIALECTS.duckdb,
    query: async sql => {
      const result = await connection.runAndReadAll(sql)
      return result.getRowsJson().map(row => row.map(value => (value === null ? '' : String(value))))
    },
    close: async () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

/** PostgreSQL in this process; it knows no NUL in texts. */
export async function postgres(): Promise<QueryEngine> {
  const database = await PGlite.create()
  return {
    dialect: DIALECTS.postgres,
    query: async sql => {
      const { rows } = await database.query<unknown[]>(sql, [], { rowMode: 'array' })
      return rows.map(row => row.map(value => (value === null ? '' : String(value))))
    },
    close: () => database.close(),
  }
}

/** Spark with two workers, which is started as leadq starts it. */
export async function spark(): Promise<QueryEngine> {
  const session = await startedSpark()
  return {
    dialect: DIALECTS.spark,
    query: async sql => {
      const rows = await session.ask('query', { sql })
      return rows.map(row => row.map(String))
    },
    close: session.close,
  }
}

const ORDER = 'order_of_rows'

/** What a statement answers for some rows of cells. */
export async function asked(
  { dialect, query }: QueryEngine,
  bound: BoundPlan,
  rows: readonly (readonly string[])[],
  headings: readonly string[] = (rows[0] ?? []).map((_, index) => `c${index}`),
): Promise<string[][]> {
  const { text, identifier } = dialect
  const values = rows.map(
    (row, index) =>
      `(${[String(index), ...row.map(cell => `CAST(${text(cellFor(dialect, cell))} AS ${dialect.types.text})`)].join(', ')})`,
  )
  const source = `(SELECT * FROM (VALUES ${values.join(', ')}) AS v (${[ORDER, ...headings].map(identifier).join(', ')}))`
  const columns = columnsOf(bound)
  const request = { source, headings, asOf: String(AS_OF), columns, prefix: 'leadq_', comment: [] }
  const { statement, diagnostics } = printQuery(bound, request, dialect)
  if (statement === undefined) throw new Error(JSON.stringify(diagnostics))
  const wanted = columns.map(
    ({ name }) => `coalesce(CAST(${identifier(`leadq_${name}`)} AS ${dialect.types.text}), '')`,
  )
  try {
    return await query(`SELECT ${wanted.join(', ')} FROM (${statement}) AS s ORDER BY ${ORDER}`)
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${statement}`)
  }
}

/** Spark knows no form C: the query asks for texts that are in it, and `leadq score` sees to that. */
function cellFor({ name }: Dialect, cell: string): string {
  return name === 'spark' ? cell.normalize('NFC') : cell
}

/** What the reference says of the same. */
export function judged(bound: BoundPlan, rows: readonly (readonly string[])[]): string[][] {
  const { coerce, judge } = compile(bound)
  const cells = compileCells(bound, columnsOf(bound))
  return rows.map(row => cells(judge(coerce(row))))
}
