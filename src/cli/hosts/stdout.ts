import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import type { Sink } from '../../tools/host.ts'
import type { Terminal } from '../surroundings.ts'
import { reasonOf } from './disk.ts'

/** Whoever read our output has gone (`| head`): the run ends at once, and well. */
export class ReaderGone extends Error {}

/** Writes text to a stream and waits until it is taken. */
export function writeTo(stream: Terminal, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, error => {
      if (error === undefined || error === null) resolve()
      else reject(troubleOf(error))
    })
  })
}

/** stdout as an output; what is written is gone, so committing and discarding do nothing. */
export function stdoutSink(stdout: Terminal): Sink {
  return { write: text => writeTo(stdout, text), commit: async () => {}, discard: async () => {} }
}

function troubleOf(error: NodeJS.ErrnoException): Error {
  if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') return new ReaderGone()
  return new Refusal(diagnose('file/cannot-write', `cannot write to stdout: ${reasonOf(error)}`), 'cannotWrite')
}
