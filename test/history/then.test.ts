import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inFolder, runInProcess } from '../support/program.ts'

const RULES = `leadq: 1
name: Then
scores:
  fit: { rules: [{ id: size, field: employees, points_from: { 200: 20 } }] }
  interest: { rules: [{ id: visits, per: page_views, points: 1, max: 100 }] }
stages: [{ stage: SQL, when: { score.interest: { at_least: 50 } } }, { stage: nurture }]
`

/** Large companies buy more often; whoever bought has many page views afterwards, as customers do. */
const PEOPLE = Array.from({ length: 400 }, (_, n) => ({
  id: `U-${n}`,
  employees: n % 2 === 0 ? 500 : 20,
  views: n % 7,
  isWon: n % 2 === 0 ? n % 10 < 6 : n % 10 === 1,
}))

async function play(folder: string): Promise<void> {
  writeFileSync(join(folder, 'rules.yaml'), RULES)
  for (const [night, count] of [200, 300, 390].entries()) {
    const rows = PEOPLE.slice(0, count).map(({ id, employees, views }) => `${id},${employees},${views + night}`)
    writeFileSync(join(folder, 'leads.csv'), `Id,Employees,Page Views\n${rows.join('\n')}\n`)
    const { exit } = await runInProcess(
      ['run', '--inputs', 'leads.csv', '-r', 'rules.yaml', '--as-of', `2026-02-2${night}`, '-q'],
      folder,
    )
    expect(exit).toBe(0)
  }
  const rows = PEOPLE.map(
    ({ id, employees, views, isWon }) => `${id},${employees},${views + (isWon ? 90 : 0)},${isWon ? 'Won' : 'Lost'}`,
  )
  writeFileSync(join(folder, 'crm.csv'), `Id,Employees,Page Views,Outcome\n${rows.join('\n')}\n`)
}

describe('leads as they were', () => {
  test('a backtest by the runs does not see what became known later', () =>
    inFolder(async folder => {
      await play(folder)
      const ask = async (...more: string[]) => {
        const argv = ['backtest', 'crm.csv', '-r', 'rules.yaml', '--won', 'Outcome=Won', '--json', ...more]
        const { stdout, stderr, exit } = await runInProcess(argv, folder)
        expect(exit, stderr).toBe(0)
        return { result: JSON.parse(stdout), stderr }
      }
      const today = await ask()
      const then = await ask('--history', 'runs')
      expect(today.result.rulebooks[0].separation.auc).toBe(1)
      const { auc } = then.result.rulebooks[0].separation
      expect(auc).toBeGreaterThan(0.6)
      expect(auc).toBeLessThan(0.85)
      expect(then.result.as_of_column).toBe('first seen')
      expect(then.result.counts).toMatchObject({ leads: 390, closed: 390 })
      expect(then.stderr).toContain('390 leads as the first run had them; 10 leads that no run had left out')
    }))

  test('tune learns the rule that was there, and not the visits of customers', () =>
    inFolder(async folder => {
      await play(folder)
      const argv = ['tune', 'crm.csv', '--won', 'Outcome=Won', '--history', 'runs', '--dry-run', '--json', '--yes']
      const { stdout, exit } = await runInProcess(argv, folder)
      expect(exit).toBe(0)
      const { rules } = JSON.parse(stdout)
      expect(rules.map((rule: { readonly id: string }) => rule.id)).toEqual(['employees'])
    }))

  test('a run that is damaged, or whose verdicts are, is named, and the history goes on without it', () =>
    inFolder(async folder => {
      await play(folder)
      const runs = join(folder, 'runs')
      mkdirSync(join(runs, '2026-01-01T02-00-00Z'))
      mkdirSync(join(runs, '2026-01-02T02-00-00Z'))
      writeFileSync(join(runs, '2026-01-02T02-00-00Z', 'manifest.json'), '{ "format_version": "9.0" }')
      writeFileSync(join(runs, 'latest', 'verdicts.parquet'), 'PAR1')
      const { stdout, stderr, exit } = await runInProcess(['history', '--id', 'U-3', '--json'], folder)
      expect(exit).toBe(0)
      expect(JSON.parse(stdout).nights).toHaveLength(2)
      expect(stderr.match(/run 2026-[^:]*: .*/g)).toEqual([
        'run 2026-01-01T02-00-00Z is left out: it has no manifest.json',
        expect.stringMatching(/^run 2026-01-02T02-00-00Z is left out: its format is 9\.0/),
        expect.stringMatching(/is left out: its verdicts\.parquet is damaged$/),
      ])
      rmSync(join(runs, 'latest', 'verdicts.parquet'))
      const funnel = await runInProcess(
        ['history', '--funnel', '--data', 'crm.csv', '--won', 'Outcome=Won', '--json'],
        folder,
      )
      expect(funnel.stderr).toContain('it has no verdicts.parquet')
      const [all] = JSON.parse(funnel.stdout).groups
      expect([all.leads, all.steps.at(-1)]).toEqual([
        300,
        {
          stage: 'won',
          leads: PEOPLE.slice(0, 300).filter(({ isWon }) => isWon).length,
          now: PEOPLE.slice(0, 300).filter(({ isWon }) => isWon).length,
          median_days: null,
        },
      ])
    }))
})
