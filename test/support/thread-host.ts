import { deserialize, serialize } from 'node:v8'
import type { ThreadHost } from '../../src/leads/host.ts'
import { createThreadWork } from '../../src/tools/score/threads/thread-job.ts'

/** Threads that work in this one: what they are told and what they answer is copied as between threads. */
export function helpers() {
  const seen = { blocks: 0, parts: 0 }
  const host: ThreadHost = {
    cores: 3,
    start<Answer>(count: number, job: unknown) {
      const works = Array.from({ length: count }, () => createThreadWork(copied(job)))
      return {
        count,
        async work(block): Promise<Answer> {
          const judged = works[seen.blocks % count]?.(copied(block))
          seen.blocks += 1
          seen.parts += judged?.parts.length ?? 0
          const answer: Answer = copied(judged)
          return answer
        },
        end: async () => {},
      }
    },
  }
  return { host, seen }
}

function copied(message: unknown) {
  return deserialize(serialize(message))
}
