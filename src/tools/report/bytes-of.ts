import { Refusal } from '../../base/refusal.ts'
import type { Host } from '../../leads/host.ts'

/** The bytes of a file; undefined if it cannot be read. */
export async function bytesOf(path: string, host: Pick<Host, 'read'>): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = []
  try {
    for await (const piece of await host.read(path)) pieces.push(piece)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
  return Buffer.concat(pieces)
}
