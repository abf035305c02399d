import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { gatesSchema } from '../src/rulebook/index.ts'
import { schemaProblems } from './rulebook/validate.ts'
import { ROOT, runShell } from './support/program.ts'

/** `UPDATE=1` writes the output into the page. */
const UPDATE = process.env.UPDATE === '1' && process.env.CI === undefined
const PAGE = join(ROOT, 'docs', 'guides', 'changing-a-rulebook.md')

/** Hashes with a discarded key, and the numbers of these rows, differ each time. */
function withoutHashes(text: string): string {
  return text
    .replace(/^(k[0-9a-f]{12},.*)$/gm, row => row.replace(/(?<=,)\d+(?=,|$)/g, 'n'))
    .replace(/\b([kh])[0-9a-f]{12}\b/g, '$1')
}

it('the walk-through prints what the programs print', { timeout: 180_000 }, async () => {
  const { stdout, stderr, exit } = await runShell(`node scripts/walkthrough.js ${UPDATE ? '--write' : ''}`, ROOT)
  expect({ stderr, exit }).toEqual({ stderr: '', exit: 0 })
  if (!UPDATE) expect(withoutHashes(stdout)).toBe(withoutHashes(readFileSync(PAGE, 'utf8')))
  const page = readFileSync(PAGE, 'utf8')
  expect(page).toContain('exit 1\n')
  expect(page).toContain('- ❌ ')
  expect(page).toContain('exit 0\n')
})

it('its gates are what the JSON Schema of gates allows', () => {
  const gates = parse(readFileSync(join(ROOT, 'fixtures', 'walkthrough', 'gates.yaml'), 'utf8'))
  expect(schemaProblems(gates, gatesSchema())).toEqual([])
  expect(schemaProblems({ gates: { moved_pc: 5 } }, gatesSchema())).not.toEqual([])
})
