import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import type { Sink } from '../../tools/host.ts'
import type { Surroundings, Terminal } from '../surroundings.ts'
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

/** Writes to stdout, which has to be there. */
export async function writeResult({ stdout, isStdoutClosed }: Surroundings, text: string): Promise<void> {
  if (isStdoutClosed()) throw cannotWrite('it is closed')
  await writeTo(stdout, text)
}

/** stdout as an output; what is written is gone, so committing and discarding do nothing. */
export function stdoutSink(around: Surroundings): Sink {
  return { write: text => writeResult(around, text), commit: async () => {}, discard: async () => {} }
}

function troubleOf(error: NodeJS.ErrnoException): Error {
  if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') return new ReaderGone()
  return cannotWrite(reasonOf(error))
}

function cannotWrite(reason: string): Refusal {
  return new Refusal(diagnose('file/cannot-write', `cannot write to stdout: ${reason}`), 'cannotWrite')
}
