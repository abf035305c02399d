import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import type { Host } from '../../tools/host.ts'
import type { Surroundings } from '../surroundings.ts'
import { createFile, isFolder } from './disk.ts'
import { createProgress, type Progress } from './progress.ts'
import { createScratch } from './scratch.ts'
import { cannotRead, openSource } from './source.ts'
import { stdoutSink } from './stdout.ts'

export interface OutsideOptions {
  readonly force: boolean
  readonly progress: boolean
}

/** The real world for tools: files relative to the working directory, stdin and stdout as `-`, and signals that end a run. */
export function createOutside(around: Surroundings, { force, progress }: OutsideOptions): Host {
  return {
    async read(path) {
      const { stream, size } =
        path === '-' ? { stream: around.stdin, size: undefined } : await openSource(resolve(around.cwd, path), path)
      const name = path === '-' ? 'stdin' : path
      const shown = progress ? createProgress(name, size, around) : undefined
      return bytesOf(stream, name, around, shown)
    },
    async create(path, own) {
      if (path === '-') return stdoutSink(around.stdout)
      return createFile(resolve(around.cwd, path), { shown: path, overwrite: own || force })
    },
    remove: path => rm(resolve(around.cwd, path), { force: true }),
    isFolder: path => isFolder(resolve(around.cwd, path)),
    scratch: createScratch,
  }
}

/** The chunks of a stream; a signal ends it with a `Refusal`, so that everything on the way cleans up after itself. */
async function* bytesOf(
  stream: Readable,
  name: string,
  around: Surroundings,
  progress: Progress | undefined,
): AsyncGenerator<Uint8Array> {
  const stopListening = around.onStop(signal => stream.destroy(stopped(signal)))
  try {
    for await (const chunk of stream) {
      const bytes: Uint8Array = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
      progress?.advance(bytes.length)
      yield bytes
    }
  } catch (error) {
    throw error instanceof Error && !(error instanceof Refusal) ? cannotRead(name, error) : error
  } finally {
    progress?.end()
    stopListening()
  }
}

function stopped(signal: 'SIGINT' | 'SIGTERM'): Refusal {
  const exit = signal === 'SIGINT' ? 'interrupted' : 'terminated'
  return new Refusal(diagnose('cli/interrupted', `stopped by ${signal}, nothing was written`), exit)
}
