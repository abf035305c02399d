import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { copyInputs, findCases, plainArguments, readTree, resultOf, writeExpected } from './support/cases.ts'
import { inFolder, ROOT, runInProcess, runShell } from './support/program.ts'

/** `UPDATE=1` writes what came out as what is expected; the review is `git diff`. */
const UPDATE = process.env.UPDATE === '1' && process.env.CI === undefined

// Those with tables are run by test/postgres.test.ts, which has databases to put them into.
const cases = findCases(join(ROOT, 'fixtures', 'cases')).filter(({ name }) => !name.startsWith('postgres/'))

// A loop, not `it.each`, which cuts long names: the name is the sentence.
describe.concurrent('case folders, through the built program', () => {
  for (const testCase of cases) {
    it(testCase.name, { timeout: 120_000 }, async () => {
      const result = await inFolder(async folder => {
        copyInputs(testCase, folder)
        const before = await prepared(testCase.preparation, folder)
        return resultOf(await runShell(testCase.command, folder), before, folder)
      })
      if (UPDATE) writeExpected(testCase, result)
      expect(readable(result)).toEqual(readable(readTree(join(testCase.folder, 'expected'))))
    })
  }
})

describe.concurrent('case folders, in this process', () => {
  for (const testCase of cases) {
    const argv = plainArguments(testCase.command)
    if (argv === undefined) continue
    it.skipIf(UPDATE)(testCase.name, { timeout: 120_000 }, async () => {
      const result = await inFolder(async folder => {
        copyInputs(testCase, folder)
        const before = await prepared(testCase.preparation, folder)
        return resultOf(await runInProcess(argv, folder), before, folder)
      })
      expect(readable(result)).toEqual(readable(readTree(join(testCase.folder, 'expected'))))
    })
  }
})

async function prepared(preparation: string, folder: string): Promise<Map<string, string>> {
  if (preparation !== '') {
    const { exit, stderr } = await runShell(preparation, folder)
    expect(exit, stderr).toBe(0)
  }
  return readTree(folder)
}

/** Line by line, so that a difference shows where it is. */
function readable(files: ReadonlyMap<string, string>): Record<string, string[]> {
  return Object.fromEntries([...files].sort().map(([path, content]) => [path, content.split('\n')]))
}
