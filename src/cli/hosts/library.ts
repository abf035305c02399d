import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { Refusal } from '../../base/refusal.ts'
import type { Library, Missing, RulebookSource } from '../../rulebook/yaml/source.ts'
import { builtInAt, builtInHint, builtInPath, shownBuiltIn } from './built-ins.ts'
import { readText } from './text.ts'

/** A rulebook on disk: where it is, and how people know it. */
export interface Shelved {
  readonly path: string
  readonly name: string
}

/**
 * The rulebooks that the one at hand can extend: a file is meant from the folder of the file that names it, else it is
 * the name of a built-in. Files are shown by the way that leads to them from the rulebook at hand.
 */
export function createLibrary(rulebook: Shelved): Library {
  const paths = new Map([[rulebook.name, rulebook.path]])
  const names = new Map([[rulebook.path, rulebook.name]])
  return {
    find(wanted, from) {
      if (isAddress(wanted)) return FETCHES_NOTHING
      const path = pathOf(wanted, paths.get(from) ?? rulebook.path)
      const name = names.get(path) ?? nameOf(path, wanted, from)
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
    return { file: name, text: readText(path, name, builtInHint(wanted, besides(path, wanted))) }
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
