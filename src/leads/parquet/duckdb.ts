/**
 * DuckDB as leadq uses it to read and write Parquet; `cli/hosts/warehouse/duckdb.ts` has the real one. A full disk, too
 * little memory and a signal come as a `Refusal`, all else that goes wrong as a `DuckdbError`.
 */
export interface Duckdb {
  /** A file of the user as it stands in queries. */
  fileOf(path: string): string
  /** Rows of texts. */
  query(sql: string): Promise<Rows>
  /** The same, some at a time. All columns are texts. */
  rows(sql: string): AsyncIterable<Rows>
  /** Runs a `COPY` and returns how many rows it wrote. */
  copy(sql: string): Promise<number>
  /** A new file in its temporary folder, which is gone when it is closed. */
  create(): Promise<Part>
  /** The bytes of such a file. */
  read(path: string): AsyncIterable<Uint8Array>
  close(): Promise<void>
}

export type Rows = readonly (readonly (string | null)[])[]

export interface Part {
  /** As it stands in queries. */
  readonly path: string
  write(bytes: Uint8Array | string): Promise<void>
  end(): Promise<void>
}

/** What DuckDB says about a query or a file that it cannot work with. */
export class DuckdbError extends Error {}
