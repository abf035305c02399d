import { resolve } from 'node:path'
import { arrange } from '../base/diagnostic.ts'
import type { ReadBook } from '../tools/lint/lint-rulebook.ts'
import type { MendedBook } from '../tools/lint/mend-rulebooks.ts'
import { readGatesOf } from './gates.ts'
import { type CheckedFile, findCheckedFiles } from './hosts/checked-files.ts'
import { createLibrary } from './hosts/library.ts'
import { readText } from './hosts/text.ts'
import { findRulebook, textsOf } from './rulebook.ts'
import { readSuites } from './suites.ts'

/** Files as they were read, each as what it is, and the texts for the lines shown under a problem. */
export interface FoundBooks {
  readonly books: readonly ReadBook[]
  readonly texts: ReadonlyMap<string, string>
}

/** Rulebooks, tests and gates: those that are named, and those in folders and patterns. None: the nearest rulebook. */
export async function readBooks(paths: readonly string[], cwd: string): Promise<FoundBooks> {
  const files = paths.length === 0 ? [undefined] : await findCheckedFiles(paths, cwd)
  const found = await Promise.all(files.map(file => readBook(file, cwd)))
  return {
    books: found.map(({ book }) => book),
    texts: new Map(found.flatMap(({ texts }) => [...texts])),
  }
}

interface FoundBook {
  readonly book: ReadBook
  readonly texts: ReadonlyMap<string, string>
}

async function readBook(file: CheckedFile | undefined, cwd: string): Promise<FoundBook> {
  switch (file?.kind) {
    case 'tests': {
      const { diagnostics, sources } = await readSuites([file.path], cwd)
      const own = arrange(diagnostics.filter(({ place }) => place === undefined || place.file === file.path))
      return { book: { name: file.path, sources: [], plan: undefined, diagnostics: own }, texts: sources }
    }
    case 'gates': {
      const { diagnostics } = await readGatesOf(file.path, cwd)
      const texts = new Map([[file.path, readText(resolve(cwd, file.path), file.path)]])
      return { book: { name: file.path, sources: [], plan: undefined, diagnostics }, texts }
    }
    default: {
      const book = await findRulebook(file?.path, cwd)
      return { book, texts: textsOf(book) }
    }
  }
}

/** The named rulebooks that can be mended; built-in ones are not ours to write. */
export async function mendBooks(paths: readonly string[], cwd: string): Promise<MendedBook[]> {
  const { mendBook } = await import('../tools/lint/mend-rulebooks.ts')
  const files = paths.length === 0 ? [undefined] : await findCheckedFiles(paths, cwd)
  const found = await Promise.all(
    files.filter(file => file === undefined || file.kind === 'rulebook').map(file => findRulebook(file?.path, cwd)),
  )
  return found.flatMap(({ name, path, text }) => {
    if (name !== path && resolve(cwd, name) !== path) return []
    return mendBook({ file: name, text }, createLibrary({ path, name, cwd })) ?? []
  })
}
