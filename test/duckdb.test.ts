import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { copyInputs, findCases, plainArguments, readTree, resultOf } from './support/cases.ts'
import { HANDED_OVER } from './support/handed-over.ts'
import { inFolder, ROOT, runInProcess, runShell } from './support/program.ts'

/**
 * Cases of `score` once more, judged by DuckDB: the same bytes in the same files, and the same summary. DuckDB takes longer
 * to plan a query than to run it, so only every third case runs, and all of them with `LEADQ_CASES=all`.
 */
const STRIDE = process.env.LEADQ_CASES === 'all' ? 1 : 3

const all = findCases(join(ROOT, 'fixtures', 'cases')).flatMap(testCase => {
  const argv = plainArguments(testCase.command)
  const isAnswered =
    argv?.[0] === 'score' &&
    !argv.includes('--help') &&
    !argv.includes('--engine') &&
    !testCase.name.startsWith('postgres/')
  return isAnswered ? [{ ...testCase, argv }] : []
})
const cases = all.filter((_, index) => index % STRIDE === 0)
if (cases.length < all.length)
  console.info(`${cases.length} of ${all.length} cases run by DuckDB; LEADQ_CASES=all runs all`)

/** The part of a summary about its engine, as text and in JSON. */
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
  const names = new Set(cases.map(({ name }) => name))
  const expected = Object.entries(HANDED_OVER).filter(([name]) => names.has(name))
  expect(Object.fromEntries([...reasons].sort())).toEqual(Object.fromEntries(expected))
})

function noteReason(name: string, text: string): void {
  const asText = AS_TEXT.exec(text)?.[1]?.replace(/\s+/g, ' ').trim()
  const asJson = /"name": "stream",\s+"because": "([^"]*)"/.exec(text)?.[1]
  const found = asText?.startsWith('stream, because ') ? asText.slice('stream, because '.length) : asJson
  if (found !== undefined) reasons.set(name, found)
}

/** Line by line, without the part about the engine. */
function lines(files: ReadonlyMap<string, string>): Record<string, string[]> {
  const shown = [...files].map(([path, text]) => [path, text.replace(AS_TEXT, '').replace(AS_JSON, '').split('\n')])
  return Object.fromEntries(shown.sort())
}
