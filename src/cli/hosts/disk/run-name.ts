import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { keep, release } from './kept.ts'

/**
 * Temporary files and folders carry the name of their run: machine, process and the start of that process. So the next
 * run can remove what a killed run left behind, and never touches what a live run is writing.
 */
export interface RunName {
  readonly machine: string
  readonly pid: number
  readonly start: string
}

/** Of another machine nobody can tell here whether its run is alive; after a week without a change it is not. */
const ABANDONED = 7 * 24 * 60 * 60 * 1000

const FILE = /^\.leadq-(?<target>[0-9a-f]{8})-(?<machine>[0-9a-f]{8})-(?<pid>\d+)-(?<start>[0-9a-z]+)-[0-9a-f]+\.tmp$/
const FOLDER = /^leadq-(?<machine>[0-9a-f]{8})-(?<pid>\d+)-(?<start>[0-9a-z]+)-\w+$/

/** The name of a new temporary file beside its target. */
export function temporaryName(target: string): string {
  return `.leadq-${shortHash(target)}-${printName(thisRun())}-${randomBytes(4).toString('hex')}.tmp`
}

/** A temporary file of a run that is still going on. */
export interface LiveFile {
  readonly name: string
  /** It is this run's. */
  readonly isOwn: boolean
}

/** Of temporary files in a folder: removes those of dead runs, and says which others there are for a target. */
export async function sweepFiles(folder: string, target: string): Promise<LiveFile[]> {
  const wanted = shortHash(target)
  const live: LiveFile[] = []
  for (const name of await readdir(folder).catch((): string[] => [])) {
    const parts = FILE.exec(name)?.groups
    if (parts === undefined) continue
    const run = readName(parts)
    if (await isDead(join(folder, name), run)) await rm(join(folder, name), { force: true }).catch(() => {})
    else if (parts.target === wanted) live.push({ name, isOwn: isSame(run, thisRun()) })
  }
  return live
}

/** A new folder for temporary files, where the system keeps those; what dead runs left there is removed. */
export async function temporaryFolder(): Promise<string> {
  const place = tmpdir()
  for (const name of await readdir(place).catch((): string[] => [])) {
    const parts = FOLDER.exec(name)?.groups
    if (parts === undefined || !(await isDead(join(place, name), readName(parts)))) continue
    await rm(join(place, name), { recursive: true, force: true }).catch(() => {})
  }
  const folder = await mkdtemp(join(place, `leadq-${printName(thisRun())}-`))
  keep(folder)
  return folder
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  release(folder)
}

async function isDead(path: string, run: RunName): Promise<boolean> {
  if (run.machine === thisRun().machine) return !isAlive(run)
  const found = await stat(path).catch(() => undefined)
  return found !== undefined && Date.now() - found.mtimeMs > ABANDONED
}

/** Whether a process of this machine still goes on. */
export function isAlive({ pid, start }: RunName): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // No permission to send a signal: there is such a process.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  const now = startOf(pid)
  return now === UNKNOWN_START || now === start
}

let name: RunName | undefined

export function thisRun(): RunName {
  name ??= { machine: machineName(), pid: process.pid, start: startOf(process.pid) }
  return name
}

const UNKNOWN_START = '0'
/** A process that has ended and that nobody has asked about. */
const ENDED = ''

/** When a process was started, in ticks after which boot; where there is no /proc, nobody knows. */
function startOf(pid: number): string {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')
    if (fields?.[0] === 'Z') return ENDED
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8)
    return `${boot}${Number(fields?.[19]).toString(36)}`
  } catch {
    return UNKNOWN_START
  }
}

/** A machine, or a container with processes of its own: where the number of a process means the same. */
function machineName(): string {
  const parts = [hostname(), textOr('', () => readFileSync('/etc/machine-id', 'utf8'))]
  return shortHash([...parts, textOr('', () => readlinkSync('/proc/self/ns/pid'))].join('\n'))
}

function textOr(other: string, read: () => string): string {
  try {
    return read()
  } catch {
    return other
  }
}

export function readName({ machine = '', pid, start = '' }: Readonly<Record<string, string | undefined>>): RunName {
  return { machine, pid: Number(pid), start }
}

export function printName({ machine, pid, start }: RunName): string {
  return `${machine}-${pid}-${start}`
}

function isSame(one: RunName, other: RunName): boolean {
  return printName(one) === printName(other)
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}
