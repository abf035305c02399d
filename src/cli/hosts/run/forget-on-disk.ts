import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import type { FileChange, ForgetHost, StagedFile } from '../../../tools/forget/forget-host.ts'
import { cannotWrite } from '../disk/reasons.ts'
import { createRunsOnDisk } from './runs-on-disk.ts'
import { filesBelow, isSystemError, syncFolder, writeReplacing } from './synced.ts'

/** What is still to do, in the folder of runs: it holds paths and no keys. */
const JOURNAL = '.leadq-forget.json'

/** Ends the name of a file that waits for its place. */
const WAITING = '.leadq-forget.tmp'

/** Removes leads from a folder of runs. Only for the process that holds its lock. */
export function createForgetOnDisk(cwd: string, folder: string, now: () => number): ForgetHost {
  const runs = resolve(cwd, folder)
  return {
    ...createRunsOnDisk(cwd),
    now,
    files: async path => (await filesBelow(resolve(cwd, path))).filter(name => !name.endsWith(WAITING)),
    read: path => createReadStream(resolve(cwd, path)),
    async stage(shown, content) {
      const path = resolve(cwd, shown)
      return stage(path, shown, content)
    },
    async commit(changes) {
      const journal = join(runs, JOURNAL)
      const steps = changes.map(change => stepOf(change, cwd, runs))
      await writeReplacing(journal, `${folder}/${JOURNAL}`, JSON.stringify(steps))
      await finishForgetting(runs)
    },
    async discard(staged) {
      for (const { temporary } of staged) await rm(temporary, { force: true })
    },
  }
}

async function stage(path: string, shown: string, content: AsyncIterable<Uint8Array>): Promise<StagedFile> {
  const temporary = `${path}${WAITING}`
  const { mode } = await stat(path)
  const hash = createHash('sha256')
  let bytes = 0
  try {
    const file = await open(temporary, 'w', mode)
    try {
      for await (const chunk of content) {
        hash.update(chunk)
        bytes += chunk.length
        await file.writeFile(chunk)
      }
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    await rm(temporary, { force: true })
    throw isSystemError(error) ? cannotWrite(shown, error) : error
  }
  return { path: shown, temporary, sha256: hash.digest('hex'), bytes }
}

/** Paths from the folder of runs. */
interface Step {
  readonly path: string
  /** What takes its place; null: nothing. */
  readonly by: string | null
}

function stepOf(change: FileChange, cwd: string, runs: string): Step {
  const by = change.kind === 'replace' ? relative(runs, change.by.temporary) : null
  return { path: relative(runs, resolve(cwd, change.path)), by }
}

/** Does what a process that died had begun: every step can be done again. */
export async function finishForgetting(runs: string): Promise<void> {
  const journal = join(runs, JOURNAL)
  const text = await readFile(journal, 'utf8').catch(() => undefined)
  if (text === undefined) return sweepWaiting(runs)
  const steps = parseSteps(text)
  for (const { path, by } of steps) {
    if (by === null) await rm(join(runs, path), { force: true })
    else if (existsSync(join(runs, by))) await rename(join(runs, by), join(runs, path))
  }
  for (const each of new Set(steps.map(({ path }) => dirname(join(runs, path))))) await syncFolder(each)
  await rm(journal, { force: true })
  await syncFolder(runs)
}

/** Files that waited when their process died, before it was decided that they take their places. */
async function sweepWaiting(runs: string): Promise<void> {
  for (const name of await filesBelow(runs)) if (name.endsWith(WAITING)) await rm(join(runs, name), { force: true })
}

function parseSteps(text: string): Step[] {
  const value: unknown = JSON.parse(text)
  return Array.isArray(value) ? value.filter(isStep) : []
}

function isStep(value: unknown): value is Step {
  if (typeof value !== 'object' || value === null || !('path' in value) || !('by' in value)) return false
  return typeof value.path === 'string' && (value.by === null || typeof value.by === 'string')
}
