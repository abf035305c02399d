import type { Duckdb, Part } from './duckdb-engine.ts'

/**
 * Bytes of a part. DuckDB reads a part on one core (its parallel reader of one file is not safe where cells have line
 * breaks), and keeps what comes of a part until those before it are written: so parts are small.
 */
const SIZE = 4 * 1024 * 1024

/** Whole records, put into files of a convenient size. */
export interface Parts {
  write(records: Uint8Array | string): Promise<void>
  /** The paths of all of them, in order. */
  end(): Promise<readonly string[]>
}

export function createParts(duckdb: Pick<Duckdb, 'create'>): Parts {
  const paths: string[] = []
  let part: Part | undefined
  let size = 0
  const close = async () => {
    await part?.end()
    part = undefined
    size = 0
  }
  return {
    async write(records) {
      if (records.length === 0) return
      if (part === undefined) {
        part = await duckdb.create()
        paths.push(part.path)
      }
      await part.write(records)
      size += records.length
      if (size >= SIZE) await close()
    },
    async end() {
      await close()
      return paths
    },
  }
}
