import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { filesBelow } from './files-below.ts'
import { cannotRead } from './source.ts'

const TESTS = /\.test\.ya?ml$/i
const RULEBOOK = /\.ya?ml$/i

/**
 * Files of tests: those that are named, those below folders that are named, and those of rulebooks that are named.
 * Hidden
 * folders and `node_modules` are skipped, and links are not followed.
 */
export async function findTestFiles(paths: readonly string[], cwd: string): Promise<string[]> {
  const found = await Promise.all((paths.length > 0 ? paths : ['.']).map(path => filesOf(path, cwd)))
  return [...new Set(found.flat())].sort()
}

async function filesOf(path: string, cwd: string): Promise<string[]> {
  const kind = await stat(resolve(cwd, path)).catch(error => Promise.reject(cannotRead(path, error)))
  if (kind.isDirectory()) return filesBelow(path, { cwd, name: TESTS })
  if (TESTS.test(path)) return [path]
  if (RULEBOOK.test(path)) return testsBeside(path, cwd)
  const hint = 'tests are in files whose names end with `.test.yaml`'
  throw new Refusal(diagnose('cli/usage', `${path} is neither tests nor a rulebook`, { hint }), 'usage')
}

async function testsBeside(rulebook: string, cwd: string): Promise<string[]> {
  const stem = rulebook.replace(RULEBOOK, '')
  const candidates = [`${stem}.test.yaml`, `${stem}.test.yml`]
  const there = await Promise.all(
    candidates.map(path =>
      stat(resolve(cwd, path)).then(
        () => true,
        () => false,
      ),
    ),
  )
  return candidates.filter((_, index) => there[index])
}
