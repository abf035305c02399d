import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, runInProcess } from '../support/program.ts'
import { layOut, manifest } from '../support/run/nights.ts'

/** Guards, each on two nights: what trips it, and what just does not. */

interface Lead {
  readonly employees: number | string
  readonly country: string
}

const row = ({ employees, country }: Lead, n: number) => `${n},Company ${n},${employees},${country}\n`
const fileOf = (leads: readonly Lead[]) => `id,company,employees,country\n${leads.map(row).join('')}`

const lead = (n: number): Lead => ({ employees: n % 2 === 0 ? 300 : 10, country: n % 3 === 0 ? 'DE' : 'AT' })
const YESTERDAY = Array.from({ length: 20 }, (_, n) => lead(n))
const some = (count: number, change: (lead: Lead) => Lead) =>
  YESTERDAY.map((each, n) => (n < count ? change(each) : each))
const first = (count: number) => Array.from({ length: count }, (_, n) => lead(n))

/** The guard, the leads of the second night, and what it says; undefined: it passes. */
const CASES: readonly (readonly [string, string, string | undefined])[] = [
  ['min_rows: 21', fileOf(YESTERDAY), 'min_rows: 20 leads; at least 21 are expected'],
  ['min_rows: 20', fileOf(YESTERDAY), undefined],
  [
    'max_shrink: 30%',
    fileOf(first(13)),
    'max_shrink: 13 leads after 20 in run RUN: 7 fewer (35.0%); at most 30% fewer is allowed',
  ],
  ['max_shrink: 30%', fileOf(first(14)), undefined],
  [
    'max_shrink: 3',
    fileOf(first(16)),
    'max_shrink: 16 leads after 20 in run RUN: 4 fewer (20.0%); at most 3 fewer is allowed',
  ],
  ['max_shrink: 0%', fileOf(first(30)), undefined],
  [
    'max_grow: 10%',
    fileOf(first(23)),
    'max_grow: 23 leads after 20 in run RUN: 3 more (15.0%); at most 10% more is allowed',
  ],
  ['max_grow: 15%', fileOf(first(23)), undefined],
  [
    'max_moved: 10%',
    fileOf(some(6, each => ({ ...each, employees: 300 }))),
    'max_moved: 3 of 20 leads (15.0%) have another stage than in run RUN; at most 10% is allowed',
  ],
  ['max_moved: 3', fileOf(some(6, each => ({ ...each, employees: 300 }))), undefined],
  ['max_moved: 0', fileOf(first(40)), undefined],
  [
    'max_rejects: 4%',
    `${fileOf(YESTERDAY)}21,Short\n`,
    'max_rejects: 1 of 21 records (4.8%) were rejected; at most 4% is allowed',
  ],
  ['max_rejects: 1', `${fileOf(YESTERDAY)}21,Short\n`, undefined],
  ['same_file: fail', fileOf(YESTERDAY), 'same_file: leads.csv: the same bytes as in run RUN'],
  ['same_file: fail', fileOf(first(21)), undefined],
  ['required_columns: [Country, phone]', fileOf(first(21)), 'required_columns: leads.csv has no column `phone`'],
  ['required_columns: [COUNTRY, employees]', fileOf(first(21)), undefined],
  [
    'max_emptier: 20',
    fileOf(some(5, each => ({ ...each, employees: '' }))),
    'max_emptier: `employees` is filled in 75% of the leads, after 100%; at most 20 points less are allowed',
  ],
  ['max_emptier: 25', fileOf(some(5, each => ({ ...each, employees: '' }))), undefined],
  [
    'max_emptier: 20',
    fileOf(first(21)).replace('employees', 'shoe size'),
    'max_emptier: `employees` is filled in 0% of the leads, after 100%',
  ],
  [
    'new_values: country',
    fileOf(some(2, each => ({ ...each, country: 'CH' }))),
    'new_values: `country`: 1 value is new',
  ],
  ['new_values: country', fileOf(some(9, each => ({ ...each, country: 'de' }))), undefined],
  [
    'stage_share: { fail: { SQL: 10%..60% } }',
    fileOf(some(20, each => ({ ...each, employees: 300 }))),
    'stage_share: 100.0% of the leads are SQL, expected are 10% to 60%',
  ],
  ['stage_share: { fail: { SQL: ..60%, nurture: 40%.. } }', fileOf(YESTERDAY), undefined],
]

describe('the guard', () => {
  it.each(CASES)('%s, case %#', (guard, today, expected) =>
    inFolder(async folder => {
      layOut(folder, 1, `guards: { same_file: allow, ${guard} }\n`.replace(/same_file: allow, (?=same_file)/, ''))
      const write = (text: string) => writeFileSync(join(folder, 'leads.csv'), text)
      write(fileOf(YESTERDAY))
      const quiet = ['run', '-q', '--as-of', '2026-03-01']
      // What fails tomorrow does not fail today.
      const before = await runInProcess(
        [...quiet, '--min-rows', '1', '--stage-share', '{ fail: {} }', '--required-columns', 'id'],
        folder,
      )
      expect(before).toMatchObject({ exit: 0, stderr: '' })
      const [run = ''] = readdirSync(join(folder, 'runs')).filter(name => name.startsWith('2026'))
      write(today)
      const { exit, stderr } = await runInProcess(quiet, folder)
      if (expected === undefined) {
        expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
        return
      }
      expect(exit).toBe(65)
      expect(stderr).toContain(`error run/quarantined  ${expected.replace('RUN', run)}`)
      const [stopped = ''] = readdirSync(join(folder, 'runs', 'quarantine'))
      expect(manifest(folder, 'quarantine', stopped)).toMatchObject({ status: 'quarantined', exit_code: 65 })
      const reason = readFileSync(join(folder, 'runs', 'quarantine', stopped, 'QUARANTINE.txt'), 'utf8')
      expect(reason).toContain(expected.replace('RUN', run))
      // The leads themselves are in quarantine with it, and `latest` is yesterday's.
      expect(readdirSync(join(folder, 'runs', 'quarantine', stopped))).toContain('leads.scored.csv')
      expect(manifest(folder, 'latest').run).toBe(run)
    }),
  )

  it('max_age looks at the time of the file', () =>
    inFolder(async folder => {
      layOut(folder, 5, 'guards: { max_age: 26h }\n')
      // The clock of these tests stands at noon.
      const at = (time: string) => utimesSync(join(folder, 'leads.csv'), new Date(time), new Date(time))
      at('2026-03-01T10:30:00Z')
      expect((await runInProcess(['run', '-q'], folder)).exit).toBe(0)
      at('2026-02-27T09:00:00Z')
      const { exit, stderr } = await runInProcess(['run', '-q'], folder)
      expect([exit, stderr]).toEqual([
        65,
        expect.stringContaining('max_age: leads.csv is 3 days old; at most 26 hours is allowed'),
      ])
    }))

  it('warns where it shall warn, and an export without leads is stopped by itself', () =>
    inFolder(async folder => {
      layOut(folder, 10, 'guards: { max_shrink: { warn: 10%, fail: 50% } }\n')
      expect((await runInProcess(['run', '-q'], folder)).exit).toBe(0)
      layOut(folder, 8, 'guards: { max_shrink: { warn: 10%, fail: 50% } }\n')
      expect((await runInProcess(['run', '-q'], folder)).exit).toBe(0)
      expect(manifest(folder, 'latest').guards).toContainEqual({
        guard: 'max_shrink',
        status: 'warn',
        message: expect.stringContaining('2 fewer (20.0%); at most 10% fewer is allowed'),
      })
      writeFileSync(join(folder, 'leads.csv'), 'id,company,employees\n')
      const { exit, stderr } = await runInProcess(['run', '-q'], folder)
      expect([exit, stderr]).toEqual([65, expect.stringContaining('min_rows: 0 leads; at least 1 are expected')])
    }))
})
