import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { inFolder, ROOT, runInProcess, runShell } from '../support/program.ts'

const RULES = `leadq: 1
name: Forgotten
scores: { fit: { rules: [{ id: size, field: employees, points_from: { 50: 10, 200: 25 } }] } }
stages: [{ stage: SQL, when: { score.fit: { at_least: 20 } } }, { stage: nurture }]
next: [{ when: { stage: SQL }, do: call, due: 1d }]
`
const RUN = `inputs: [leads.csv]
rules: rules.yaml
out: runs
outputs: [{ split: true }, { format: ndjson }, { format: xlsx }]
`
const PERSON = 'u-4711'
/** Another lead that names the person, and one whose id begins alike: both stay. */
const LEADS = `id,email,company,employees,referred_by
u-4711,mara@acme.example,"Acme, Inc.",300,
u-47110,li@acme.example,"Acme, Inc.",300,u-4711
u-5,jo@birch.example,Birch,20,
`

/** The same nights, their folders called after days. */
async function play(folder: string, nights: number): Promise<void> {
  writeFileSync(join(folder, 'rules.yaml'), RULES)
  writeFileSync(join(folder, 'leadq.run.yaml'), RUN)
  writeFileSync(join(folder, 'leads.csv'), LEADS)
  for (let night = 1; night <= nights; night += 1) {
    const { exit, stderr } = await runInProcess(['run', '--as-of', `2026-03-0${night}`, '-q'], folder)
    expect([exit, stderr]).toEqual([0, ''])
  }
}

function runsIn(folder: string): string[] {
  return readdirSync(join(folder, 'runs')).filter(name => name.startsWith('2026-'))
}

/** All files of the runs that hold a text. */
function holding(folder: string, text: string): string[] {
  return readdirSync(join(folder, 'runs'), { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter(path => readFileSync(path, 'latin1').includes(text))
}

describe('forget', () => {
  test('takes one lead out of every file of every run, and no other', () =>
    inFolder(async folder => {
      await play(folder, 2)
      const before = holding(folder, PERSON).length
      const dry = await runInProcess(['forget', '--id', PERSON, '--dry-run', '--json'], folder)
      expect(holding(folder, PERSON)).toHaveLength(before)
      const done = await runInProcess(['forget', '--id', PERSON, '--json'], folder)
      expect([dry.exit, done.exit]).toEqual([0, 0])
      expect({ ...JSON.parse(done.stdout), dry_run: true }).toEqual(JSON.parse(dry.stdout))
      const { runs } = JSON.parse(done.stdout)
      const scoredFiles = ['leads.scored.SQL.csv', 'leads.scored.csv', 'ndjson/leads.scored.ndjson']
      // It becomes SQL in the first night, and is due in the second.
      const nights = [
        [...scoredFiles, 'new-sql.csv', 'verdicts.parquet'],
        ['due.csv', ...scoredFiles, 'verdicts.parquet'],
      ].map(files => [...files.map(file => ({ file, rows: 1 })), { file: 'xlsx/leads.scored.xlsx', rows: null }])
      expect(runs.map((run: { readonly files: unknown }) => run.files)).toEqual(nights)
      expect(holding(folder, 'mara@acme.example')).toEqual([])
      // What other leads say of it is theirs.
      const scored = readFileSync(join(folder, 'runs', 'latest', 'leads.scored.csv'), 'utf8')
      expect(scored.split('\n').map(line => line.split(',')[0])).toEqual(['id', 'u-47110', 'u-5', ''])
      for (const run of runsIn(folder)) {
        const { exit, stdout } = await runInProcess(['verify', join('runs', run)], folder)
        expect([exit, stdout]).toEqual([0, expect.stringContaining('verified')])
      }
      expect((await runInProcess(['history', '--id', PERSON], folder)).exit).toBe(65)
      expect((await runInProcess(['history', '--id', 'U-47110'], folder)).exit).toBe(0)
      const repeated = await runInProcess(['verify', '--rerun'], folder)
      expect([repeated.exit, repeated.stderr]).toEqual([66, expect.stringContaining('leads were removed from it')])
      const again = await runInProcess(['forget', '--id', PERSON], folder)
      expect([again.exit, again.stdout]).toEqual([0, 'no run in runs holds this lead\n'])
    }))

  test('a crash at any moment leaves all runs as they were, or the next run finishes it', () =>
    inFolder(async folder => {
      await play(folder, 2)
      for (const wait of [0, 40, 80, 120, 160]) {
        const program = join(ROOT, 'bin', 'leadq.js')
        const child = spawn(process.execPath, [program, 'forget', '--id', 'u-5'], { cwd: folder, stdio: 'ignore' })
        await sleep(150 + wait)
        child.kill('SIGKILL')
        if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      }
      const { exit } = await runShell('leadq run --as-of 2026-03-03 -q && leadq forget --id u-5', folder)
      expect(exit).toBe(0)
      expect(holding(folder, 'u-5')).toEqual([])
      expect(readdirSync(join(folder, 'runs')).filter(name => name.startsWith('.'))).toEqual([])
      for (const run of runsIn(folder)) {
        const verified = await runInProcess(['verify', join('runs', run)], folder)
        expect([run, verified.exit]).toEqual([run, 0])
      }
    }))
})

test('`keep` removes the runs that are older, quarantine and failed ones too, and never the latest', () =>
  inFolder(async folder => {
    await play(folder, 1)
    const [run = ''] = runsIn(folder)
    const runs = join(folder, 'runs')
    for (const place of ['', 'quarantine', 'failed']) {
      for (const day of ['2025-01-01', '2026-02-27']) {
        mkdirSync(join(runs, place, `${day}T02-00-00Z`), { recursive: true })
      }
    }
    writeFileSync(join(folder, 'leadq.run.yaml'), `${RUN}keep: 30d\n`)
    // The clock of these tests stands still, so that the second run of that second has a number.
    const { exit } = await runInProcess(['run', '--as-of', '2026-03-02', '-q'], folder)
    expect(exit).toBe(0)
    expect(runsIn(folder)).toEqual(['2026-02-27T02-00-00Z', run, `${run}-2`])
    expect(readdirSync(join(runs, 'quarantine'))).toEqual(['2026-02-27T02-00-00Z'])
    expect(readdirSync(join(runs, 'failed'))).toEqual(['2026-02-27T02-00-00Z'])
  }))
