import { Buffer } from 'node:buffer'
import { readFileSync, readSync, writeSync } from 'node:fs'
import { createBatchJudge } from '../tools/warehouse/spark/worker/judge-batches.ts'
import { FAILED, HEAD } from '../tools/warehouse/spark/worker/worker-job.ts'

/**
 * `node dist/worker.js job.json`: judges leads on a worker of Spark, from stdin to stdout. Why it stops is the last message
 * that it writes; none has anything of a lead in it.
 */

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

/** False if there is nothing more. */
function read(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; ) {
    const size = inTime(() => readSync(0, bytes, at, bytes.length - at, null))
    if (size === 0) return false
    at += size
  }
  return true
}

function write(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += inTime(() => writeSync(1, bytes, at))
}

function answer(leads: number, parts: readonly Uint8Array[]): void {
  const head = Buffer.alloc(HEAD)
  head.writeUInt32LE(leads, 0)
  head.writeUInt32LE(
    parts.reduce((sum, { length }) => sum + length, 0),
    HEAD / 2,
  )
  for (const part of [head, ...parts]) write(part)
}

try {
  const judge = createBatchJudge(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')))
  const head = Buffer.alloc(HEAD)
  while (read(head)) {
    const leads = head.readUInt32LE(0)
    const lines = Buffer.allocUnsafe(head.readUInt32LE(HEAD / 2))
    if (!read(lines)) break
    answer(leads, leads === 0 ? [Buffer.from(judge.counts())] : judge.judge(lines, leads))
  }
} catch (error) {
  process.exitCode = 70
  const message = error instanceof Error ? error.message : String(error)
  answer(FAILED, [Buffer.from(message.replace(/\s+/g, ' ').slice(0, 300))])
}
