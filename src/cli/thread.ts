import { parentPort, workerData } from 'node:worker_threads'
import type { Block } from '../fast/threads/part.ts'
import { createThreadWork } from '../tools/score/threads/thread-job.ts'

/** A thread of `score`: see `cli/hosts/threads.ts`. */
const work = createThreadWork(workerData)
parentPort?.on('message', (block: Block) => parentPort?.postMessage(work(block)))
