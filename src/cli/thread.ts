import { parentPort, workerData } from 'node:worker_threads'
import { buffersOf } from '../fast/threads/part.ts'
import { createThreadWork } from '../tools/score/threads/thread-job.ts'

/** A thread of `score`: see `cli/hosts/threads.ts`. */
const work = createThreadWork(workerData)
parentPort?.on('message', (bytes: Uint8Array<ArrayBuffer>) => {
  const judged = work(bytes)
  parentPort?.postMessage(judged, buffersOf(judged))
})
