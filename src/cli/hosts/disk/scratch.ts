import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diagnose } from '../../../base/diagnostic.ts'
import { Refusal } from '../../../base/refusal.ts'
import type { Scratch } from '../../../leads/host.ts'
import { reasonOf } from './reasons.ts'
import { removeFolder, temporaryFolder } from './run-name.ts'

/** A temporary file for what does not fit in memory. */
export async function createScratch(): Promise<Scratch> {
  const folder = await temporaryFolder().catch(error => Promise.reject(cannotKeep(error)))
  const path = join(folder, 'lines')
  const writing = await open(path, 'wx').catch(error => Promise.reject(cannotKeep(error)))
  return {
    async write(lines) {
      await writing.writeFile(`${lines.join('\n')}\n`).catch(error => Promise.reject(cannotKeep(error)))
    },
    async *lines() {
      const reading = await open(path, 'r')
      // Whoever reads may stop before the end.
      try {
        for await (const line of reading.readLines({ autoClose: false })) yield line
      } finally {
        await reading.close()
      }
    },
    async drop() {
      await writing.close()
      await removeFolder(folder)
    },
  }
}

/** What a run has to put aside has no room where the system keeps temporary files. */
function cannotKeep(error: NodeJS.ErrnoException): Refusal {
  return new Refusal(
    diagnose('file/cannot-write', `cannot keep temporary files in ${tmpdir()}: ${reasonOf(error)}`, {
      hint: 'name a folder with room in TMPDIR',
    }),
    'cannotWrite',
  )
}
