import type { Duckdb, Part } from '../../leads/parquet/duckdb.ts'

/**
 * Bytes of a part. DuckDB reads a part on one core (its parallel reader of one file is not safe where cells have line
 * breaks), and keeps what comes of a part until those before it are written: so parts are small.
 */
const SIZE = 4 * 1024 * 1024

/** Whole records of delimited text, put into temporary files of a convenient size. */
export interface Parts {
  write(records: Uint8Array | string): Promise<void>
  /** All of them, in order, as they stand behind FROM. */
  end(names: readonly string[]): Promise<string>
}

const BOM = '\u{feff}'

/** Bytes that DuckDB reads at once, of each file; left alone it would take 32 MB. */
const READ_AT_ONCE = 4_194_304

export function createParts(duckdb: Pick<Duckdb, 'create'>, text: (value: string) => string): Parts {
  const paths: string[] = []
  let part: Part | undefined
  let size = 0
  let longest = 0
  const close = async () => {
    await part?.end()
    part = undefined
    size = 0
  }
  return {
    async write(records) {
      if (records.length === 0) return
      const bytes = Buffer.from(records)
      if (part === undefined) {
        part = await duckdb.create()
        paths.push(part.path)
        // The one at the start of a file is taken away by the reader, so that of a record stays.
        if (bytes.subarray(0, 3).toString() === BOM) await part.write(BOM)
      }
      await part.write(bytes)
      longest = Math.max(longest, bytes.length)
      size += bytes.length
      if (size >= SIZE) await close()
    },
    async end(names) {
      await close()
      // Nothing is left to guessing.
      const options = [
        `[${paths.map(text).join(', ')}]`,
        'auto_detect = false',
        'header = false',
        'parallel = false',
        'strict_mode = true',
        "delim = ','",
        `quote = '"'`,
        `escape = '"'`,
        `max_line_size = ${Math.max(longest, READ_AT_ONCE / 2)}`,
        `buffer_size = ${Math.max(2 * longest, READ_AT_ONCE)}`,
        `columns = {${names.map(name => `${text(name)}: 'VARCHAR'`).join(', ')}}`,
      ]
      return paths.length === 0
        ? `(SELECT ${names.map(name => `'' AS ${name}`).join(', ')} WHERE FALSE)`
        : `read_csv(${options.join(', ')})`
    },
  }
}
