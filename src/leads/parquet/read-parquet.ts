import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { DUCKDB } from '../../dialects/dialect/duckdb.ts'
import type { ColumnType } from '../../dialects/types/column-type.ts'
import { duckdbType } from '../../dialects/types/duckdb-types.ts'
import { csvRow } from '../../io/csv/csv-write.ts'
import type { Batch, Input, ParquetFile, Row } from '../../io/records.ts'
import { type Duckdb, DuckdbError } from './duckdb.ts'

const { identifier, text } = DUCKDB

/** A column of a Parquet file. */
interface ParquetColumn {
  readonly name: string
  readonly typeName: string
  readonly type: ColumnType
}

/**
 * Opens a Parquet file, whose values become the texts that leadq reads. DuckDB is closed after the last batch; a
 * temporary file is in its folder, and stays until it is removed or the program ends.
 */
export async function readParquet(file: ParquetFile, name: string, duckdb: Duckdb): Promise<Input> {
  const table = `read_parquet(${text(file.path)})`
  const columns = await columnsOf(table, name, duckdb)
  const close = async () => {
    if (file.remove === undefined) await duckdb.close()
  }
  return {
    format: 'parquet',
    compressed: false,
    headings: columns.map(column => column.name),
    types: columns.map(({ type: { kind }, typeName }) => ({ kind, typeName })),
    parquet: file,
    around: [],
    bom: false,
    encoding: () => 'UTF-8',
    diagnostics: () => [],
    batches: batchesOf(table, columns, name, { rows: duckdb.rows, close }),
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
  { rows: read, close }: Pick<Duckdb, 'rows' | 'close'>,
): AsyncGenerator<Batch> {
  const cells = columns.map(({ name: heading, type }) => whole(type.spelled(identifier(heading)), type))
  let line = 0
  try {
    for await (const records of read(`SELECT ${cells.join(', ')} FROM ${table}`)) {
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
    await close()
  }
}

/** The client of DuckDB takes a byte order mark away where a text begins with one: then there are two. */
function whole(cell: string, { kind }: ColumnType): string {
  return kind === 'text' ? `CASE WHEN starts_with(${cell}, ${BOM}) THEN ${BOM} || ${cell} ELSE ${cell} END` : cell
}

const BOM = 'chr(65279)'

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
