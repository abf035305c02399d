import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT, runInProcess } from '../support/program.ts'

describe('rules/examples', () => {
  const folder = join(ROOT, 'rules', 'examples')

  it('holds a learned rulebook that lint has nothing to say about', async () => {
    const { stdout, exit } = await runInProcess(['lint', 'x-education.yaml'], folder)
    expect([stdout, exit]).toEqual(['x-education.yaml: no problems found\n', 0])
  })

  it('whose tests pass', async () => {
    const { stdout, exit } = await runInProcess(['test', 'x-education.test.yaml'], folder)
    expect(stdout).toMatch(/all passed/)
    expect(exit).toBe(0)
  })
})
