import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inFolder } from '../support/program.ts'
import { latest, layOut, leadq, manifest, namesIn, writeLeads } from '../support/run/nights.ts'

/** The run before is not what it was: the next run says so, and compares with the newest one that is. */

const DAMAGES: readonly (readonly [string, string, (run: string) => void])[] = [
  ['its folder is missing', 'it has no manifest.json', run => rmSync(run, { recursive: true })],
  ['its manifest is missing', 'it has no manifest.json', run => rmSync(join(run, 'manifest.json'))],
  ['its manifest is cut', 'it is not valid JSON', run => truncateSync(join(run, 'manifest.json'), 100)],
  [
    'its manifest is of an older format',
    'its format is 0.9',
    run => edit(run, /"format_version": "1.0"/, '"format_version": "0.9"'),
  ],
  ['its manifest lacks keys', 'it is damaged: keys are missing', run => edit(run, /"as_of": "[^"]*",/, '')],
  [
    'its verdicts are cut',
    'its verdicts.parquet is not as it was written',
    run => truncateSync(join(run, 'verdicts.parquet'), 200),
  ],
  ['its verdicts are missing', 'its verdicts.parquet is missing', run => rmSync(join(run, 'verdicts.parquet'))],
]

function edit(run: string, from: RegExp, to: string): void {
  const path = join(run, 'manifest.json')
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
}

describe('the run before', () => {
  /** Two nights, from which each damage begins. */
  const nights = mkdtempSync(join(tmpdir(), 'leadq-test-'))

  beforeAll(async () => {
    layOut(nights, 20)
    expect((await leadq(nights, 'run', '-q', '--as-of', '2026-11-26')).exit).toBe(0)
    writeLeads(nights, 22)
    expect((await leadq(nights, 'run', '-q', '--as-of', '2026-11-27')).exit).toBe(0)
    writeLeads(nights, 24)
  })
  afterAll(() => rmSync(nights, { recursive: true }))

  it.each(DAMAGES)('%s', (_, message, damage) =>
    inFolder(async folder => {
      cpSync(nights, folder, { recursive: true, verbatimSymlinks: true })
      const [first] = namesIn(folder)
      const yesterday = latest(folder)
      damage(join(folder, 'runs', yesterday))
      const { exit, stderr } = await leadq(folder, 'run', '--as-of', '2026-11-28')
      expect(exit).toBe(0)
      expect(stderr).toContain(`warning run/previous runs/${yesterday}:`)
      expect(stderr).toContain(message)
      const made = manifest(folder, 'latest')
      expect(made.previous).toEqual({ run: first, as_of: '2026-11-26' })
      expect(made.warnings.map(({ code }: { code: string }) => code)).toContain('run/previous')
      expect((await leadq(folder, 'verify')).exit).toBe(0)
    }),
  )

  it('was made by another rulebook: that is said', () =>
    inFolder(async folder => {
      cpSync(nights, folder, { recursive: true, verbatimSymlinks: true })
      const path = join(folder, 'rules.yaml')
      writeFileSync(path, readFileSync(path, 'utf8').replace('200: 25', '150: 25'))
      const { exit, stderr } = await leadq(folder, 'run', '--as-of', '2026-11-28')
      expect(exit).toBe(0)
      expect(stderr).toContain('was made by another version of the rulebook')
      expect(manifest(folder, 'latest').previous).toMatchObject({ as_of: '2026-11-27' })
    }))

  it('cannot find leads without a key again: they are taken for new, and that is said', () =>
    inFolder(async folder => {
      cpSync(nights, folder, { recursive: true, verbatimSymlinks: true })
      const path = join(folder, 'leads.csv')
      writeFileSync(path, readFileSync(path, 'utf8').replace('id,', 'number,'))
      const { exit, stderr } = await leadq(folder, 'run', '--as-of', '2026-11-28')
      expect([exit, stderr]).toEqual([0, expect.stringContaining('warning run/previous')])
      expect(manifest(folder, 'latest').previous).toMatchObject({ as_of: '2026-11-27' })
    }))

  it('can be an output of leadq', () =>
    inFolder(async folder => {
      cpSync(nights, folder, { recursive: true, verbatimSymlinks: true })
      cpSync(join(folder, 'runs', latest(folder), 'leads.scored.csv'), join(folder, 'before.csv'))
      expect((await leadq(folder, 'run', '-q', '--previous', 'before.csv', '--as-of', '2026-11-28')).exit).toBe(0)
      const scored = readFileSync(join(folder, 'runs', latest(folder), 'leads.scored.csv'), 'utf8')
      // In its stage since the day that the file says.
      expect(scored).toContain('2026-11-26')
      expect((await leadq(folder, 'run', '-q', '--previous', 'nothing.csv')).exit).toBe(66)
    }))

  it('is the one before the day that was given', () =>
    inFolder(async folder => {
      cpSync(nights, folder, { recursive: true, verbatimSymlinks: true })
      expect((await leadq(folder, 'run', '-q', '--as-of', '2026-11-26')).exit).toBe(0)
      expect(manifest(folder, 'latest').previous).toMatchObject({ as_of: '2026-11-26' })
    }))
})
