import { spawnSync } from 'node:child_process'
import { posix, relative, sep } from 'node:path'
import type { Code } from '../../base/codes.ts'
import { diagnose } from '../../base/diagnostic.ts'
import { didYouMean } from '../../base/nearest.ts'
import { Refusal } from '../../base/refusal.ts'

/** Files of a git repository as they were at a ref. Git is run with arguments, never through a shell. */
export interface Snapshot {
  /** The text of a file by its path from the root of the repository; refuses what is not there, or outside. */
  read(path: string): string
  /** Whether there is such a file. */
  has(path: string): boolean
  /** The path from the root of what people call a file: `./` and `../` are seen from the working directory. */
  resolve(path: string): string
}

/** `main:rules/b2b.yaml` -> the ref and the path. Braces of a ref may hold a colon; `C:\rules.yaml` is a path. */
export function splitRef(text: string): { readonly ref: string; readonly path: string } | undefined {
  if (/^[A-Za-z]:[\\/]/.test(text)) return undefined
  const colon = text.replace(/\{[^{}]*\}/g, braces => '.'.repeat(braces.length)).indexOf(':')
  const [ref, path] = [text.slice(0, colon), text.slice(colon + 1)]
  return colon < 1 || path === '' ? undefined : { ref, path }
}

/** The repository of a folder at a ref; refuses a ref that does not exist. */
export function openSnapshot(ref: string, cwd: string): Snapshot {
  const git = (...args: readonly string[]) => run(args, cwd)
  const [top = '', prefix = ''] = (git('rev-parse', '--show-toplevel', '--show-prefix') ?? noRepository(ref)).split(
    '\n',
  )
  const commit = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`)?.trim()
  if (commit === undefined) throw noRef(ref, git('for-each-ref', '--format=%(refname:short)')?.split('\n') ?? [])
  const nameOf = (path: string) => {
    if (path === '..' || path.startsWith('../')) throw outside(path)
    return `${commit}:${path}`
  }
  const kindOf = (path: string) => git('cat-file', '-t', nameOf(path))?.trim()
  return {
    resolve(path) {
      if (path.startsWith('/')) return relative(top, path).split(sep).join('/')
      return /^\.\.?(?:\/|$)/.test(path) ? posix.join(prefix, path) : posix.normalize(path)
    },
    has: path => kindOf(path) === 'blob',
    read(path) {
      const kind = kindOf(path)
      const files = () => git('ls-tree', '-r', '-z', '--name-only', commit)?.split('\0') ?? []
      if (kind !== 'blob') throw noFile(ref, path, kind, files())
      return git('cat-file', 'blob', nameOf(path)) ?? ''
    },
  }
}

/** Maximum size of a rulebook; a larger file is something else. */
const MAX_BYTES = 5_000_000

/** The output of git; undefined if it fails. */
function run(args: readonly string[], cwd: string): string | undefined {
  const { error, status, stdout } = spawnSync('git', args, { cwd, encoding: 'utf8', maxBuffer: MAX_BYTES })
  if (error !== undefined) {
    const isMissing = 'code' in error && error.code === 'ENOENT'
    throw refuse('git/missing', isMissing ? 'git is not installed' : `git cannot be run: ${error.message}`)
  }
  return status === 0 ? stdout : undefined
}

function noRepository(ref: string): never {
  throw refuse('git/missing', `\`${ref}\` names a git ref, and this folder is in no repository`)
}

function noRef(ref: string, known: readonly string[]): Refusal {
  const fetch = 'a shallow checkout has no other branches: fetch it, or check out with `fetch-depth: 0`'
  return refuse('git/no-ref', `no git ref \`${ref}\``, didYouMean(ref, known) ?? fetch)
}

function noFile(ref: string, path: string, kind: string | undefined, known: readonly string[]): Refusal {
  const message = kind === 'tree' ? `\`${path}\` is a folder at \`${ref}\`` : `no file \`${path}\` at \`${ref}\``
  const hint = didYouMean(path, known) ?? 'the path counts from the root of the repository, `./` from this folder'
  return refuse('git/no-file', message, hint)
}

function outside(path: string): Refusal {
  return refuse('git/outside', `\`${path}\` is outside the repository`, 'name a file that is not in git without a ref')
}

function refuse(code: Code, message: string, hint?: string): Refusal {
  return new Refusal(diagnose(code, message, { hint }), 'noInput')
}

/** The commit that a file is at, and whether it has changes since; null where it is in no repository, or git is not there. */
export function commitOf(folder: string, path: string): { readonly commit: string; readonly dirty: boolean } | null {
  const git = (...args: readonly string[]) => {
    const { status, stdout } = spawnSync('git', args, { cwd: folder, encoding: 'utf8', maxBuffer: MAX_BYTES })
    return status === 0 ? stdout.trim() : undefined
  }
  const commit = git('rev-parse', '--verify', '--quiet', 'HEAD')
  if (commit === undefined) return null
  const changes = git('status', '--porcelain', '--', path)
  return { commit, dirty: changes !== '' }
}
