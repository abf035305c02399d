import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { Refusal } from '../../base/refusal.ts'
import { isRulebookText, type Library, type Missing, type RulebookSource } from '../../rulebook/yaml/source.ts'
import { boundaryOf } from './boundary.ts'
import { builtInAt, builtInHint, builtInPath, shownBuiltIn } from './built-ins.ts'
import { readText } from './text.ts'

/** A rulebook on disk: where it is, and how people know it. */
export interface Shelved {
  readonly path: string
  readonly name: string
  readonly cwd: string
}

/**
 * The rulebooks that the one at hand can extend: a file is meant from the folder of the file that names it, else it is
 * the name of a built-in. Files are shown by the way that leads to them from the rulebook at hand.
 */
export function createLibrary(rulebook: Shelved): Library {
  const paths = new Map([[rulebook.name, rulebook.path]])
  const names = new Map([[rulebook.path, rulebook.name]])
  const isInside = boundaryOf(rulebook.path, rulebook.cwd)
  return {
    find(wanted, from) {
      if (isAddress(wanted)) return FETCHES_NOTHING
      const path = pathOf(wanted, paths.get(from) ?? rulebook.path)
      const name = names.get(path) ?? nameOf(path, wanted, from)
      if (builtInAt(path) === undefined) {
        if (!isInside(path)) return outside(name)
        if (isNoFile(path)) return { code: 'file/unreadable', message: `${name} is not a file` }
      }
      paths.set(name, path)
      names.set(path, name)
      return read(path, name, wanted)
    },
  }
}

const FETCHES_NOTHING: Missing = {
  code: 'file/not-found',
  message: 'a rulebook is extended from a file, not from an address',
  hint: 'leadq fetches nothing: save it beside this one',
}

function outside(name: string): Missing {
  const hint = 'copy it into the repository, or below the folder of this rulebook'
  return { code: 'extends/outside', message: `${name} is outside the folder or repository of this rulebook`, hint }
}

/** Pipes and devices may be endless. */
function isNoFile(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  return found !== undefined && !found.isFile() && !found.isDirectory()
}

function isAddress(wanted: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(wanted)
}

function pathOf(wanted: string, from: string): string {
  const path = resolve(dirname(from), wanted)
  return existsSync(path) && !isFolder(path) ? path : (builtInPath(wanted) ?? path)
}

function nameOf(path: string, wanted: string, from: string): string {
  const builtIn = builtInAt(path)
  if (builtIn !== undefined) return shownBuiltIn(builtIn)
  return isAbsolute(wanted) ? wanted : join(dirname(from), wanted)
}

function read(path: string, name: string, wanted: string): RulebookSource | Missing {
  try {
    const text = readText(path, name, builtInHint(wanted, besides(path, wanted)))
    if (isRulebookText(text)) return { file: name, text }
    const hint = 'a rulebook begins with `leadq: 1`'
    return { code: 'rule/missing-key', message: `${name} is not a rulebook: it has no key \`leadq\``, hint }
  } catch (error) {
    if (error instanceof Refusal) return error.diagnostic
    throw error
  }
}

/** The rulebooks in the folder of one that is not there, named from where that is named from. */
function besides(path: string, wanted: string): string[] {
  const folder = dirname(path)
  if (!isFolder(folder)) return []
  const rulebooks = readdirSync(folder).filter(file => /\.ya?ml$/.test(file))
  return rulebooks.map(file => join(dirname(wanted), file))
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}
