import { DUCKDB } from '../../dialects/dialect/duckdb.ts'
import type { Sink } from '../../leads/host.ts'
import type { Duckdb } from '../../leads/parquet/duckdb.ts'
import type { ParquetColumns } from './parquet-columns.ts'
import { createParts } from './parts.ts'

const { identifier, text } = DUCKDB

/** A Parquet file that is made of lines, see `parquet-rows.ts`. */
export interface ParquetOutput {
  write(lines: Uint8Array | string): Promise<void>
  /** Makes the file of so many leads. */
  end(leads: number): Promise<void>
}

export function createParquetOutput(columns: ParquetColumns, sink: Pick<Sink, 'write'>, duckdb: Duckdb): ParquetOutput {
  const parts = createParts(duckdb, text)
  const names = namesOf(columns)
  return {
    write: parts.write,
    async end(leads) {
      const staged = await parts.end(names)
      const result = await duckdb.create()
      await result.end()
      const written = await duckdb.copy(
        `COPY (${statementOf(columns, names, staged)}) TO ${text(result.path)} (FORMAT parquet)`,
      )
      if (written !== leads)
        throw new TypeError(`the Parquet file has ${written} rows where ${leads} leads were judged`)
      for await (const bytes of duckdb.read(result.path)) await sink.write(bytes)
    },
  }
}

/** What the cells of a line are called: names of columns could be anything. */
function namesOf({ ofInput, ofLeadq, from }: ParquetColumns): string[] {
  const input = from === undefined ? ofInput.map((_, index) => `c${index}`) : ['place']
  return [...input, ...ofLeadq.map((_, index) => `own${index}`)]
}

function statementOf({ ofInput, ofLeadq, from }: ParquetColumns, names: readonly string[], staged: string): string {
  const own = ofLeadq.map(({ name, type }, index) => `CAST(own${index} AS ${type}) AS ${identifier(name)}`)
  const cells = ofInput.map((name, index) => `c${index} AS ${identifier(name)}`)
  const selected = [...cells, ...own].join(', ')
  if (from === undefined) return `SELECT ${selected} FROM ${staged}`
  const taken = from.columns.map((name, index) => `${identifier(name)} AS c${index}`)
  const table = `read_parquet(${text(from.file.path)})`
  const records = `SELECT ${[...taken, 'row_number() OVER () AS record'].join(', ')} FROM ${table}`
  const leads = `SELECT ${names.join(', ')}, row_number() OVER () AS rank FROM ${staged}`
  return `SELECT ${selected} FROM (${leads}) JOIN (${records}) ON record = CAST(place AS BIGINT) ORDER BY rank`
}
