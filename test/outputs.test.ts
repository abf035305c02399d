import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createOutside } from '../src/cli/hosts/outside.ts'
import { commit } from '../src/leads/host.ts'
import { inFolder, ROOT, runShell } from './support/program.ts'

/** Outputs on a real disk: existing files, concurrent runs, and files left by a killed run. */

const RULES = `leadq: 1
name: Outputs
scores: { fit: { rules: [{ id: size, field: employees, points_from: { 50: 10, 200: 25 } }] } }
stages: [{ stage: SQL, when: { score.fit: { at_least: 20 } } }, { stage: nurture }]
`
const LEADS = 'id,company,employees\n1,Acme,300\n2,Birch,20\n'
/** So many leads that neither the sample nor a pipe's buffer holds all of them. */
const MANY = `id,company,employees\n${Array.from({ length: 40_000 }, (_, n) => `${n},Company ${n},${n % 300}`).join('\n')}\n`
const SCORE = 'leadq score leads.csv -r rules.yaml --as-of 2026-03-02 -q'

/** A folder with leads and a rulebook, in which runs remember what they wrote. */
function withLeads<T>(
  use: (folder: string, run: (line: string) => ReturnType<typeof runShell>) => Promise<T>,
): Promise<T> {
  return inFolder(async state =>
    inFolder(async folder => {
      writeFileSync(join(folder, 'rules.yaml'), RULES)
      writeFileSync(join(folder, 'leads.csv'), LEADS)
      return use(folder, line => runShell(line, folder, { XDG_STATE_HOME: state }))
    }),
  )
}

describe('what somebody changed in an output', () => {
  const EDITS: readonly [string, string, string, string][] = [
    ['a column', SCORE, 'leads.scored.csv', "sed -i '1s/$/,My notes/; 2s/$/,call Monday/' leads.scored.csv"],
    ['a row', SCORE, 'leads.scored.csv', "echo '3,typed in by hand,' >> leads.scored.csv"],
    ['a cell', SCORE, 'leads.scored.csv', "sed -i 's/Acme/Acme Ltd/' leads.scored.csv"],
    [
      'the file of a stage',
      `${SCORE} --split`,
      'leads.scored.SQL.csv',
      "sed -i 's/Acme/Acme Ltd/' leads.scored.SQL.csv",
    ],
    ['JSON', `${SCORE} -o out.json`, 'out.json', "sed -i 's/Acme/Acme Ltd/' out.json"],
    ['a workbook', `${SCORE} -o out.xlsx`, 'out.xlsx', 'printf x >> out.xlsx'],
    [
      'a file in a folder',
      `mkdir -p o; ${SCORE} -o o/`,
      'o/leads.scored.csv',
      "sed -i 's/Acme/Acme Ltd/' o/leads.scored.csv",
    ],
    ['rejects', `echo '3,x' >> leads.csv; ${SCORE}`, 'leads.rejects.csv', "echo '9,mine,,' >> leads.rejects.csv"],
  ]

  it.each(EDITS)('is not lost: %s', (_, line, path, edit) =>
    withLeads(async (folder, run) => {
      expect((await run(line)).exit).toBe(0)
      // Unchanged, it is overwritten without a message.
      expect(await run(line)).toEqual({ stdout: '', stderr: '', exit: 0 })
      await run(edit)
      const edited = readFileSync(join(folder, path))
      const refused = await run(line)
      expect(refused.exit).toBe(73)
      expect(refused.stderr).toContain(`error file/edited  ${path}`)
      expect(readFileSync(join(folder, path))).toEqual(edited)
      expect((await run(`${line} --force`)).exit).toBe(0)
      expect(readFileSync(join(folder, `${path}.bak`))).toEqual(edited)
      expect(readFileSync(join(folder, path))).not.toEqual(edited)
      expect(await run(line)).toEqual({ stdout: '', stderr: '', exit: 0 })
      // A second edit does not replace the copy of the first one.
      await run(edit)
      expect((await run(`${line} --force`)).exit).toBe(0)
      expect(readFileSync(join(folder, `${path}.bak`))).toEqual(edited)
      expect(existsSync(join(folder, `${path}.bak2`))).toBe(true)
    }),
  )
})

describe('a row that somebody added to an output that leadq does not remember', () => {
  it.each([
    ['typed', "echo '3,typed in by hand,' >> leads.scored.csv"],
    ['saved by a spreadsheet', "echo '3,typed in by hand,,,,,,,,,,,,,,,' | cut -d, -f1-N >> leads.scored.csv"],
  ])('is not lost: %s', (_, edit) =>
    withLeads(async (folder, run) => {
      await run(SCORE)
      const path = join(folder, 'leads.scored.csv')
      const width = readFileSync(path, 'utf8').split('\n')[0]?.split(',').length
      const elsewhere = `XDG_STATE_HOME=$PWD/elsewhere ${SCORE}`
      expect((await run(`XDG_STATE_HOME=$PWD/nowhere ${SCORE}`)).exit).toBe(0)
      await run(edit.replace('N', String(width)))
      const edited = readFileSync(path)
      const refused = await run(elsewhere)
      expect(refused.exit).toBe(73)
      expect(refused.stderr).toContain('ends with a row that leadq did not write')
      expect(readFileSync(path)).toEqual(edited)
    }),
  )
})

describe('files that leadq did not write', () => {
  const OTHERS: readonly [string, string, string][] = [
    ['a name that leadq chooses', 'leads.scored.csv', 'mine\n'],
    ['rejects that leadq would write', 'leads.rejects.csv', 'mine\n'],
    ['a package.json', 'out.json', '{"devDependencies":{"leadq":"^0.1.0"}}\n'],
    ['records with a leadq of their own', 'out.json', '[{"id":1,"leadq":"x"}]\n'],
    ['notes about leadq', 'out.csv', 'note\nlook at leadq_stage\nleadq_stage is new\n'],
    ['an export of a CRM with written back fields', 'out.csv', 'id,leadq_score,leadq_stage,Owner\n1,5,SQL,Ann\n'],
    ['an export of a CRM in an order of its own', 'out.csv', 'id,leadq_score,leadq_stage\n1,5,SQL\n'],
    ['the rulebook', 'rules.yaml', RULES],
    ['the leads', 'leads.csv', LEADS],
  ]

  it.each(OTHERS)('are not overwritten: %s', (_, path, text) =>
    withLeads(async (folder, run) => {
      writeFileSync(join(folder, path), text)
      if (path.includes('rejects')) appendFileSync(join(folder, 'leads.csv'), '3,x\n')
      const isChosen = path.startsWith('leads.') && path !== 'leads.csv'
      const { exit, stderr } = await run(isChosen ? SCORE : `${SCORE} -o ${path}`)
      expect([exit, stderr]).toEqual([73, expect.stringContaining(`error file/exists  ${path}`)])
      expect(readFileSync(join(folder, path), 'utf8')).toBe(text)
      expect(readdirSync(folder).filter(name => name.startsWith('.leadq'))).toEqual([])
    }),
  )

  it('are not overwritten even with --force where this run reads them', () =>
    withLeads(async (folder, run) => {
      writeFileSync(join(folder, 'events.csv'), 'id,event,time,leadq_stage\n1,demo,2026-03-01,SQL\n')
      const { exit, stderr } = await run(`${SCORE} --events events.csv -o events.csv --force`)
      expect([exit, stderr]).toEqual([73, expect.stringContaining('events.csv is a file that this run reads')])
    }))

  it('stay where they appear while leadq writes', () =>
    withLeads(async (folder, run) => {
      const child = scoring(folder, 'out.csv')
      child.stdin?.write(MANY)
      await until(() => temporaryIn(folder).length > 0)
      writeFileSync(join(folder, 'out.csv'), 'mine\n')
      child.stdin?.end()
      await once(child, 'close')
      expect(child.exitCode).toBe(75)
      expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toBe('mine\n')
      expect(temporaryIn(folder)).toEqual([])
      expect((await run(`${SCORE} -o other.csv`)).exit).toBe(0)
    }))
})

describe('outputs of a run', () => {
  it('all stay as they were where one of them cannot take its place', () =>
    withLeads(async (folder, run) => {
      writeFileSync(join(folder, 'leads.csv'), `${LEADS}3,x\n`)
      expect((await run(`${SCORE} --split -o o/`)).exit).toBe(0)
      const before = contents(join(folder, 'o'))
      const child = scoring(folder, 'o/leads.scored.csv', '--split')
      child.stdin?.write(MANY)
      await until(() => temporaryIn(join(folder, 'o')).length >= 3)
      // Somebody else puts a folder where the last of them belongs.
      mkdirSync(join(folder, 'o', 'leads.scored.nurture.csv.d'))
      await run('rm o/leads.scored.nurture.csv; mv o/leads.scored.nurture.csv.d o/leads.scored.nurture.csv')
      child.stdin?.end()
      await once(child, 'close')
      expect(child.exitCode).not.toBe(0)
      const { 'leads.scored.nurture.csv': _, ...others } = before
      expect(contents(join(folder, 'o'))).toEqual(others)
    }))

  it('keep the rejects of the run before when this one is refused', () =>
    withLeads(async (folder, run) => {
      writeFileSync(join(folder, 'leads.csv'), `${LEADS}3,x\n`)
      await run(SCORE)
      writeFileSync(join(folder, 'leads.csv'), LEADS)
      writeFileSync(join(folder, 'empty.csv'), '')
      expect((await run(SCORE.replace('leads.csv', 'leads.csv empty.csv'))).exit).toBe(65)
      expect(existsSync(join(folder, 'leads.rejects.csv'))).toBe(true)
      expect((await run(SCORE)).exit).toBe(0)
      expect(existsSync(join(folder, 'leads.rejects.csv'))).toBe(false)
    }))

  it('have names of their own for stages that are spelled nearly alike', () =>
    withLeads(async (folder, run) => {
      const stages = ['a/b', 'a:b', 'A-B', 'rejects', 'nurture']
      const rows = stages.map((stage, index) =>
        index === stages.length - 1 ? `{ stage: ${stage} }` : `{ stage: "${stage}", when: { company: C${index} } }`,
      )
      writeFileSync(join(folder, 'rules.yaml'), RULES.replace(/stages: .*/, `stages: [${rows.join(', ')}]`))
      writeFileSync(join(folder, 'leads.csv'), `id,company\n${stages.map((_, n) => `${n},C${n}`).join('\n')}\n5,a,b\n`)
      expect((await run(`${SCORE} --split -o out.csv`)).exit).toBe(0)
      const written = readdirSync(folder).filter(name => name.startsWith('out.'))
      expect(new Set(written.map(name => name.toLowerCase())).size).toBe(stages.length + 2)
    }))

  it('are not begun where a stage is no name for a file', () =>
    withLeads(async (folder, run) => {
      writeFileSync(join(folder, 'rules.yaml'), RULES.replace('stage: nurture', `stage: ${'n'.repeat(300)}`))
      const { exit, stderr } = await run(`${SCORE} --split`)
      expect([exit, stderr]).toEqual([73, expect.stringContaining('the name is too long')])
      expect(readdirSync(folder).sort()).toEqual(['leads.csv', 'rules.yaml'])
    }))

  it('keep the mode of what was there, and links stay links', () =>
    withLeads(async (folder, run) => {
      mkdirSync(join(folder, 'real'))
      await run(`${SCORE} -o real/out.csv`)
      chmodSync(join(folder, 'real', 'out.csv'), 0o640)
      symlinkSync(join('real', 'out.csv'), join(folder, 'out.csv'))
      expect(await run(`${SCORE} -o out.csv`)).toEqual({ stdout: '', stderr: '', exit: 0 })
      expect(statSync(join(folder, 'real', 'out.csv')).mode & 0o777).toBe(0o640)
      expect(readFileSync(join(folder, 'out.csv'))).toEqual(readFileSync(join(folder, 'real', 'out.csv')))
      expect(readdirSync(join(folder, 'real'))).toEqual(['out.csv'])
    }))
})

describe('runs beside each other', () => {
  it('do not write the same output', () =>
    withLeads(async (folder, run) => {
      const child = scoring(folder, 'out.csv')
      child.stdin?.write(MANY)
      await until(() => temporaryIn(folder).length > 0)
      const second = await run(`${SCORE} -o out.csv`)
      expect([second.exit, second.stderr]).toEqual([
        75,
        expect.stringContaining('another run of leadq is writing out.csv'),
      ])
      // Another output in the same folder is free, and the files of the live run stay.
      expect((await run(`${SCORE} -o other.csv`)).exit).toBe(0)
      expect(temporaryIn(folder)).toHaveLength(1)
      child.stdin?.end()
      await once(child, 'close')
      expect(child.exitCode).toBe(0)
      expect((await run(`${SCORE} -o out.csv`)).exit).toBe(0)
      expect(temporaryIn(folder)).toEqual([])
    }))

  it('of two that start at once, one writes', () =>
    withLeads(async (folder, run) => {
      const both = await Promise.all([run(`${SCORE} -o out.csv`), run(`${SCORE} -o out.csv`)])
      expect(both.map(({ exit }) => exit).filter(exit => exit !== 75)).toContain(0)
      expect(readFileSync(join(folder, 'out.csv'), 'utf8').split('\n')).toHaveLength(4)
    }))

  it('remove what a killed one left, on disk and in TMPDIR, and nothing else', () =>
    withLeads(async folder => {
      mkdirSync(join(folder, 'tmp'))
      const child = scoring(folder, 'out.csv', '--sort', 'score')
      child.stdin?.write(MANY)
      await until(() => temporaryIn(folder).length > 0)
      child.kill('SIGKILL')
      await once(child, 'close')
      expect(temporaryIn(folder)).toHaveLength(1)
      const foreign = ['.leadq-notes.tmp', '.leadq-01234567-01234567-1-0-ab.tmp']
      for (const name of foreign) writeFileSync(join(folder, name), '')
      const abandoned = '.leadq-01234567-89abcdef-1-0-ab.tmp'
      writeFileSync(join(folder, abandoned), '')
      utimesSync(join(folder, abandoned), 1, 1)
      const folderOfDead = temporaryIn(folder).find(name => !foreign.includes(name) && name !== abandoned)
      const [, machine, rest] = /^\.leadq-[0-9a-f]{8}-([0-9a-f]{8})-(\d+-[0-9a-z]+)-/.exec(folderOfDead ?? '') ?? []
      mkdirSync(join(folder, 'tmp', `leadq-${machine}-${rest}-AbCdEf`))
      mkdirSync(join(folder, 'tmp', 'leadq-of-somebody-else'))
      const ran = await runShell(`cat leads.csv | ${SCORE.replace('leads.csv', '-')} --sort score -o o.csv`, folder, {
        TMPDIR: join(folder, 'tmp'),
      })
      expect(ran).toEqual({ stdout: '', stderr: '', exit: 0 })
      // A file of another machine may belong to a live run until it is old.
      expect(temporaryIn(folder).sort()).toEqual([...foreign].sort())
    }))
})

describe('inputs', () => {
  it('that change while they are read are not scored', () =>
    withLeads(async folder => {
      const args = ['score', 'leads.csv', '-r', 'rules.yaml', '--as-of', '2026-03-02', '--events', '-', '-o', 'out.csv']
      const child = spawn(process.execPath, [join(ROOT, 'bin', 'leadq.js'), ...args], { cwd: folder })
      let said = ''
      child.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString()
      })
      child.stdin.on('error', () => {})
      const events = `id,event,time\n${'1,page_view,2026-03-01\n'.repeat(20_000)}`
      // Once the pipe has accepted this much, the run has begun.
      if (!child.stdin.write(events)) await once(child.stdin, 'drain')
      appendFileSync(join(folder, 'leads.csv'), '3,Cedar,70\n')
      child.stdin.end()
      await once(child, 'close')
      expect(child.exitCode).toBe(75)
      expect(said).toContain('error file/changed  leads.csv changed while it was being read')
      expect(readdirSync(folder).sort()).toEqual(['leads.csv', 'rules.yaml'])
    }))

  it('that change while any command reads them leave no output', () =>
    withLeads(async folder => {
      const around = {
        cwd: folder,
        env: {},
        stdin: process.stdin,
        stdout: process.stdout,
        stderr: process.stderr,
        isStdoutClosed: () => false,
        now: () => 0,
        onStop: () => {},
      }
      const host = createOutside(around, { force: false, progress: false, prefix: 'leadq_' })
      for await (const _ of await host.read('leads.csv'));
      const [first, second] = [await host.create('first.csv'), await host.create('second.csv')]
      await commit([first])
      appendFileSync(join(folder, 'leads.csv'), '3,Cedar,70\n')
      await expect(commit([second])).rejects.toMatchObject({ exit: 'tryAgain', diagnostic: { code: 'file/changed' } })
      await second.discard()
      expect(readdirSync(folder).sort()).toEqual(['first.csv', 'leads.csv', 'rules.yaml'])
    }))

  it('need no folder for temporary files', () =>
    withLeads(async (folder, run) => {
      expect((await run(`TMPDIR=$PWD/none ${SCORE}`)).exit).toBe(0)
      expect((await run(`TMPDIR=$PWD/none ${SCORE} --sort score`)).exit).toBe(0)
      writeFileSync(join(folder, 'big.csv'), MANY)
      copyFileSync(join(folder, 'rules.yaml'), join(folder, 'd.yaml'))
      appendFileSync(join(folder, 'd.yaml'), 'dedupe: { by: id }\n')
      const asked = await run(`cat big.csv | TMPDIR=$PWD/none ${SCORE.replace('leads.csv', '-')} -r d.yaml -o o.csv`)
      expect([asked.exit, asked.stderr]).toEqual([
        74,
        expect.stringContaining(`${join(folder, 'none')}: no such folder`),
      ])
    }))
})

function scoring(folder: string, out: string, ...more: string[]): ChildProcess {
  const args = ['score', '-', '-r', 'rules.yaml', '--as-of', '2026-03-02', '-q', '-o', out, ...more]
  const child = spawn(process.execPath, [join(ROOT, 'bin', 'leadq.js'), ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, TMPDIR: folder },
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.stdin?.on('error', () => {})
  return child
}

function temporaryIn(folder: string): string[] {
  return readdirSync(folder).filter(name => name.startsWith('.leadq'))
}

function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter(name => statSync(join(folder, name)).isFile())
  return Object.fromEntries(names.map(name => [name, readFileSync(join(folder, name), 'utf8')]))
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !holds(); tries += 1) await sleep(20)
  expect(holds()).toBe(true)
}
