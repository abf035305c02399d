import type { Host } from '../../leads/host.ts'

/** The same host, in which a file has another content. */
export function withFile<H extends Pick<Host, 'read' | 'kindOf' | 'sizeOf' | 'stampOf'>>(
  host: H,
  path: string,
  content: string,
): H {
  const bytes = new TextEncoder().encode(content)
  async function* read(): AsyncGenerator<Uint8Array> {
    yield bytes
  }
  return {
    ...host,
    read: async asked => (asked === path ? read() : host.read(asked)),
    kindOf: async asked => (asked === path ? 'file' : host.kindOf(asked)),
    sizeOf: async asked => (asked === path ? bytes.length : host.sizeOf(asked)),
    stampOf: async asked => (asked === path ? undefined : host.stampOf(asked)),
  }
}
