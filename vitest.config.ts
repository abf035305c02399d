import { defineConfig } from 'vitest/config'

/** `.ci/run` asks for a report in JSON beside what people read. */
const report = process.env.LEADQ_TEST_REPORT

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    pool: 'threads',
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
  },
})
