import { existsSync } from 'node:fs'
import { posix, resolve } from 'node:path'
import { Refusal } from '../base/refusal.ts'
import type { Library, Missing, RulebookSource } from '../rulebook/yaml/source.ts'
import { builtInPath, shownBuiltIn } from './hosts/built-ins.ts'
import { openSnapshot, type Snapshot, splitRef } from './hosts/git.ts'
import { readText } from './hosts/text.ts'
import { type FoundRulebook, findRulebook } from './rulebook.ts'

/**
 * A rulebook as it is now, or as it was at a git ref, and then with all that it extends as that was at the same ref:
 * `leadq.yaml`, `b2b`, `main:rules/leadq.yaml`.
 */
export async function findVersion(wanted: string, cwd: string): Promise<FoundRulebook> {
  const at = existsSync(resolve(cwd, wanted)) ? undefined : splitRef(wanted)
  if (at === undefined) return findRulebook(wanted, cwd)
  const snapshot = openSnapshot(at.ref, cwd)
  const path = snapshot.resolve(at.path)
  const text = snapshot.read(path)
  const { readRulebook } = await import('../rulebook/index.ts')
  const { plan, diagnostics, sources } = readRulebook({ file: wanted, text }, libraryAt(at.ref, snapshot, wanted, path))
  return { name: wanted, path, text, sources, plan, diagnostics }
}

/** The rulebooks that one at a git ref can extend: files of the same ref, else the built-ins of this leadq. */
function libraryAt(ref: string, snapshot: Snapshot, name: string, path: string): Library {
  const paths = new Map([[name, path]])
  return {
    find: (wanted, from) =>
      readOr(() => {
        const file = posix.join(posix.dirname(paths.get(from) ?? path), wanted)
        const builtIn = snapshot.has(file) ? undefined : builtInPath(wanted)
        if (builtIn !== undefined) return { file: shownBuiltIn(wanted), text: readText(builtIn, shownBuiltIn(wanted)) }
        const shown = file === path ? name : `${ref}:${file}`
        paths.set(shown, file)
        return { file: shown, text: snapshot.read(file) }
      }),
  }
}

/** A problem with such a file is reported where it is named. */
function readOr(read: () => RulebookSource): RulebookSource | Missing {
  try {
    return read()
  } catch (error) {
    if (error instanceof Refusal) return error.diagnostic
    throw error
  }
}
