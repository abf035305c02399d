import { diagnose } from '../../src/base/diagnostic.ts'
import { Refusal } from '../../src/base/refusal.ts'
import type { Host } from '../../src/leads/host.ts'

/** A host with files in memory, for tools without a disk. */
export function memoryHost(files: Map<string, string | Uint8Array>): Host {
  return {
    async read(path) {
      const content = files.get(path)
      if (content === undefined) throw new Refusal(diagnose('file/not-found', `no such file: ${path}`), 'noInput')
      return (async function* () {
        yield Buffer.from(content)
      })()
    },
    async create(path) {
      let text = ''
      const write = async (more: string | Uint8Array) => {
        text += typeof more === 'string' ? more : Buffer.from(more).toString()
      }
      return {
        write,
        append: write,
        seal: async () => {},
        place: async () => {
          files.set(path, text)
          return { undo: async () => {}, settle: async () => {} }
        },
        discard: async () => {},
      }
    },
    check: async () => {},
    hasRecords: async () => false,

    stampOf: async () => undefined,
    remove: async path => {
      files.delete(path)
      return undefined
    },
    makeFolder: async () => {},
    kindOf: async () => 'file',
    sizeOf: async path => files.get(path)?.length ?? 0,
    scratch: async () => {
      const kept: string[] = []
      return {
        write: async lines => {
          kept.push(...lines)
        },
        lines: async function* () {
          yield* kept
        },
        drop: async () => {},
      }
    },
    openDuckdb: () => Promise.reject(new TypeError('files in memory are not Parquet')),
  }
}
