import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { copyInputs, findCases, plainArguments, readTree, resultOf } from './support/cases.ts'
import { HANDED_OVER } from './support/handed-over.ts'
import { inFolder, ROOT, runInProcess, runShell } from './support/program.ts'

/** Every case of `score` once more, judged by DuckDB: the same bytes in the same files, and the same summary. */

const cases = findCases(join(ROOT, 'fixtures', 'cases')).flatMap(testCase => {
  const argv = plainArguments(testCase.command)
  const isAnswered =
    argv?.[0] === 'score' &&
    !argv.includes('--help') &&
    !argv.includes('--engine') &&
    !testCase.name.startsWith('postgres/')
  return isAnswered ? [{ ...testCase, argv }] : []
})

/** What a summary says of its engine, as text and in JSON. */
const AS_TEXT = /^engine {5}(.*\n(?: {11}.*\n)*)/m
const AS_JSON = /^ {2}"engine": \{\n[^}]*\},?\n/m

const reasons = new Map<string, string>()

describe.concurrent('case folders, by DuckDB', () => {
  for (const { argv, ...testCase } of cases) {
    it(testCase.name, { timeout: 120_000 }, async () => {
      const result = await inFolder(async folder => {
        copyInputs(testCase, folder)
        if (testCase.preparation !== '') expect((await runShell(testCase.preparation, folder)).exit).toBe(0)
        const before = readTree(folder)
        return resultOf(await runInProcess([...argv, '--engine', 'duckdb'], folder), before, folder)
      })
      for (const text of result.values()) noteReason(testCase.name, text)
      expect(lines(result)).toEqual(lines(readTree(join(testCase.folder, 'expected'))))
    })
  }
})

it('only these are handed over to the reference, and for these reasons', () => {
  expect(Object.fromEntries([...reasons].sort())).toEqual(HANDED_OVER)
})

function noteReason(name: string, text: string): void {
  const asText = AS_TEXT.exec(text)?.[1]?.replace(/\s+/g, ' ').trim()
  const asJson = /"name": "stream",\s+"because": "([^"]*)"/.exec(text)?.[1]
  const found = asText?.startsWith('stream, because ') ? asText.slice('stream, because '.length) : asJson
  if (found !== undefined) reasons.set(name, found)
}

/** Line by line, without what is said of the engine. */
function lines(files: ReadonlyMap<string, string>): Record<string, string[]> {
  const shown = [...files].map(([path, text]) => [path, text.replace(AS_TEXT, '').replace(AS_JSON, '').split('\n')])
  return Object.fromEntries(shown.sort())
}
