import type { RandomAccess } from '../../io/parquet/table.ts'

/** The folder of runs as a history reads it. */
export interface RunsHost {
  /** Names of what is in a folder; none if it is not there. */
  names(folder: string): Promise<readonly string[]>
  /** The text of a file; undefined if it cannot be read. */
  readText(path: string): Promise<string | undefined>
  /** A file to be read at any place; undefined if it cannot be opened. Whoever opens it closes it. */
  open(path: string): Promise<OpenFile | undefined>
}

export interface OpenFile extends RandomAccess {
  close(): void
}
