import { readFile, stat } from 'node:fs/promises'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { PREFIX } from '../../../ir/plan/columns.ts'
import type { FileChoice, RunPath } from '../../../ir/run/run-settings.ts'
import type { FoundFile, RunHost } from '../../../tools/run/run-host.ts'
import { withoutOutputs } from '../../../tools/score/choose-inputs.ts'
import { isOutput } from '../disk/own-file.ts'
import { FORGETFUL } from '../disk/remembered.ts'
import { cannotRead } from '../source.ts'
import { findPaths } from './glob.ts'
import { hashFile } from './hash-file.ts'
import type { RunFolders } from './run-folders.ts'
import { isSystemError } from './synced.ts'

export interface RunOutsideOptions {
  readonly cwd: string
  /** The folder of the run file. */
  readonly home: string
  readonly runs: RunFolders
  readonly now: () => number
  readonly log: RunHost['log']
  /** Ends the run at its next step. */
  readonly stop: AbortSignal
}

/** Files, clock and log for a run. */
export function createRunOutside({ cwd, home, runs, now, log, stop }: RunOutsideOptions): RunHost {
  const shown = (path: RunPath) => shownPath(absolutePath(path, home, cwd), cwd)
  return {
    now,
    shown,
    find: choice => findFiles(choice, { home, cwd }),
    async hash(path) {
      stop.throwIfAborted()
      return hashFile(resolve(cwd, path), path, stop).catch(error => Promise.reject(asRefusal(path, error)))
    },
    async runs() {
      const ids = await runs.published()
      return ids.map(id => `${runs.shown}/${id}`)
    },
    readText: path => readFile(resolve(cwd, path), 'utf8').catch(() => undefined),
    log(line) {
      log(line)
      // What is published stays so.
      if (!AFTER.has(line.event)) stop.throwIfAborted()
    },
  }
}

/** Events after which a run has its name. */
const AFTER: ReadonlySet<string> = new Set(['placed', 'published'])

function asRefusal(path: string, error: unknown): unknown {
  return isSystemError(error) ? cannotRead(path, error) : error
}

async function findFiles(choice: FileChoice, { home, cwd }: { home: string; cwd: string }): Promise<FoundFile[]> {
  const folder = choice.of === 'file' ? home : cwd
  const paths = (await findPaths(choice.path, folder)).map(path => resolve(folder, path))
  // A scored file that lies beside the exports is a result; named alone it is scored again, as by `score`.
  const isOwn = (path: string) => isOutput(path, { prefix: PREFIX, remembered: FORGETFUL })
  const { inputs } = await withoutOutputs(paths, isOwn)
  return Promise.all(
    inputs.map(async path => {
      const { size, mtimeMs } = await stat(path).catch(error => Promise.reject(cannotRead(path, error)))
      return { path: shownPath(path, cwd), bytes: size, modified: mtimeMs }
    }),
  )
}

export function absolutePath({ path, of }: RunPath, home: string, cwd: string): string {
  return resolve(of === 'file' ? home : cwd, path)
}

/** A path as it is shown: from the working directory if it is below it. */
export function shownPath(path: string, cwd: string): string {
  const way = relative(cwd, path) || '.'
  const isBelow = way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
  return (isBelow ? way : path).split(sep).join('/')
}
