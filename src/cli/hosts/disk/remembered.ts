import { createHash } from 'node:crypto'
import type { BigIntStats } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Remembers the outputs that leadq wrote, by size and time, so that a file that somebody has changed since is not
 * overwritten. Kept in the user's folder for state (XDG); where there is none, files are recognised by their form alone.
 */
export interface Remembered {
  /** Whether a file is as leadq left it; undefined if that is not known. */
  isUntouched(path: string, found: BigIntStats): Promise<boolean | undefined>
  add(path: string): Promise<void>
}

/** Outputs that are remembered; past this the oldest are forgotten. */
const MAX_REMEMBERED = 5_000

/** Remembers nothing. */
export const FORGETFUL: Remembered = { isUntouched: async () => undefined, add: async () => {} }

export function rememberedIn(env: Readonly<Record<string, string | undefined>>): Remembered {
  const home = env.XDG_STATE_HOME || (env.HOME ? join(env.HOME, '.local', 'state') : env.LOCALAPPDATA)
  if (!home) return FORGETFUL
  const folder = join(home, 'leadq', 'outputs')
  return {
    async isUntouched(path, found) {
      const known = await readFile(join(folder, keyOf(path)), 'utf8').catch(() => '')
      return /^\d+ \d+$/.test(known) ? known === markOf(found) : undefined
    },
    // What cannot be remembered is recognised by its form.
    add: path => remember(folder, path).catch(() => {}),
  }
}

async function remember(folder: string, path: string): Promise<void> {
  const key = keyOf(path)
  const found = await stat(path, { bigint: true })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(join(folder, key), markOf(found), { mode: 0o600 })
  // Looked at for one path in 256: often enough, and it costs the others nothing.
  if (key.startsWith('00')) await forgetOldest(folder)
}

async function forgetOldest(folder: string): Promise<void> {
  const names = await readdir(folder)
  if (names.length <= MAX_REMEMBERED) return
  const files = await Promise.all(
    names.map(async name => ({ path: join(folder, name), time: (await stat(join(folder, name))).mtimeMs })),
  )
  const oldest = files.sort((a, b) => a.time - b.time).slice(0, names.length - MAX_REMEMBERED / 2)
  for (const { path } of oldest) await rm(path, { force: true })
}

function markOf({ size, mtimeNs }: BigIntStats): string {
  return `${size} ${mtimeNs}`
}

function keyOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 32)
}
