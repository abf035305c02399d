import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { copyInputs, findCases, plainArguments, readTree, resultOf } from './support/cases.ts'
import { inFolder, ROOT, runInProcess, runShell } from './support/program.ts'

/** Every case of `score` once more, judged by DuckDB: the same bytes in the same files, and the same summary. */

const cases = ['score', 'systems']
  .flatMap(folder => findCases(join(ROOT, 'fixtures', 'cases', folder)).map(each => ({ ...each, folder: each.folder })))
  .flatMap(testCase => {
    const argv = plainArguments(testCase.command)
    return argv?.[0] === 'score' && !argv.includes('--engine') ? [{ ...testCase, argv }] : []
  })

const ENGINE = /^engine {5}(DuckDB|stream)[^\n]*\n(?: {11}[^\n]*\n)*/m

describe.concurrent('case folders, by DuckDB', () => {
  for (const { argv, ...testCase } of cases) {
    it(testCase.folder.slice(testCase.folder.indexOf('cases/') + 6), { timeout: 120_000 }, async () => {
      const result = await inFolder(async folder => {
        copyInputs(testCase, folder)
        if (testCase.preparation !== '') await runShell(testCase.preparation, folder)
        const before = readTree(folder)
        return resultOf(await runInProcess([...argv, '--engine', 'duckdb'], folder), before, folder)
      })
      const lines = (files: ReadonlyMap<string, string>) =>
        Object.fromEntries(
          [...files].sort().map(([path, text]) => [
            path,
            text
              .replace(ENGINE, '')
              .replace(/"engine": \{[^}]*\}/, '')
              .split('\n'),
          ]),
        )
      const found = [...result.values()].map(text => ENGINE.exec(text)?.[0]).find(text => text !== undefined)
      if (process.env.SHOW) console.log(`${testCase.name}: ${found?.replace(/\s+/g, ' ')}`)
      expect(lines(result)).toEqual(lines(readTree(join(testCase.folder, 'expected'))))
    })
  }
})
