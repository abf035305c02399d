import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { main } from '../../src/cli/main.ts'
import { type Ran, ROOT } from '../support/program.ts'
import { type Bounds, rulebookOf, type State, stateOf } from './model.ts'
import { createWorld, exportOf, isoDay } from './world.ts'

export const NIGHTS = 30
const NEW_RULES = 12
const HALF_EXPORT = 20
const CRASH = 25

/** 1 March 2026: the first night ends on the 2nd, a Monday. */
const BEGIN = Date.UTC(2026, 2, 1) / 86_400_000

const RUN_FILE = `inputs: [exports/leads.csv]
rules: leadq.yaml
out: runs
guards: { max_shrink: 30%, min_rows: 50 }
`

/** One night: what was exported, what leadq did, and what should have come out by an independent count. */
export interface Night {
  readonly number: number
  readonly day: number
  readonly what: 'plain' | 'new rules' | 'half export' | 'crash'
  readonly ran: Ran
  /** Leads in the export. */
  readonly exported: number
  /** The run that `latest` leads to afterwards. */
  readonly latest: string
  /** What every lead should be, by id. */
  readonly expected: ReadonlyMap<string, State>
  /** What every lead was in the last night that was published. */
  readonly before: ReadonlyMap<string, State>
  /** Leads that were gone in an earlier night that was published. */
  readonly wereGone: ReadonlySet<string>
}

/** Plays all nights in a folder; `look` sees each morning before the next night. */
export async function playNights(folder: string, look: (night: Night) => Promise<void>): Promise<void> {
  mkdirSync(join(folder, 'exports'))
  writeFileSync(join(folder, 'leadq.run.yaml'), RUN_FILE)
  const world = createWorld(BEGIN)
  let before: ReadonlyMap<string, State> = new Map()
  const wereGone = new Set<string>()
  for (let number = 1; number <= NIGHTS; number += 1) {
    const day = BEGIN + number
    const what = whatOf(number)
    const bounds: Bounds = number < NEW_RULES ? { sqlFit: 40, mqlEngagement: 20 } : { sqlFit: 20, mqlEngagement: 24 }
    writeFileSync(join(folder, 'leadq.yaml'), rulebookOf(bounds, number < NEW_RULES ? '1' : '2'))
    world.pass(day)
    const everyone = world.people()
    const people = what === 'half export' ? everyone.slice(0, everyone.length / 2) : everyone
    writeFileSync(join(folder, 'exports', 'leads.csv'), exportOf(people))
    const ran = what === 'crash' ? await crash(folder, day) : await runAt(['run', '-q'], folder, day)
    if (ran.exit !== 0 && what === 'plain') throw new Error(`night ${number}: exit ${ran.exit}\n${ran.stderr}`)
    const expected = new Map(people.map(person => [person.id, stateOf(person, day, bounds, before.get(person.id))]))
    const latest = readlinkSync(join(folder, 'runs', 'latest'))
    await look({
      number,
      day,
      what,
      ran,
      exported: people.length,
      latest,
      expected,
      before,
      wereGone: new Set(wereGone),
    })
    if (what === 'half export' || what === 'crash') continue
    for (const id of before.keys()) if (!expected.has(id)) wereGone.add(id)
    before = expected
  }
}

function whatOf(number: number): Night['what'] {
  if (number === NEW_RULES) return 'new rules'
  if (number === HALF_EXPORT) return 'half export'
  return number === CRASH ? 'crash' : 'plain'
}

/** A command at two o'clock in the night to a day, in Berlin. */
export async function runAt(argv: readonly string[], cwd: string, day: number): Promise<Ran> {
  const [stdout, stderr] = [collect(), collect()]
  const exit = await main(argv, {
    cwd,
    env: {},
    stdin: Readable.from([]),
    stdout: stdout.stream,
    stderr: stderr.stream,
    isStdoutClosed: () => false,
    now: () => day * 86_400_000 + 60 * 60 * 1000,
    onStop: () => {},
  })
  return { stdout: stdout.text(), stderr: stderr.text(), exit }
}

function collect() {
  const chunks: Buffer[] = []
  const stream = new Writable({
    write(chunk, _, done) {
      chunks.push(Buffer.from(chunk))
      done()
    },
  })
  return { stream, text: () => Buffer.concat(chunks).toString() }
}

/** A run of the built program that is killed as soon as it has read its inputs. */
async function crash(folder: string, day: number): Promise<Ran> {
  const argv = [join(ROOT, 'bin', 'leadq.js'), 'run', '--as-of', isoDay(day)]
  const child = spawn(process.execPath, argv, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
    if (stderr.includes('inputs')) child.kill('SIGKILL')
  })
  await once(child, 'close')
  return { stdout: '', stderr, exit: child.signalCode === 'SIGKILL' ? 137 : (child.exitCode ?? -1) }
}

/** The rows of a CSV file without quotes, by heading. */
export function rowsOf(path: string): Readonly<Record<string, string>>[] {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n')
  const headings = head.split(',')
  return lines.map(line => Object.fromEntries(line.split(',').map((cell, at) => [headings[at] ?? '', cell])))
}
