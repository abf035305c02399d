import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import type { ThreadHost, Threads } from '../../leads/host.ts'
import { packageFile } from '../package-files.ts'

/** Threads of this machine, until a signal comes. Each runs the built program (`src/cli/thread.ts`). */
export const threadHost = (signal: AbortSignal): ThreadHost => ({
  cores: availableParallelism(),
  async start<Answer>(count: number, job: unknown): Promise<Threads<Answer>> {
    // Loading this takes longer than many small files.
    const { Worker } = await import('node:worker_threads')
    const start = () => new Worker(packageFile('dist', 'thread.js'), { workerData: job })
    const threads = Array.from({ length: count }, () => listenTo<Answer>(start(), signal))
    return {
      count,
      work: task => threads.reduce((least, each) => (each.waiting() < least.waiting() ? each : least)).work(task),
      async end() {
        await Promise.all(threads.map(each => each.end()))
      },
    }
  },
})

interface Waiting<Answer> {
  readonly done: (answer: Answer) => void
  readonly fail: (error: Error) => void
}

function listenTo<Answer>(worker: Worker, signal: AbortSignal) {
  /** Answers come in the order of the questions. */
  const waiting: Waiting<Answer>[] = []
  let failure: Error | undefined
  const fail = (error: Error) => {
    failure ??= error
    for (const each of waiting.splice(0)) each.fail(failure)
  }
  const stop = () => fail(signal.reason)
  signal.addEventListener('abort', stop)
  worker.on('message', (answer: Answer) => waiting.shift()?.done(answer))
  worker.on('messageerror', fail)
  worker.on('error', fail)
  worker.on('exit', code => fail(new Error(`a thread ended too early (exit code ${code})`)))
  return {
    waiting: () => waiting.length,
    work: (task: unknown) =>
      new Promise<Answer>((done, failed) => {
        if (failure !== undefined) return failed(failure)
        waiting.push({ done, fail: failed })
        worker.postMessage(task)
      }),
    end() {
      signal.removeEventListener('abort', stop)
      return worker.terminate()
    },
  }
}
