import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { inFolder, ROOT, runShell } from './support/program.ts'

/** `score --threads` in real processes. */

const RULES = `leadq: 1
name: Threads
fields: { seen: { from: Last Activity, type: date } }
scores:
  fit: { rules: [{ id: size, field: employees, points_from: { 50: 10, 200: 25 } }] }
  engagement: { rules: [{ id: seen, when: { seen: { known: true } }, points: 40, since: seen, fade: { half_life: 30d } }] }
stages: [{ stage: SQL, when: { score.total: { at_least: 50 } } }, { stage: nurture }]
`
const LEADS = 12_000

/** With line breaks in cells, ids that come again, cells that cannot be read, rows that are no leads and one that is none at all. */
function leads(): string {
  const rows = Array.from({ length: LEADS }, (_, index) => {
    const name =
      index % 5 === 0 ? `"Company ""${index}"",\nsecond line"` : `Company ${index} GmbH & Co. KG, Köln`.replace(',', '')
    const size = index % 331 === 330 ? 'many' : String(index % 300)
    const day = `2026-02-${String(1 + (index % 28)).padStart(2, '0')}`
    const odd = index % 2_003 === 2_002 ? '\nTotal,,,,\n' : index % 3_001 === 3_000 ? '\none,cell,too,many,in,here' : ''
    return `${index % 4_000},${name},user${index}@firm${index % 90}.example,${size},${day}${odd}`
  })
  return `Id,Company,Email,Employees,Last Activity\n${rows.join('\n')}\n`
}

const SCORE = 'leadq score'
const FLAGS = '-r rules.yaml --as-of 2026-03-02 --force --json=summary.json --quiet'

async function results(folder: string, input: string, flags: string) {
  writeFileSync(join(folder, 'summary.json'), '')
  const before = new Set(readdirSync(folder))
  const ran = await runShell(`${SCORE} ${input} ${FLAGS} ${flags}`, folder, { LEADQ_VERIFY: '' })
  const written = readdirSync(folder).filter(name => !before.has(name))
  const files = ['summary.json', ...written].sort().map(name => [name, readFileSync(join(folder, name), 'utf8')])
  await runShell(`rm -f ${written.join(' ')}`, folder)
  return { ...ran, files }
}

describe('several threads', () => {
  it.each([
    ['leads.csv', '', 2],
    ['leads.csv', '--split --only SQL', 3],
    ['leads.csv', '--escape-formulas --format tsv --columns stage,reasons', 2],
    ['leads.csv.gz', '-o out.csv', 3],
    ['- < leads.csv', '-o out.csv', 2],
  ] as const)('write and count what one does: %s %s --threads %i', { timeout: 120_000 }, (input, flags, threads) =>
    inFolder(async folder => {
      writeFileSync(join(folder, 'rules.yaml'), RULES)
      writeFileSync(join(folder, 'leads.csv'), leads())
      writeFileSync(join(folder, 'leads.csv.gz'), gzipSync(leads()))
      const one = await results(folder, input, `${flags} --engine stream`)
      expect(one.exit).toBe(0)
      expect(one.files.length).toBeGreaterThan(1)
      expect(await results(folder, input, `${flags} --threads ${threads}`)).toEqual(one)
    }),
  )

  it('are an error if one dies, and nothing is written', { timeout: 60_000 }, () =>
    inFolder(async folder => {
      for (const part of ['bin', 'dist', 'rules', 'package.json'])
        cpSync(join(ROOT, part), join(folder, 'leadq', part), { recursive: true })
      const dying =
        "import { parentPort } from 'node:worker_threads'\nparentPort.on('message', () => process.exit(3))\n"
      writeFileSync(join(folder, 'leadq', 'dist', 'thread.js'), dying)
      writeFileSync(join(folder, 'leads.csv'), leads())
      const ran = await runShell('node leadq/bin/leadq.js score leads.csv -r b2b --threads 2 -o out.csv', folder)
      expect(ran.exit).toBe(70)
      expect(ran.stderr).toContain('a thread ended too early (exit code 3)')
      expect(readdirSync(folder).sort()).toEqual(['leadq', 'leads.csv'])
    }),
  )

  it.each(['SIGINT', 'SIGKILL'] as const)('leave nothing behind at %s', { timeout: 60_000 }, signal =>
    inFolder(async folder => {
      writeFileSync(join(folder, 'rules.yaml'), RULES)
      writeFileSync(join(folder, 'leads.csv'), leads())
      writeFileSync(join(folder, 'out.csv'), 'id,leadq_stage\n1,of yesterday\n')
      const args = ['score', 'leads.csv', '-r', 'rules.yaml', '-o', 'out.csv', '--threads', '2']
      const child = spawn(process.execPath, [join(ROOT, 'bin', 'leadq.js'), ...args], { cwd: folder, stdio: 'ignore' })
      const closed = once(child, 'close')
      await sleep(150 + Math.random() * 400)
      child.kill(signal)
      await closed
      const isDone = child.exitCode === 0
      const text = readFileSync(join(folder, 'out.csv'), 'utf8')
      expect(text.split('\n').length > LEADS).toBe(isDone)
      if (!isDone) expect(text).toBe('id,leadq_stage\n1,of yesterday\n')
      // What a killed run has put aside is taken away by the next one.
      const again = await runShell(`leadq ${args.join(' ')} --force --quiet`, folder)
      expect(again.exit).toBe(0)
      expect(readdirSync(folder).sort()).toEqual(['leads.csv', 'out.csv', 'out.rejects.csv', 'rules.yaml'])
    }),
  )
})
