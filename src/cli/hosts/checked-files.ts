import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { filesBelow } from './files-below.ts'
import { readText } from './text.ts'

/** A file that can be checked, and what it is. */
export interface CheckedFile {
  /** As it was named, or as it is found from the working folder. */
  readonly path: string
  readonly kind: 'rulebook' | 'tests' | 'gates'
}

const YAML = /\.ya?ml$/i
const PATTERN = /[*?]/

/**
 * Files that are named, and those of leadq in folders and patterns such as `rules/*.yaml`. Other YAML
 * files are passed over there, as are hidden folders, `node_modules` and links.
 */
export async function findCheckedFiles(paths: readonly string[], cwd: string): Promise<CheckedFile[]> {
  const found = await Promise.all(paths.map(path => filesOf(path, cwd)))
  return [...new Map(found.flat().map(file => [file.path, file])).values()]
}

async function filesOf(path: string, cwd: string): Promise<CheckedFile[]> {
  const there = resolve(cwd, path)
  const isThere = existsSync(there)
  if (isThere && !statSync(there).isDirectory()) return [{ path, kind: kindOf(path, cwd) ?? 'rulebook' }]
  if (!isThere && !PATTERN.test(path)) return [{ path, kind: 'rulebook' }]
  const isMeant = isThere ? () => true : matcher(path)
  const folder = isThere ? path : folderOf(path)
  const files = (existsSync(resolve(cwd, folder)) ? await filesBelow(folder, { cwd, name: YAML }) : [])
    .filter(isMeant)
    .sort()
  const known = files.flatMap((file): CheckedFile[] => {
    const kind = kindOf(file, cwd)
    return kind === undefined ? [] : [{ path: file, kind }]
  })
  if (known.length > 0) return known
  const hint = 'a rulebook is a YAML file that begins with `leadq: 1`'
  throw new Refusal(diagnose('file/not-found', `no rulebooks, tests or gates in ${path}`, { hint }), 'noInput')
}

/** What a file of YAML is, by its name and the keys on its left edge; undefined if it is none of ours. */
function kindOf(path: string, cwd: string): CheckedFile['kind'] | undefined {
  if (/.test.ya?ml$/i.test(path)) return 'tests'
  const text = readText(resolve(cwd, path), path)
  const keys = new Set([...text.matchAll(/^([a-z_]+)[ \t]*:/gm)].map(([, key]) => key))
  const has = (...wanted: readonly string[]) => wanted.some(key => keys.has(key))
  if (has('leadq') && !has('gates', 'waivers', 'tests')) return 'rulebook'
  if (has('scores', 'stages', 'criteria')) return 'rulebook'
  if (has('gates', 'waivers')) return 'gates'
  return has('tests') && has('rulebook') ? 'tests' : undefined
}

/** The folder above the first part with a `*` or `?`. */
function folderOf(pattern: string): string {
  const parts = pattern.split('/')
  const fixed = parts.slice(
    0,
    parts.findIndex(part => PATTERN.test(part)),
  )
  return fixed.length === 0 ? '.' : fixed.join('/') || '/'
}

/** `*` and `?` stand for letters of a name, `**` for any folders. */
function matcher(pattern: string): (path: string) => boolean {
  const source = pattern
    .replace(/^[.][/]/, '')
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/[*]{2}[/]|[*]{2}|[*]|[?]/g, sign => SIGNS[sign] ?? sign)
  const expression = new RegExp(`^${source}$`, 'u')
  return path => expression.test(path.replaceAll('\\', '/').replace(/^[.][/]/, ''))
}

const SIGNS: Readonly<Record<string, string>> = { '**/': '(?:[^/]+/)*', '**': '.*', '*': '[^/]*', '?': '[^/]' }
