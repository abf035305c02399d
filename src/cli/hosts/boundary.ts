import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

/**
 * Whether a file may be read because a rulebook or a file of tests names it: by its real path it lies in the repository
 * of that rulebook, else below the working directory or the rulebook's folder. What a pull request changes must not make a
 * runner read its other files.
 */
export function boundaryOf(rulebook: string, cwd: string): (path: string) => boolean {
  const folder = dirname(realOf(rulebook))
  const named = dirname(resolve(rulebook))
  const roots = [
    folder,
    repositoryAbove(folder) ?? (isBelow(folder, realOf(cwd)) ? realOf(cwd) : folder),
    realOf(named),
  ]
  return path => roots.some(root => isBelow(realOf(path), root))
}

function repositoryAbove(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder
  return dirname(folder) === folder ? undefined : repositoryAbove(dirname(folder))
}

function isBelow(path: string, root: string): boolean {
  const way = relative(root, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(root, way) === path
}

/** A file that is not there has no real path. */
function realOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}

/** Whether a path is a link that leads out of the repository or folder that it stands in. */
export function leadsOutside(path: string): boolean {
  const folder = realOf(dirname(resolve(path)))
  return !isBelow(realOf(path), repositoryAbove(folder) ?? folder)
}
