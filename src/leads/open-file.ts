import { Buffer } from 'node:buffer'
import { isParquet } from '../io/bytes/binary.ts'
import { lengthOf, peek, prepend } from '../io/bytes/peek.ts'
import { openInput, type ReadOptions } from '../io/read.ts'
import type { Input } from '../io/records.ts'
import { type Host, STDIO } from './host.ts'

/** What is needed of the outside world to read files. */
export type Files = Pick<Host, 'read' | 'kindOf' | 'openDuckdb'>

/** Bytes by which Parquet is recognised. */
const MAGIC = 4

/** Opens a file of any format: text and workbooks by the readers of `io`, Parquet by DuckDB. */
export async function openFile(path: string, options: Omit<ReadOptions, 'name'>, host: Files): Promise<Input> {
  const name = path === STDIO ? 'stdin' : path
  const { first, rest } = await peek(await host.read(path), MAGIC, lengthOf)
  const bytes = prepend(first, rest)
  if (!isParquet(Buffer.concat(first))) return openInput(bytes, { ...options, name })
  // Loaded on demand: few files are Parquet.
  const { openParquet } = await import('./parquet/open-parquet.ts')
  return openParquet(path, name, bytes, host)
}
