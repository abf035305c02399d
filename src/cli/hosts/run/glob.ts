import { lstat, readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'

/**
 * Files by a pattern: `*` and `?` within a name, `[a-z]`, `{a,b}`, and `**` for any folders. Names that begin with a dot
 * match only where the pattern has the dot. A path that exists is taken as it stands.
 */
export async function findPaths(pattern: string, folder: string): Promise<string[]> {
  if (await isFile(resolve(folder, pattern))) return [pattern]
  const parts = pattern.split('/')
  const start = parts.findIndex(part => HAS_PATTERN.test(part))
  if (start === -1) return []
  const base = parts.slice(0, start).join('/') || (pattern.startsWith('/') ? '/' : '')
  const found = await walk(base, parts.slice(start), folder)
  return [...new Set(found)].sort()
}

const HAS_PATTERN = /[*?[{]/

/** Folders that are entered for `**`, one below the other. */
const MAX_DEPTH = 32

async function walk(
  base: string,
  [part = '', ...rest]: readonly string[],
  folder: string,
  depth = 0,
): Promise<string[]> {
  const entries = await readdir(resolve(folder, base), { withFileTypes: true }).catch(() => [])
  const found: string[] = []
  if (part === '**') {
    found.push(...(await walk(base, rest.length === 0 ? ['*'] : rest, folder, depth)))
    for (const { name } of entries) {
      if (depth === MAX_DEPTH || name.startsWith('.') || !(await isRealFolder(resolve(folder, base, name)))) continue
      found.push(...(await walk(join(base, name), [part, ...rest], folder, depth + 1)))
    }
    return found
  }
  const matches = matcherOf(part)
  for (const { name } of entries) {
    if (!matches(name)) continue
    const path = base === '' ? name : join(base, name)
    if (rest.length > 0) found.push(...(await walk(path, rest, folder, depth)))
    else if (await isFile(resolve(folder, path))) found.push(path)
  }
  return found
}

/** Whether a name matches a part of a pattern, in time that grows with both lengths only. */
function matcherOf(part: string): (name: string) => boolean {
  const all = alternativesOf(part).map(signsOf)
  return name => all.some(signs => (signs[0]?.one === '.' || !name.startsWith('.')) && matches(signs, [...name]))
}

/** `{a,b}.csv` -> `a.csv`, `b.csv` */
function alternativesOf(part: string): string[] {
  const [whole, before = '', inner = '', after = ''] = /^([^{]*)\{([^{}]*)\}(.*)$/.exec(part) ?? []
  if (whole === undefined) return [part]
  return inner.split(',').flatMap(each => alternativesOf(after).map(rest => `${before}${each}${rest}`))
}

interface Sign {
  /** `*` */
  readonly any?: true
  readonly one?: string
  readonly test?: (char: string) => boolean
}

function signsOf(part: string): Sign[] {
  return [...part.matchAll(/\*+|\?|\[(!?)([^\]]+)\]|./gsu)].map(([sign, not, set]) => {
    if (sign.startsWith('*')) return { any: true }
    if (sign === '?') return { test: () => true }
    return set === undefined ? { one: sign } : { test: char => inSet(char, set) !== (not === '!') }
  })
}

function inSet(char: string, set: string): boolean {
  return [...set.matchAll(/(.)-(.)|./gsu)].some(([one, from, to]) =>
    from === undefined || to === undefined ? one === char : char >= from && char <= to,
  )
}

/** Goes back to the last `*` only, which is enough. */
function matches(signs: readonly Sign[], name: readonly string[]): boolean {
  let [at, sign, star, after] = [0, 0, -1, 0]
  while (at < name.length) {
    const { any, one, test } = signs[sign] ?? {}
    const char = name[at] ?? ''
    if (any) {
      ;[star, after] = [sign, at]
      sign += 1
    } else if (one === char || test?.(char)) {
      at += 1
      sign += 1
    } else if (star >= 0) {
      after += 1
      ;[at, sign] = [after, star + 1]
    } else return false
  }
  return signs.slice(sign).every(({ any }) => any)
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    found => !found.isDirectory(),
    () => false,
  )
}

/** Links to folders are not entered for `**`: they may form a circle. */
async function isRealFolder(path: string): Promise<boolean> {
  return lstat(path).then(
    found => found.isDirectory(),
    () => false,
  )
}
