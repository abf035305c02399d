import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** `.ci/run` asks for a report in JSON beside what people read. */
const report = process.env.LEADQ_TEST_REPORT

/** Suites that take more than a few seconds: real processes and databases, and thousands of random inputs. */
const SLOW = [
  'test/agree*.test.ts',
  'test/diff.test.ts',
  'test/duplicates.test.ts',
  'test/excel.test.ts',
  'test/golden.test.ts',
  'test/history/*.test.ts',
  'test/lint.property.test.ts',
  'test/nights/*.test.ts',
  'test/outputs.test.ts',
  'test/package.test.ts',
  'test/packaging.test.ts',
  'test/editor.test.ts',
  'test/parquet.test.ts',
  'test/page.test.ts',
  'test/playground.test.ts',
  'test/site.test.ts',
  'test/pages.test.ts',
  'test/postgres.test.ts',
  'test/process.test.ts',
  'test/properties.test.ts',
  'test/readme.test.ts',
  'test/rules.test.ts',
  'test/run/causes.test.ts',
  'test/run/crash.test.ts',
  'test/run/deploy.test.ts',
  'test/run/yesterday.test.ts',
  'test/run/interrupted.test.ts',
  'test/run/watching.test.ts',
  'test/spark.test.ts',
  'test/warehouse/*.test.ts',
  'test/threads.test.ts',
  'test/walkthrough.test.ts',
  'test/**/*property.test.ts',
]

/** The files that take longest, in this order: started first, so that none of them is left over for one core at the end. */
const LONGEST = ['spark', 'golden', 'agree-events', 'agree', 'rules', 'properties', 'postgres', 'outputs']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = LONGEST.findIndex(name => moduleId.endsWith(`/test/${name}.test.ts`))
      return place === -1 ? LONGEST.length : place
    }
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}

const shared = { testTimeout: 60_000, pool: 'threads' as const }

/** `-t score/name` runs the case folders of that name both ways (`test/golden.test.ts`). */
const isFiltered = process.argv.some(argument => /^(?:-t|--testNamePattern)(?:=|$)/.test(argument))
if (isFiltered) process.env.LEADQ_CASES ??= 'all'

export default defineConfig({
  test: {
    projects: [
      // Loading the modules anew for each file would take a third of the time.
      { test: { ...shared, name: 'quick', isolate: false, include: ['test/**/*.test.ts'], exclude: SLOW } },
      { test: { ...shared, name: 'slow', include: SLOW } },
    ],
    // Every core: what waits for another process leaves its own idle.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
  },
})
