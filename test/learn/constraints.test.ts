import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Plan, Rule } from '../../src/ir/plan/plan.ts'
import { readRulebook } from '../../src/rulebook/index.ts'
import { ROOT, runInProcess } from '../support/program.ts'

/** The constraints of `tune`, tried on the same leads. */

const folder = mkdtempSync(join(tmpdir(), 'leadq-constraints-'))
afterAll(() => rmSync(folder, { recursive: true }))
cpSync(join(ROOT, 'fixtures', 'leads', 'closed.csv'), join(folder, 'closed.csv'))

async function tuned(...flags: readonly string[]): Promise<readonly Rule[]> {
  const args = ['tune', 'closed.csv', '-o', 'r.yaml', '--force', '--as-of', '2026-03-02', '-q', ...flags]
  const { exit } = await runInProcess(args, folder)
  expect(exit).toBe(0)
  const { plan, diagnostics } = readRulebook({ file: 'r.yaml', text: readFileSync(join(folder, 'r.yaml'), 'utf8') })
  expect(diagnostics).toEqual([])
  return plan === undefined ? [] : rulesOf(plan)
}

function rulesOf({ scores }: Plan): Rule[] {
  return scores.flatMap(({ groups }) => groups.flatMap(({ rules }) => rules))
}

function fieldOf({ earns }: Rule): string {
  return earns.kind === 'once' || earns.kind === 'events' ? '' : earns.field
}

function pointsOf({ earns }: Rule): number[] {
  if (earns.kind === 'once') return [earns.points]
  if (earns.kind === 'table') return [...earns.rows.map(({ points }) => points), earns.otherwise]
  return earns.kind === 'points_from' || earns.kind === 'cases' ? earns.rows.map(({ points }) => points) : []
}

describe('tune keeps to', { timeout: 60_000 }, () => {
  it('--direction: points rise with the number, or fall', async () => {
    for (const [way, sign] of [
      ['up', 1],
      ['down', -1],
    ] as const) {
      const rules = await tuned(
        '--only',
        'Website Visits,Industry,Employees,Lead Source',
        '--direction',
        `visits=${way}`,
      )
      for (const { earns } of rules) {
        if (earns.kind !== 'points_from' || earns.field !== 'visits') continue
        // Highest bound first.
        const points = [...earns.rows].reverse().map(each => sign * each.points)
        expect(points).toEqual([...points].sort((a, b) => a - b))
      }
      expect(rules.some(rule => fieldOf(rule) === 'visits')).toBe(way === 'up')
    }
  })

  it('--never, --use and --only', async () => {
    expect((await tuned()).map(fieldOf)).toContain('industry')
    expect((await tuned('--never', 'Industry')).map(fieldOf)).not.toContain('industry')
    expect((await tuned('--never', 'industry,Lead Source')).map(fieldOf)).not.toContain('source')
    const used = await tuned('--use', 'Lost Reason', '--no-gates')
    expect(used.map(({ id }) => id)).toContain('lost-reason')
    expect(new Set((await tuned('--only', 'Industry,Employees')).map(fieldOf))).toEqual(
      new Set(['industry', 'employees']),
    )
  })

  it('--max-points and --max-rules', async () => {
    const rules = await tuned('--max-points', '4')
    expect(Math.max(...rules.flatMap(pointsOf).map(Math.abs))).toBeLessThanOrEqual(4)
    expect(await tuned('--max-rules', '2')).toHaveLength(2)
  })

  it('--no-gates: no table stands behind a condition', async () => {
    const rules = await tuned('--no-gates')
    expect(rules.filter(({ when, earns }) => when !== undefined && earns.kind !== 'once')).toEqual([])
  })
})
