import { Buffer } from 'node:buffer'
import { openInput, type ReadOptions } from '../../src/io/read.ts'
import type { Input, Reject, Row } from '../../src/io/records.ts'

/** Everything an input gives, for tests. */
export interface Whole {
  readonly input: Input
  readonly rows: readonly Row[]
  readonly cells: readonly (readonly string[])[]
  readonly rejects: readonly Reject[]
  readonly leftOut: Readonly<Record<string, number>>
}

/** Reads data that arrives in chunks of `size` bytes. */
export async function readAll(
  data: string | Uint8Array,
  options: Partial<ReadOptions> = {},
  size = 65_536,
): Promise<Whole> {
  const bytes = typeof data === 'string' ? Buffer.from(data) : Buffer.from(data)
  const input = await openInput(chunks(bytes, size), { name: 'leads', ...options })
  const rows: Row[] = []
  const rejects: Reject[] = []
  const leftOut: Record<string, number> = {}
  for await (const batch of input.batches) {
    rows.push(...batch.rows)
    rejects.push(...batch.rejects)
    for (const [reason, count] of Object.entries(batch.leftOut)) leftOut[reason] = (leftOut[reason] ?? 0) + count
  }
  return { input, rows, cells: rows.map(({ cells }) => cells), rejects, leftOut }
}

export async function* chunks(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
