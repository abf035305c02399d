import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRunId } from '../../../src/ir/results/run-folder.ts'
import { ROOT } from '../program.ts'

/** A folder with a rulebook, an export and a run file, and the built program in it. */

const RULES = `leadq: 1
name: Nightly
scores: { fit: { rules: [{ id: size, field: employees, points_from: { 50: 10, 200: 25 } }] } }
stages: [{ stage: SQL, when: { score.fit: { at_least: 20 } } }, { stage: nurture }]
`

export function layOut(folder: string, leads: number, more = ''): void {
  writeFileSync(join(folder, 'rules.yaml'), RULES)
  writeFileSync(join(folder, 'leadq.run.yaml'), `inputs: [leads.csv]\nrules: rules.yaml\nout: runs\n${more}`)
  writeLeads(folder, leads)
}

export function writeLeads(folder: string, leads: number, shift = 0): void {
  const rows = Array.from({ length: leads }, (_, n) => `${n},Company ${n},${(n * 7 + shift) % 400}\n`)
  writeFileSync(join(folder, 'leads.csv'), `id,company,employees\n${rows.join('')}`)
}

export interface Ended {
  readonly exit: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface Started {
  readonly child: ChildProcess
  readonly end: Promise<Ended>
}

/** Starts the built program, without a shell between. */
export function start(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  node: readonly string[] = [],
): Started {
  const child = spawn(process.execPath, [...node, join(ROOT, 'bin', 'leadq.js'), ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', HOME: folder, LANG: 'C.UTF-8', TMPDIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, err]: [Buffer[], Buffer[]] = [[], []]
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk))
  const end = new Promise<Ended>((done, fail) => {
    child.on('error', fail)
    child.on('close', (exit, signal) =>
      done({ exit, signal, stdout: Buffer.concat(out).toString('utf8'), stderr: Buffer.concat(err).toString('utf8') }),
    )
  })
  return { child, end }
}

export function leadq(folder: string, ...args: readonly string[]): Promise<Ended> {
  return start(folder, args).end
}

/** `kill`: at once; `twice`: two signals; `replace`: the input is another file; else the name of a signal. */
export type AtStep = 'kill' | 'twice' | 'replace' | NodeJS.Signals

/** Runs, and something happens as a step is logged. */
export function runUntil(folder: string, step: string, action: AtStep, ...args: readonly string[]): Promise<Ended> {
  const preload = join(ROOT, 'test', 'support', 'run', 'at-step.mjs')
  const env = { AT_STEP: step, DO: action }
  return start(folder, ['run', '--log-format', 'json', ...args], env, ['--import', preload]).end
}

/** What is in the folder of runs, by name. */
export function namesIn(folder: string, ...path: readonly string[]): string[] {
  const place = join(folder, 'runs', ...path)
  return existsSync(place) ? readdirSync(place).sort() : []
}

export function latest(folder: string): string {
  return readlinkSync(join(folder, 'runs', 'latest'))
}

export function manifest(folder: string, ...path: readonly string[]) {
  const text = readFileSync(join(folder, 'runs', ...path, 'manifest.json'), 'utf8')
  const { run, status, exit_code, previous, guards, problem, warnings, counts, as_of, inputs } = JSON.parse(text)
  return { run, status, exit_code, previous, guards, problem, warnings, counts, as_of, inputs }
}

/** Whatever happened: each folder of a run is whole, and nothing else is left. */
export function leftovers(folder: string): string[] {
  const odd = namesIn(folder).filter(name => !isRunId(name) && !['latest', 'quarantine', 'failed'].includes(name))
  const apart = ['.', 'quarantine', 'failed'].flatMap(place =>
    namesIn(folder, place)
      .filter(isRunId)
      .filter(id => !existsSync(join(folder, 'runs', place, id, 'manifest.json')))
      .map(id => `${place}/${id}`),
  )
  return [...odd, ...apart]
}
