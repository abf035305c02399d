import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { ThreadHost, Threads } from '../../leads/host.ts'
import { packageFile } from '../package-files.ts'

/** Threads of this machine. Each runs the built program (`src/cli/thread.ts`). */
export const threadHost: ThreadHost = {
  cores: availableParallelism(),
  start<Answer>(count: number, job: unknown): Threads<Answer> {
    const threads = Array.from({ length: count }, () => startThread<Answer>(job))
    return {
      count,
      work: task => threads.reduce((least, each) => (each.waiting() < least.waiting() ? each : least)).work(task),
      async end() {
        await Promise.all(threads.map(each => each.end()))
      },
    }
  },
}

interface Waiting<Answer> {
  readonly done: (answer: Answer) => void
  readonly fail: (error: Error) => void
}

function startThread<Answer>(job: unknown) {
  const worker = new Worker(packageFile('dist', 'thread.js'), { workerData: job })
  /** Answers come in the order of the questions. */
  const waiting: Waiting<Answer>[] = []
  let failure: Error | undefined
  const fail = (error: Error) => {
    failure ??= error
    for (const each of waiting.splice(0)) each.fail(failure)
  }
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
    end: () => worker.terminate(),
  }
}
