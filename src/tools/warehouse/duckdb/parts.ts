import { type Duckdb, HandOver, type Part } from './duckdb-engine.ts'

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

const BOM = '\u{feff}'

function startsWithBom(records: Uint8Array | string): boolean {
  return typeof records === 'string' ? records.startsWith(BOM) : Buffer.from(records.subarray(0, 3)).toString() === BOM
}

function hasNul(records: Uint8Array | string): boolean {
  return typeof records === 'string' ? records.includes('\0') : records.includes(0)
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
      // DuckDB brings texts to NFC only up to such a character.
      if (hasNul(records)) throw new HandOver('a cell holds a NUL character')
      if (part === undefined) {
        part = await duckdb.create()
        paths.push(part.path)
        // The one at the start of a file is taken away by the reader, so that of a record stays.
        if (startsWithBom(records)) await part.write(BOM)
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
