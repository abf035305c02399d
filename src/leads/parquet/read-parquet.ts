import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { DUCKDB } from '../../dialects/dialect/duckdb.ts'
import type { ColumnType } from '../../dialects/types/column-type.ts'
import { duckdbType } from '../../dialects/types/duckdb-types.ts'
import { csvRow } from '../../io/csv/csv-write.ts'
import type { Batch, Input, Row } from '../../io/records.ts'
import { type Duckdb, DuckdbError } from './duckdb.ts'

const { identifier, text } = DUCKDB

/** A column of a Parquet file. */
interface ParquetColumn {
  readonly name: string
  readonly typeName: string
  readonly type: ColumnType
}

/**
 * Opens a Parquet file, whose values become the texts that leadq reads. DuckDB is closed after the last batch, and when
 * nobody holds the file any more.
 */
export async function readParquet(path: string, name: string, duckdb: Duckdb): Promise<Input> {
  const table = `read_parquet(${text(path)})`
  const columns = await columnsOf(table, name, duckdb)
  let users = 1
  const release = async () => {
    users -= 1
    if (users === 0) await duckdb.close()
  }
  const hold = () => {
    users += 1
    return release
  }
  return {
    format: 'parquet',
    compressed: false,
    headings: columns.map(column => column.name),
    types: columns.map(({ type: { kind }, typeName }) => ({ kind, typeName })),
    parquet: { path, hold },
    around: [],
    bom: false,
    encoding: () => 'UTF-8',
    diagnostics: () => [],
    batches: batchesOf(table, columns, name, { duckdb, release }),
  }
}

async function columnsOf(table: string, name: string, duckdb: Duckdb): Promise<ParquetColumn[]> {
  const rows = await duckdb
    .query(`DESCRIBE SELECT * FROM ${table}`)
    .catch(error => Promise.reject(damaged(error, name)))
  return rows.map(([heading, type]) => ({ name: heading ?? '', typeName: type ?? '', type: duckdbType(type ?? '') }))
}

async function* batchesOf(
  table: string,
  columns: readonly ParquetColumn[],
  name: string,
  { duckdb, release }: { readonly duckdb: Duckdb; release(): Promise<void> },
): AsyncGenerator<Batch> {
  const cells = columns.map(column => column.type.spelled(identifier(column.name)))
  let line = 0
  try {
    for await (const records of duckdb.rows(`SELECT ${cells.join(', ')} FROM ${table}`)) {
      const rows = records.map(record => {
        line += 1
        return rowOf(
          line,
          record.map(cell => cell ?? ''),
        )
      })
      yield { rows, rejects: [], leftOut: {} }
    }
  } catch (error) {
    throw damaged(error, name)
  } finally {
    await release()
  }
}

/** A record has no text of its own; the one that it would have as CSV is rarely asked for. */
function rowOf(line: number, cells: readonly string[]): Row {
  return {
    line,
    cells,
    get text() {
      return csvRow(cells, ',')
    },
  }
}

function damaged(error: unknown, name: string): unknown {
  if (!(error instanceof DuckdbError)) return error
  const place = { file: name, line: 1, col: 1 }
  const message = 'the Parquet file is cut off or damaged'
  return new Refusal(diagnose('file/cut-off', message, { place, hint: 'fetch or export the file again' }), 'data')
}
