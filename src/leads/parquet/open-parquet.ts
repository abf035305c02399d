import type { Input, ParquetFile } from '../../io/records.ts'
import { type Host, STDIO } from '../host.ts'
import type { Duckdb } from './duckdb.ts'
import { readParquet } from './read-parquet.ts'

/** Opens a Parquet file. DuckDB reads any part of it at any time, so what comes through a pipe is kept on disk first. */
export async function openParquet(
  path: string,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  host: Pick<Host, 'kindOf' | 'openDuckdb'>,
): Promise<Input> {
  const duckdb = await host.openDuckdb()
  try {
    const isFile = path !== STDIO && (await host.kindOf(path)) === 'file'
    if (!isFile) return await readParquet(await kept(bytes, duckdb), name, duckdb)
    await bytes[Symbol.asyncIterator]().return?.()
    return await readParquet({ path: duckdb.fileOf(path) }, name, duckdb)
  } catch (error) {
    await duckdb.close()
    throw error
  }
}

async function kept(bytes: AsyncIterable<Uint8Array>, duckdb: Duckdb): Promise<ParquetFile> {
  const part = await duckdb.create()
  for await (const chunk of bytes) await part.write(chunk)
  await part.end()
  let isThere = true
  return {
    path: part.path,
    async remove() {
      if (isThere) await duckdb.close()
      isThere = false
    },
  }
}
