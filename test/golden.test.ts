import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { copyInputs, findCases, plainArguments, readTree, resultOf, writeExpected } from './support/cases.ts'
import { inFolder, ROOT, runInProcess, runShell } from './support/program.ts'

/** `UPDATE=1` writes what the program printed as what is expected; `git diff` is the review. */
const UPDATE = process.env.UPDATE === '1' && process.env.CI === undefined

// test/postgres.test.ts runs the cases of PostgreSQL: they need a database.
const cases = findCases(join(ROOT, 'fixtures', 'cases')).filter(({ name }) => !name.startsWith('postgres/'))

/**
 * Every case runs: in this process where its command is a plain `leadq ...` line, and as a process of the built program
 * where it needs a shell. Starting a process takes three times as long as the run, so of the plain ones only every tenth
 * is a process, too; `LEADQ_CASES=all`, `UPDATE=1` and a filter by name (`-t`) start one for each.
 */
const STRIDE = 10
const startsAll = UPDATE || process.env.LEADQ_CASES === 'all'
const plain = cases.filter(({ command }) => plainArguments(command) !== undefined)
const started = cases.filter(each => startsAll || !plain.includes(each) || plain.indexOf(each) % STRIDE === 0)
if (started.length < cases.length) {
  console.info(`${started.length} of ${cases.length} cases also run as processes; LEADQ_CASES=all starts one for each`)
}

// A loop, not `it.each`, which cuts long names: the name is the sentence.
describe.concurrent('case folders, through the built program', () => {
  for (const testCase of started) {
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
  for (const testCase of plain) {
    const argv = plainArguments(testCase.command) ?? []
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
