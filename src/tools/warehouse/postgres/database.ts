import type { Rows } from '../table/table.ts'

/** A database as tools see it; `cli/hosts/warehouse/postgres.ts` has the real one. What goes wrong there comes as a `Refusal`. */
export interface Database {
  /** Of the server: `15.18`. */
  readonly version: string
  /** Server and database, without credentials. */
  readonly at: string
  /** Rows of texts, whatever the types are. Parameters are `$1`, `$2`. */
  query(sql: string, parameters?: readonly string[]): Promise<Rows>
  /** Everything that `work` does, or nothing of it, and all of it sees the database as it was at the beginning. */
  transaction<T>(work: () => Promise<T>): Promise<T>
}
