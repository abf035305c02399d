import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { readTree } from './support/cases.ts'
import { inFolder, ROOT, runShell } from './support/program.ts'

/** Behaviour of a real process: signals, closed pipes, and independence of the environment. */

const RULES = `leadq: 1
name: Process
locale: { timezone: Europe/Berlin }
fields: { seen: { from: seen, type: date } }
scores:
  fit: { rules: [{ id: size, field: employees, points_from: { 50: 10, 200: 25 } }] }
  engagement: { rules: [{ id: seen, when: { seen: { known: true } }, points: 40, since: seen, fade: { half_life: 30d } }] }
stages: [{ stage: SQL, when: { score.total: { at_least: 50 } } }, { stage: nurture }]
`
const SCORE = '-r rules.yaml --as-of 2026-03-02'
const COMMANDS = ['score', 'explain', 'lint', 'rules', 'rules list', 'rules show', 'schema']

/** So many leads that neither the sample nor a pipe's buffer holds all of them. */
const MANY = 40_000

function leads(count: number, company = 'Company'): string {
  const rows = Array.from({ length: count }, (_, n) => `${n},${company} ${n},${n % 300},2026-02-${1 + (n % 28)}`)
  return `id,company,employees,seen\n${rows.join('\n')}\n`
}

it('a working folder that was removed is said, with exit code 66', () =>
  inFolder(async folder => {
    const { exit, stderr } = await runShell(
      'mkdir gone && cd gone && rmdir ../gone && leadq score ../leads.csv',
      folder,
    )
    expect({ exit, stderr }).toEqual({
      exit: 66,
      stderr: expect.stringMatching(/^error file\/not-found {2}the working folder was removed\n/),
    })
  }))

describe('signals', () => {
  it.each([
    ['SIGHUP', 129],
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends a run with its exit code and leaves the old output as it was', (signal, exit) =>
    inFolder(async folder => {
      writeFileSync(join(folder, 'rules.yaml'), RULES)
      writeFileSync(join(folder, 'out.csv'), 'id,leadq_stage\n1,of yesterday\n')
      const child = spawn(process.execPath, [bin(), 'score', '-', ...SCORE.split(' '), '-o', 'out.csv'], {
        cwd: folder,
      })
      const said = collect(child)
      child.stdin.on('error', () => {})
      child.stdin.write(leads(MANY))
      await until(() => readdirSync(folder).some(name => name.endsWith('.tmp')))
      child.kill(signal)
      await once(child, 'close')
      expect(child.exitCode).toBe(exit)
      expect(said()).toBe(`error cli/interrupted  stopped by ${signal}, nothing was written\n`)
      expect(readdirSync(folder).sort()).toEqual(['out.csv', 'rules.yaml'])
      expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toBe('id,leadq_stage\n1,of yesterday\n')
    }),
  )
})

describe('a signal', () => {
  it('ends a run that waits for a pipe nobody opens', () =>
    inFolder(async folder => {
      writeFileSync(join(folder, 'rules.yaml'), RULES)
      await runShell('mkfifo never.csv', folder)
      const child = spawn(process.execPath, [bin(), 'score', 'never.csv', ...SCORE.split(' '), '-o', 'out.csv'], {
        cwd: folder,
      })
      const closed = once(child, 'close')
      await sleep(1_000)
      child.kill('SIGTERM')
      await closed
      // The first signal is obeyed after some seconds at most; a run that is not that far yet ends by the signal itself.
      expect([143, null]).toContain(child.exitCode)
      expect(readdirSync(folder).sort()).toEqual(['never.csv', 'rules.yaml'])
    }))
})

describe('Parquet', () => {
  const start = (folder: string) => {
    mkdirSync(join(folder, 'tmp'))
    writeFileSync(join(folder, 'rules.yaml'), RULES)
    writeFileSync(join(folder, 'leads.csv'), leads(10 * MANY, 'x'.repeat(100)))
    const args = [bin(), 'score', 'leads.csv', ...SCORE.split(' '), '-o', 'out.parquet', '--split']
    return spawn(process.execPath, args, { cwd: folder, env: { ...process.env, TMPDIR: join(folder, 'tmp') } })
  }
  const kept = (folder: string) => readdirSync(join(folder, 'tmp'), { recursive: true })

  it.each([
    ['while it judges', 2],
    ['when much is judged', 8],
  ])('stops at a signal %s, and leaves nothing behind', { timeout: 60_000 }, (_, parts) =>
    inFolder(async folder => {
      const child = start(folder)
      const said = collect(child)
      await until(() => kept(folder).length >= parts)
      child.kill('SIGINT')
      await once(child, 'close')
      expect([child.exitCode, said()]).toEqual([130, 'error cli/interrupted  stopped by SIGINT, nothing was written\n'])
      expect(kept(folder)).toEqual([])
      expect(readdirSync(folder).sort()).toEqual(['leads.csv', 'rules.yaml', 'tmp'])
    }),
  )

  it('keeps nothing when it is done', { timeout: 60_000 }, () =>
    inFolder(async folder => {
      const child = start(folder)
      await once(child, 'close')
      expect([child.exitCode, kept(folder)]).toEqual([0, []])
      expect(readdirSync(folder).sort()).toEqual([
        'leads.csv',
        'out.SQL.parquet',
        'out.nurture.parquet',
        'out.parquet',
        'rules.yaml',
        'tmp',
      ])
    }),
  )
})

describe('what is put aside on disk', () => {
  it.each([
    ['in the end', 'leadq score leads.csv SCORE --sort score -o out.csv -q', 0],
    ['when the reader goes', 'set -o pipefail; leadq score leads.csv SCORE --sort score -o - | head -1 > first', 0],
    ['when the disk is full', 'leadq score leads.csv SCORE --sort score -o /dev/full 2> log', 74],
  ])('is removed %s', (_, line, exit) =>
    inFolder(async folder => {
      mkdirSync(join(folder, 'tmp'))
      writeFileSync(join(folder, 'rules.yaml'), RULES)
      writeFileSync(join(folder, 'leads.csv'), leads(3 * MANY, 'x'.repeat(400)))
      const ran = await runShell(line.replace('SCORE', SCORE), folder, { TMPDIR: join(folder, 'tmp') })
      expect(ran).toEqual({ stdout: '', stderr: '', exit })
      expect(readdirSync(join(folder, 'tmp'))).toEqual([])
    }),
  )
})

describe('a reader that goes early', () => {
  it.each([
    ['from a file', 'leadq score leads.csv SCORE -o - | head -1'],
    ['as a filter', 'leadq score - SCORE < leads.csv | head -1'],
    ['sorted', 'leadq score leads.csv SCORE -o - --sort score | head -1'],
    ['from a writer that does not stop', '(cat leads.csv; sleep 60) | leadq score - SCORE | head -1'],
  ])('is no failure: %s', { timeout: 30_000 }, (_, line) =>
    inFolder(async folder => {
      writeFileSync(join(folder, 'rules.yaml'), RULES)
      writeFileSync(join(folder, 'leads.csv'), leads(MANY))
      // `sleep` outlives the others, so the exit code of leadq is written to a file.
      const asked = `(${line.replace('SCORE', SCORE).replace(/leadq[^|]*/, command => `{ ${command}; echo $? > code; } `)})`
      const env = await shellEnvironment()
      const child = spawn('bash', ['-c', asked], {
        cwd: folder,
        env,
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      const said = collect(child)
      await until(() => readdirSync(folder).includes('code') && readFileSync(join(folder, 'code'), 'utf8') !== '')
      stopGroup(child)
      expect(readFileSync(join(folder, 'code'), 'utf8')).toBe('0\n')
      expect(said()).toBe('')
      expect(readdirSync(folder).sort()).toEqual(['code', 'leads.csv', 'rules.yaml'])
    }),
  )
})

describe('surroundings', () => {
  it('time zone, language and folder change no byte', () =>
    inFolder(async folder => {
      const seen = ['2026-02-28', '2026-02-28T23:30:00Z', '2026-03-01T23:30:00+01:00', '1772319600', '02.03.2026']
      const input = `id,employees,seen\n${seen.map((day, n) => `${n},"1,${n}00",${day}`).join('\n')}\n`
      const places = [
        { name: 'a', env: 'TZ=Pacific/Kiritimati LANG=C LC_ALL=C' },
        { name: 'b/c', env: 'TZ=America/Los_Angeles LANG=de_DE.UTF-8 LC_ALL=tr_TR.UTF-8 COLUMNS=200' },
      ]
      const results = []
      for (const { name, env } of places) {
        const inside = join(folder, name)
        mkdirSync(inside, { recursive: true })
        writeFileSync(join(inside, 'leads.csv'), input)
        writeFileSync(join(folder, 'rules.yaml'), RULES)
        copyFileSync(join(folder, 'rules.yaml'), join(inside, 'rules.yaml'))
        const ran = await runShell(`env ${env} leadq score leads.csv ${SCORE} --json`, inside)
        results.push({ ran, files: [...readTree(inside)] })
      }
      expect(results[0]?.ran.exit).toBe(0)
      expect(results[1]).toEqual(results[0])
    }))
})

describe('what it says about itself', () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))

  it.each(['--version', '-V'])('%s', flag =>
    inFolder(async folder => {
      expect(await runShell(`leadq ${flag}`, folder)).toEqual({ stdout: `${version}\n`, stderr: '', exit: 0 })
    }),
  )

  it.each(COMMANDS)('%s --help', command =>
    inFolder(async folder => {
      const { stdout, stderr, exit } = await runShell(`leadq ${command} --help`, folder)
      expect(stdout).toMatch(new RegExp(`^Usage: leadq ${command} `))
      expect({ stderr, exit }).toEqual({ stderr: '', exit: 0 })
    }),
  )
})

function bin(): string {
  return join(ROOT, 'bin', 'leadq.js')
}

function collect(child: ChildProcess): () => string {
  let text = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8')
  })
  return () => text
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 1000 && !holds(); tries += 1) await sleep(20)
  expect(holds()).toBe(true)
}

/** The environment in which `runShell` finds `leadq`. */
async function shellEnvironment(): Promise<Record<string, string>> {
  const { stdout } = await runShell('printf %s "$PATH"', ROOT)
  return { PATH: stdout, LANG: 'C.UTF-8' }
}

/** The processes that a test's shell has started, and only those. */
function stopGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return
  try {
    process.kill(-child.pid, 'SIGTERM')
  } catch {
    // They have ended by themselves.
  }
}
