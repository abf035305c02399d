import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { didYouMean } from '../../base/nearest.ts'
import { packageFile } from '../package-files.ts'

/** The names of the rulebooks that ship with leadq. */
export function builtIns(): string[] {
  const folder = packageFile('rules')
  const files = existsSync(folder) ? readdirSync(folder) : readdirSync(PACKED).map(file => basename(file, '.br'))
  return files
    .filter(file => file.endsWith('.yaml') && !file.endsWith('.test.yaml'))
    .map(file => basename(file, '.yaml'))
    .sort()
}

/** A checkout has the built-ins as they are written; the package has them compressed. */
const PACKED = packageFile('dist', 'rules')

/** The text of the built-in at a path where there is no file; undefined if that is no built-in. */
export function packedBuiltIn(path: string): string | undefined {
  const name = existsSync(path) ? undefined : builtInAt(path)
  const packed = `${PACKED}/${name}.yaml.br`
  return name === undefined || !existsSync(packed) ? undefined : brotliDecompressSync(readFileSync(packed)).toString()
}

/** Where the built-in of a name is; undefined if there is none. */
export function builtInPath(name: string): string | undefined {
  return builtIns().includes(name) ? packageFile('rules', `${name}.yaml`) : undefined
}

/** The name of the built-in that a file is; undefined if it is none. */
export function builtInAt(path: string): string | undefined {
  return dirname(path) === packageFile('rules') ? basename(path, '.yaml') : undefined
}

/** As diagnostics name a built-in. */
export function shownBuiltIn(name: string): string {
  return `built-in ${name}`
}

/** What to do about a name that is neither a file nor a built-in; `files` are those that are there. */
export function builtInHint(name: string, files: readonly string[] = []): string {
  return (
    didYouMean(name, [...files, ...builtIns()]) ?? `a file, or one of the built-in rulebooks: ${builtIns().join(', ')}`
  )
}
