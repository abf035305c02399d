import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import type { Sink } from '../../leads/host.ts'
import type { Surroundings, Terminal } from '../surroundings.ts'
import { reasonOf } from './disk/reasons.ts'

/** Whoever read our output has gone (`| head`): the run ends at once, and well. */
export class ReaderGone extends Error {}

/** Writes to a stream and waits until it is taken. */
export function writeTo(stream: Terminal, content: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(content, error => {
      if (error === undefined || error === null) resolve()
      else reject(problemOf(error))
    })
  })
}

/** Writes to stdout, which has to be there. */
export async function writeResult(
  { stdout, isStdoutClosed }: Surroundings,
  content: string | Uint8Array,
): Promise<void> {
  if (isStdoutClosed()) throw cannotWrite('it is closed')
  await writeTo(stdout, content)
}

/** stdout as an output; what is written is gone, so placing and discarding do nothing. */
export function stdoutSink(around: Surroundings): Sink {
  return {
    async write(content) {
      if (typeof content !== 'string' && around.stdout.isTTY) throw noTerminal()
      await writeResult(around, content)
    },
    append: bytes => writeResult(around, around.stdout.isTTY ? Buffer.from(bytes).toString() : bytes),
    seal: async () => {},
    place: async () => ({ undo: async () => {}, settle: async () => {} }),
    discard: async () => {},
  }
}

function noTerminal(): Refusal {
  const hint = 'name a file: `-o FILE`, or another format: `--format csv`'
  return new Refusal(diagnose('cli/usage', 'workbooks and Parquet cannot be shown in a terminal', { hint }), 'usage')
}

function problemOf(error: NodeJS.ErrnoException): Error {
  if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') return new ReaderGone()
  return cannotWrite(reasonOf(error))
}

function cannotWrite(reason: string): Refusal {
  return new Refusal(diagnose('file/cannot-write', `cannot write to stdout: ${reason}`), 'cannotWrite')
}
