import { defineConfig } from 'vitest/config'

/** `.ci/run` asks for a report in JSON beside what people read. */
const report = process.env.LEADQ_TEST_REPORT

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    pool: 'threads',
    // Every core: what waits for another process leaves its own idle.
    maxWorkers: '100%',
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
  },
})
