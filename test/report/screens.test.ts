import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, ROOT, runInProcess } from '../support/program.ts'

/** What long answers show on a terminal of 24 lines, what they keep, and that pipes and `--verbose` have all of it. */

const SCREEN = { isTTY: true, columns: 80, rows: 24 } as const
const DAY = ['--as-of', '2026-03-02']

const ANSWERS: readonly {
  readonly argv: readonly string[]
  /** Without these a screen would be of no use. */
  readonly keeps: readonly RegExp[]
}[] = [
  {
    argv: ['explain', 'trade-fair.csv', '--id', 'TF-025', ...DAY],
    keeps: [
      /^fit {2}93 of 100$/m,
      /decides on purchases/,
      /^stage +MQL/m,
      /\? need/,
      /What would make it SQL/,
      /demo_requested: No -> yes/,
    ],
  },
  {
    argv: ['explain', 'messe.csv', '--id', 'M-1001', '-r', 'b2b-de', ...DAY],
    keeps: [/möchte ein Angebot/, /^stage +SQL/m, /^next +call, owner Sales DACH 1, due 2026-03-03$/m],
  },
  {
    argv: ['diff', 'b2b', 'b2b-de', '--data', 'trade-fair.csv', ...DAY],
    keeps: [
      /9 of 40 leads change their stage/,
      /criterion interaction changed/,
      /TF-018 +nurture +MQL .*criterion interaction/,
      /and 6 more: .*--movers/,
      /9 leads move$/m,
    ],
  },
  {
    argv: ['backtest', 'closed.csv', '-r', 'b2b', '--date', 'Created', ...DAY],
    keeps: [
      /^built-in b2b +0\.\d{3}/m,
      /^SQL +\d+ +\d+ +\d+\.\d%/m,
      /helps/,
      /`--verbose` shows the rest: .*over time/,
    ],
  },
  {
    argv: ['tune', 'closed.csv', '--date', 'Created', '-o', 'learned.yaml', '--force', ...DAY],
    keeps: [/^this rulebook +\d+ +\d+ +0\.\d{3}/m, /^left out +Lost Reason/m, /^SQL /m, /^wrote learned\.yaml/m],
  },
]

describe('long answers', () => {
  it.each(ANSWERS)('of $argv.0 fit one screen and keep what matters', async ({ argv, keeps }) => {
    await inFolder(async folder => {
      for (const file of ['trade-fair.csv', 'messe.csv', 'closed.csv'])
        copyFileSync(join(ROOT, 'fixtures', 'leads', file), join(folder, file))
      const screen = await runInProcess(argv, folder, '', { NO_COLOR: '1' }, SCREEN)
      expect(screen.exit).toBe(0)
      const printed = (screen.stderr + screen.stdout).split('\n').slice(0, -1)
      expect(printed.filter(line => line.length > 80 && !screen.stderr.includes(line))).toEqual([])
      expect(printed.length).toBeLessThanOrEqual(24)
      for (const kept of keeps) expect(screen.stdout).toMatch(kept)
      // A pipe has lines without end.
      const piped = await runInProcess(argv, folder)
      expect(piped.stdout.length).toBeGreaterThan(screen.stdout.length)
    })
  })

  it('of a lead add up, with the small amounts in one line; a taller terminal, `--verbose` and pipes have all', async () => {
    const argv = ['explain', join(ROOT, 'fixtures', 'leads', 'trade-fair.csv'), '--id', 'TF-025', ...DAY]
    const on = (rows: number, ...more: readonly string[]) =>
      runInProcess([...argv, ...more], ROOT, '', { NO_COLOR: '1' }, { ...SCREEN, rows })
    const { stdout } = await on(24)
    const fit = stdout.slice(stdout.indexOf('\nfit'), stdout.indexOf('\nengagement'))
    const amounts = [...fit.matchAll(/^ +([+-]\d+) {2}/gm)].map(([, points]) => Number(points))
    expect(fit).toMatch(/ \d+ more /)
    expect(amounts.reduce((sum, points) => sum + points, 0)).toBe(93)
    const piped = (await runInProcess(argv, ROOT)).stdout
    expect((await on(24, '--verbose')).stdout).toBe(piped)
    expect((await on(100)).stdout).toBe(piped)
  })
})
