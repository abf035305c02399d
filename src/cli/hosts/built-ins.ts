import { readdirSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { didYouMean } from '../../base/nearest.ts'
import { packageFile } from '../package-files.ts'

/** The names of the rulebooks that ship with leadq. */
export function builtIns(): string[] {
  return readdirSync(packageFile('rules'))
    .filter(file => file.endsWith('.yaml') && !file.endsWith('.test.yaml'))
    .map(file => basename(file, '.yaml'))
    .sort()
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
