import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { type Diagnostic, diagnose, hasErrors } from '../base/diagnostic.ts'
import { didYouMean } from '../base/nearest.ts'
import type { ReadTestFile } from '../rulebook/index.ts'
import type { Suite } from '../tools/test/test-rulebook.ts'
import { boundaryOf } from './hosts/boundary.ts'
import { builtIns } from './hosts/built-ins.ts'
import { readText } from './hosts/text.ts'
import { type FoundRulebook, findRulebook, textsOf } from './rulebook.ts'

/** Files of tests with their rulebooks, and everything that is wrong with either. */
export interface FoundSuites {
  readonly suites: readonly Suite[]
  readonly diagnostics: readonly Diagnostic[]
  /** The texts of all files, for the lines shown under a problem. */
  readonly sources: ReadonlyMap<string, string>
}

/** Reads files of tests; each rulebook is read once. */
export async function readSuites(files: readonly string[], cwd: string): Promise<FoundSuites> {
  const { readTestFile } = await import('../rulebook/index.ts')
  const rulebooks = new Map<string, FoundRulebook>()
  const sources = new Map<string, string>()
  const diagnostics: Diagnostic[] = []
  const suites: Suite[] = []
  for (const file of files) {
    const text = readText(resolve(cwd, file), file)
    sources.set(file, text)
    const read = readTestFile({ file, text })
    diagnostics.push(...read.diagnostics)
    if (read.check === undefined) continue
    const wanted = rulebookOf(file, read.rulebook, cwd)
    if (typeof wanted !== 'string') {
      diagnostics.push(wanted)
      continue
    }
    const rulebook = rulebooks.get(wanted) ?? (await findRulebook(wanted, cwd))
    if (!rulebooks.has(wanted)) diagnostics.push(...rulebook.diagnostics)
    rulebooks.set(wanted, rulebook)
    for (const [name, text] of textsOf(rulebook)) sources.set(name, text)
    const { plan, name } = rulebook
    if (plan === undefined || hasErrors(rulebook.diagnostics)) continue
    const checked = read.check(plan)
    diagnostics.push(...checked.diagnostics)
    if (!hasErrors([...read.diagnostics, ...checked.diagnostics])) {
      suites.push({ file, tests: checked.tests, rulebook: name, plan })
    }
  }
  return { suites, diagnostics, sources }
}

/** The rulebook that a file of tests names, as `findRulebook` takes it: beside the file, or a built-in. */
function rulebookOf(file: string, named: ReadTestFile['rulebook'], cwd: string): string | Diagnostic {
  const beside = (path: string) => (isAbsolute(path) ? path : join(dirname(file), path))
  const isThere = (path: string) => existsSync(resolve(cwd, path))
  if (named === undefined) {
    const stem = file.replace(/\.test\.ya?ml$/i, '')
    const found = [`${stem}.yaml`, `${stem}.yml`].find(isThere)
    const hint = 'name it in the file of tests: `rulebook: ../leadq.yaml`'
    return (
      found ??
      diagnose('test/no-rulebook', `no rulebook ${stem}.yaml for ${file}`, { place: { file, line: 1, col: 1 }, hint })
    )
  }
  const { value, place } = named
  const isInside = boundaryOf(resolve(cwd, file), cwd)
  if (isThere(beside(value)) && !isInside(resolve(cwd, beside(value)))) {
    const message = `${beside(value)} is outside the folder or repository of these tests`
    return diagnose('extends/outside', message, { place, hint: 'copy it into the repository' })
  }
  if (isThere(beside(value))) return beside(value)
  if (builtIns().includes(value)) return value
  const hint = didYouMean(value, builtIns()) ?? 'its path is relative to the file of tests'
  return diagnose('test/no-rulebook', `no such rulebook: ${beside(value)}`, { place, hint })
}
