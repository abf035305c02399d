import { readFileSync, readSync, writeSync } from 'node:fs'
import { createPartitionJudge } from '../tools/warehouse/spark/worker/judge-partition.ts'
import { FAILED } from '../tools/warehouse/spark/worker/worker-job.ts'

/**
 * `node dist/worker.js job.json`: judges leads on a worker of Spark, from stdin to stdout. Why it stops is the last line
 * that it writes; no message has anything of a lead in it.
 */
const CHUNK = 1_048_576

/** Milliseconds to wait for a pipe that is full, or empty. */
const PAUSE = 1
const clock = new Int32Array(new SharedArrayBuffer(4))

/** Does something with a pipe as soon as it can be done. */
function inTime(act: () => number): number {
  for (;;) {
    try {
      return act()
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error
      Atomics.wait(clock, 0, 0, PAUSE)
    }
  }
}

function write(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += inTime(() => writeSync(1, bytes, at))
}

try {
  const judge = createPartitionJudge(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')), write)
  const chunk = new Uint8Array(CHUNK)
  const read = () => inTime(() => readSync(0, chunk))
  for (let size = read(); size > 0; size = read()) judge.feed(chunk.slice(0, size))
  judge.end()
} catch (error) {
  process.exitCode = 70
  const message = error instanceof Error ? error.message : String(error)
  write(Buffer.from(`${FAILED}\t${message.replace(/\s+/g, ' ').slice(0, 300)}\n`))
}
