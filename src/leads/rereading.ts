import { type Host, type Scratch, STDIO } from './host.ts'

/** A host whose inputs can be read more than once; `drop` frees the copies. */
export interface Rereading {
  readonly host: Host
  drop(): Promise<void>
}

/** Files are read again from disk. Piped input is copied to a scratch file and read from there. */
export function rereading(host: Host): Rereading {
  const kept = new Map<string, Scratch>()
  return {
    host: {
      ...host,
      async read(path) {
        const known = kept.get(path)
        if (known !== undefined) return bytesOf(known)
        if (path !== STDIO && (await host.kindOf(path)) !== 'stream') return host.read(path)
        const scratch = await host.scratch()
        kept.set(path, scratch)
        for await (const chunk of await host.read(path)) await scratch.write([Buffer.from(chunk).toString('base64')])
        return bytesOf(scratch)
      },
    },
    async drop() {
      for (const scratch of kept.values()) await scratch.drop()
    },
  }
}

/** Scratch files hold lines of text, so bytes are spelled as text. */
async function* bytesOf(scratch: Scratch): AsyncGenerator<Uint8Array> {
  for await (const line of scratch.lines()) yield Buffer.from(line, 'base64')
}
