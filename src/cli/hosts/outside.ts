import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { Refusal } from '../../base/refusal.ts'
import type { Host } from '../../leads/host.ts'
import { refuseChanged } from '../../tools/score/unchanged.ts'
import type { Surroundings } from '../surroundings.ts'
import { checkFile, createFile, removeOwn } from './disk/create-file.ts'
import { hasRecords } from './disk/own-file.ts'
import { kindOf, makeFolder, stampOf as readStamp, sizeOf } from './disk/paths.ts'
import { FORGETFUL, rememberedIn } from './disk/remembered.ts'
import { createScratch } from './disk/scratch.ts'
import { createProgress, type Progress } from './progress.ts'
import { cannotRead, openSource } from './source.ts'
import { stdoutSink } from './stdout.ts'
import { stopped } from './stopped.ts'
import { threadHost } from './threads.ts'
import { refuseDatabase } from './warehouse/postgres-url.ts'

export interface OutsideOptions {
  /** Bytes that DuckDB may take for Parquet. */
  readonly memory?: number | undefined
  readonly force: boolean
  readonly progress: boolean
  /** Of leadq's columns. */
  readonly prefix: string
  /** leadq's columns that were asked for, in their order. */
  readonly columns?: readonly string[] | undefined
  /** Files that the run reads: they are never overwritten. */
  readonly reads?: readonly string[]
  /** A folder that is made under another name: as people know it, and where it is until then. */
  readonly staged?: { readonly shown: string; readonly path: string }
  /** Ends the run, as a signal does. */
  readonly stop?: AbortSignal
}

/**
 * The real world for tools: files relative to the working directory, stdin and stdout as `-`. A signal ends a run with
 * a `Refusal` at the next thing it reads or writes, so that everything on the way cleans up after itself; files that
 * are about to appear still do.
 */
export function createOutside(around: Surroundings, options: OutsideOptions): Host {
  const { force, progress, prefix, columns } = options
  const { staged } = options
  // A file of a folder that gets its name later is not remembered by the name it has now.
  const marks = { prefix, columns, remembered: staged === undefined ? rememberedIn(around.env) : FORGETFUL }
  const at = (path: string) =>
    staged !== undefined && path.startsWith(`${staged.shown}/`)
      ? join(staged.path, path.slice(staged.shown.length))
      : resolve(around.cwd, path)
  const reads = (options.reads ?? []).map(at)
  /** Of each file that was read, what it was like before. */
  const stamps = new Map<string, string | undefined>()
  const stampOf = (path: string) => readStamp(at(path))
  const stop = new AbortController()
  around.onStop(signal => stop.abort(stopped(signal)))
  options.stop?.addEventListener('abort', () => stop.abort(options.stop?.reason))
  return {
    async read(path) {
      refuseDatabase(path)
      if (path !== '-' && !stamps.has(path)) stamps.set(path, await stampOf(path))
      const { stream, size } =
        path === '-' ? { stream: around.stdin, size: undefined } : await openSource(at(path), path)
      const name = path === '-' ? 'stdin' : path
      const shown = progress ? createProgress(name, size, around) : undefined
      return bytesOf(stream, name, stop.signal, shown)
    },
    async create(path, kind = 'marked') {
      refuseDatabase(path)
      const sink =
        path === '-' ? stdoutSink(around) : await createFile(at(path), { ...marks, shown: path, force, kind, reads })
      return {
        ...sink,
        write: stoppable(sink.write, stop.signal),
        async seal() {
          await refuseChanged(stamps, { stampOf })
          await sink.seal()
        },
      }
    },
    hasRecords: path => hasRecords(at(path)),
    check: path => checkFile(at(path), { ...marks, shown: path, force, kind: 'marked', reads }),
    remove: path => removeOwn(at(path), marks),
    makeFolder: path => makeFolder(at(path), path),
    async kindOf(path) {
      refuseDatabase(path)
      return kindOf(at(path))
    },
    sizeOf: path => sizeOf(at(path)),
    stampOf,
    threads: threadHost(stop.signal),
    async scratch() {
      const scratch = await createScratch()
      return { ...scratch, write: stoppable(scratch.write, stop.signal) }
    },
    async openDuckdb() {
      const { openDuckdb } = await import('./warehouse/duckdb.ts')
      return openDuckdb(around, { memory: options.memory, progress })
    },
  }
}

/** Writes until a signal comes. */
function stoppable<T>(write: (texts: T) => Promise<void>, signal: AbortSignal): (texts: T) => Promise<void> {
  return async texts => {
    signal.throwIfAborted()
    await write(texts)
  }
}

/** The chunks of a stream, until a signal comes. */
async function* bytesOf(
  stream: Readable,
  name: string,
  signal: AbortSignal,
  progress: Progress | undefined,
): AsyncGenerator<Uint8Array> {
  const end = () => stream.destroy(signal.reason)
  signal.addEventListener('abort', end)
  try {
    for await (const chunk of stream) {
      signal.throwIfAborted()
      const bytes: Uint8Array = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
      progress?.advance(bytes.length)
      yield bytes
    }
  } catch (error) {
    throw error instanceof Error && !(error instanceof Refusal) ? cannotRead(name, error) : error
  } finally {
    progress?.end()
    signal.removeEventListener('abort', end)
  }
}
