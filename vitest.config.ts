import { defineConfig } from 'vitest/config'

/** `.ci/run` asks for a report in JSON beside what people read. */
const report = process.env.LEADQ_TEST_REPORT

/** Suites that take more than a few seconds: real processes and databases, and thousands of random inputs. */
const SLOW = [
  'test/agree*.test.ts',
  'test/duckdb*.test.ts',
  'test/diff.test.ts',
  'test/duplicates.test.ts',
  'test/excel.test.ts',
  'test/golden.test.ts',
  'test/lint.property.test.ts',
  'test/postgres.test.ts',
  'test/process.test.ts',
  'test/properties.test.ts',
  'test/readme.test.ts',
  'test/rules.test.ts',
  'test/spark.test.ts',
  'test/**/*property.test.ts',
]

const shared = { testTimeout: 60_000, pool: 'threads' as const }

/** `-t score/name` runs the case folders of that name both ways (`test/golden.test.ts`). */
const isFiltered = process.argv.some(argument => /^(?:-t|--testNamePattern)(?:=|$)/.test(argument))
if (isFiltered) process.env.LEADQ_CASES ??= 'all'

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'quick', include: ['test/**/*.test.ts'], exclude: SLOW } },
      { test: { ...shared, name: 'slow', include: SLOW } },
    ],
    // Every core: what waits for another process leaves its own idle.
    maxWorkers: '100%',
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
  },
})
