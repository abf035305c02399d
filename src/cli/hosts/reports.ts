import { existsSync, readFileSync } from 'node:fs'
import { appendFile } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { commit } from '../../leads/host.ts'
import type { Surroundings } from '../surroundings.ts'
import { createFile } from './disk/create-file.ts'
import { makeFolder } from './disk/paths.ts'
import { reasonOf } from './disk/reasons.ts'
import { FORGETFUL } from './disk/remembered.ts'

/** A report has no columns of leadq, by which other files are known. */
const NO_COLUMNS = '\0'

/** Writes a report to a file; one that is there is overwritten only if it begins as leadq's do. */
export async function writeReport(path: string, shown: string, text: string, begins: RegExp): Promise<void> {
  await makeFolder(dirname(path), dirname(shown))
  const hint = 'name another file, or remove this one'
  const kind = isOwn(path, begins) ? 'update' : 'marked'
  const sink = await createFile(path, { shown, kind, force: false, prefix: NO_COLUMNS, remembered: FORGETFUL, hint })
  await sink.write(text)
  await commit([sink])
}

function isOwn(path: string, begins: RegExp): boolean {
  try {
    return begins.test(readFileSync(path, 'utf8'))
  } catch {
    return false
  }
}

/** Adds to a file that others write to as well, such as the summary of a step. */
export async function appendReport(path: string, text: string): Promise<void> {
  await appendFile(path, text).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(diagnose('file/cannot-write', `cannot write ${path}: ${reasonOf(error)}`), 'cannotWrite')
  })
}

/** How the repository that a run is in names its files: what CI calls its root, else the nearest folder with `.git`. */
export function repositoryOf({ cwd, env }: Surroundings): (file: string) => string | undefined {
  const root = env.GITHUB_WORKSPACE || env.CI_PROJECT_DIR || rootAbove(cwd) || cwd
  return file => {
    const path = resolve(cwd, file)
    const inside = relative(root, path)
    // A built-in, or a rulebook of another commit, has a name that is no file.
    if (!existsSync(path)) return undefined
    const isOutside = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)
    // A report without what was found there would be empty, and the check red.
    return (isOutside ? file : inside).split(sep).join('/')
  }
}

function rootAbove(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder
  return dirname(folder) === folder ? undefined : rootAbove(dirname(folder))
}
