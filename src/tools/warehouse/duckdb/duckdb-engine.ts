import type { Sql } from '../../../dialects/dialect/dialect.ts'

/**
 * A DuckDB of one run as tools see it, with a folder of its own that is gone when it is closed;
 * `cli/hosts/warehouse/duckdb.ts` has
 * the real one. What goes wrong on the machine (a full disk, a signal) comes as a `Refusal`, what DuckDB cannot do with
 * the leads as a `HandOver`.
 */
export interface Duckdb {
  readonly version: string
  /** A file of the user as it stands in queries. */
  fileOf(path: string): string
  /** Rows of texts. */
  query(sql: Sql): Promise<Rows>
  /** The same, some at a time. */
  rows(sql: Sql): AsyncIterable<Rows>
  /** Runs a `COPY` and says how many rows were written. */
  copy(sql: Sql): Promise<number>
  /** A new file in its folder. */
  create(): Promise<Part>
  /** What is in such a file. */
  read(path: string): AsyncIterable<Uint8Array>
  remove(path: string): Promise<void>
  close(): Promise<void>
}

export type Rows = readonly (readonly (string | null)[])[]

export interface Part {
  /** As it stands in queries. */
  readonly path: string
  write(bytes: Uint8Array | string): Promise<void>
  end(): Promise<void>
}

/** Sends a job to the reference engine, from its first lead: thrown, and caught by `tools/score/choose-engine.ts`. */
export class HandOver extends Error {}
