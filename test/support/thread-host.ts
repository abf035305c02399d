import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads'
import type { ThreadHost } from '../../src/leads/host.ts'
import { createThreadWork } from '../../src/tools/score/threads/thread-job.ts'

/** Threads that work in this one: what they are told and what they answer is copied as between threads. */
export function helpers() {
  const seen = { blocks: 0, parts: 0 }
  const host: ThreadHost = {
    cores: 3,
    async start<Answer>(count: number, job: unknown) {
      const works = Array.from({ length: count }, () => createThreadWork(copied(job)))
      return {
        count,
        async work(task): Promise<Answer> {
          const parts = works[seen.blocks % count]?.(copied(task))
          seen.blocks += 1
          seen.parts += parts?.length ?? 0
          const answer: Answer = copied(parts)
          return answer
        },
        end: async () => {},
      }
    },
  }
  return { host, seen }
}

function copied(message: unknown) {
  const { port1, port2 } = new MessageChannel()
  port1.postMessage(message)
  const received = receiveMessageOnPort(port2)?.message
  port1.close()
  return received
}
