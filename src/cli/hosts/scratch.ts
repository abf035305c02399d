import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import type { Scratch } from '../../leads/host.ts'
import { reasonOf } from './disk.ts'

/** A temporary file for what does not fit in memory. */
export async function createScratch(): Promise<Scratch> {
  const folder = await mkdtemp(join(tmpdir(), 'leadq-'))
  const path = join(folder, 'lines')
  const writing = await open(path, 'wx')
  return {
    async write(lines) {
      await writing.writeFile(`${lines.join('\n')}\n`).catch(error => Promise.reject(full(error)))
    },
    async *lines() {
      const reading = await open(path, 'r')
      for await (const line of reading.readLines()) yield line
    },
    async drop() {
      await writing.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function full(error: NodeJS.ErrnoException): Refusal {
  return new Refusal(
    diagnose('file/cannot-write', `cannot sort on disk in ${tmpdir()}: ${reasonOf(error)}`),
    'cannotWrite',
  )
}
