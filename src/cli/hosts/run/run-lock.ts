import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { diagnose } from '../../../base/diagnostic.ts'
import { Refusal } from '../../../base/refusal.ts'
import { keep, release } from '../disk/kept.ts'
import { cannotCreate, reasonOf } from '../disk/reasons.ts'
import { isAlive, printName, readName, thisRun } from '../disk/run-name.ts'
import { PRIVATE } from './synced.ts'

/**
 * One run at a time in a folder of runs. Each run has a file of its own, called after its process, so that nobody ever
 * removes the file of a live run: the file of a dead process stays dead. A run first says that it looks (`looking`), then
 * reads what the others say. It holds the folder if no other one holds it or looks; of two that look, the one whose name
 * comes first goes on looking, and the other one waits or gives way.
 */
export interface Lock {
  /** Runs that held the folder when their process died. */
  readonly died: readonly string[]
  /** Says which run holds it. */
  hold(run: string): Promise<void>
  release(): Promise<void>
}

interface Claim {
  readonly state: 'looking' | 'waiting' | 'held'
  readonly run: string
  readonly pid: number
  readonly host: string
  readonly since: string
}

interface Found extends Claim {
  readonly name: string
}

const CLAIM = /^\.leadq-run-(?<machine>[0-9a-f]{8})-(?<pid>\d+)-(?<start>[0-9a-z]*)\.lock$/
/** A run of another machine says that it is alive so often, and is taken for dead after a while without it. */
const HEARTBEAT = 30_000
const ABANDONED = 5 * 60_000
const PAUSE = 100

export interface LockOptions {
  /** Milliseconds to wait for another run. */
  readonly wait: number
  readonly now: () => number
  readonly stop: AbortSignal
}

/** Takes the folder, or throws a `Refusal` that says which run holds it. */
export async function lockRuns(
  { path: folder, shown }: { readonly path: string; readonly shown: string },
  { wait, now, stop }: LockOptions,
): Promise<Lock> {
  const own = `.leadq-run-${printName(thisRun())}.lock`
  const path = join(folder, own)
  let claim: Omit<Claim, 'state'> = {
    run: '',
    pid: process.pid,
    host: hostname(),
    since: new Date(now()).toISOString(),
  }
  const say = async (state: Claim['state']) => {
    await writeFile(`${path}.tmp`, JSON.stringify({ ...claim, state }), { mode: PRIVATE })
    await rename(`${path}.tmp`, path)
  }
  const leave = async () => {
    await rm(path, { force: true })
    release(path)
  }
  const died: string[] = []
  const end = now() + wait
  keep(path)
  for (;;) {
    await say('looking').catch(error => Promise.reject(cannotCreate(shown, reasonOf(error))))
    const others = await claimsIn(folder, own, died)
    const held = others.find(({ state }) => state === 'held')
    const before = held ?? others.find(({ state, name }) => state === 'looking' && name < own)
    if (before === undefined && others.every(({ state }) => state === 'waiting')) break
    if (stop.aborted || (before !== undefined && now() >= end)) {
      await leave()
      stop.throwIfAborted()
      throw isLocked(before, shown, wait > 0)
    }
    if (before !== undefined) await say('waiting')
    await sleep(PAUSE)
  }
  await say('held')
  const beat = setInterval(() => void say('held').catch(() => {}), HEARTBEAT)
  beat.unref()
  return {
    died,
    async hold(run) {
      claim = { ...claim, run }
      await say('held')
    },
    async release() {
      clearInterval(beat)
      await leave()
    },
  }
}

/** What the live runs say; files of dead ones are removed, and the runs that they held added to `died`. */
async function claimsIn(folder: string, own: string, died: string[]): Promise<Found[]> {
  const found: Found[] = []
  for (const name of await readdir(folder)) {
    const parts = CLAIM.exec(name)?.groups
    if (parts === undefined || name === own) continue
    const path = join(folder, name)
    const claim = await readClaim(path)
    if (claim === undefined) continue
    if (!(await isDead(path, join(folder, own), readName(parts)))) found.push({ ...claim, name })
    else {
      if (claim.state === 'held') died.push(claim.run)
      await rm(path, { force: true })
    }
  }
  return found
}

/** Times of files are compared with that of one's own: the clocks of two machines may differ. */
async function isDead(path: string, own: string, run: ReturnType<typeof readName>): Promise<boolean> {
  if (run.machine === thisRun().machine) return !isAlive(run)
  const [theirs, ours] = await Promise.all([path, own].map(each => stat(each).catch(() => undefined)))
  return theirs !== undefined && ours !== undefined && ours.mtimeMs - theirs.mtimeMs > ABANDONED
}

const UNREADABLE: Claim = { state: 'held', run: '', pid: 0, host: '', since: '' }

async function readClaim(path: string): Promise<Claim | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  try {
    const claim: Partial<Claim> = JSON.parse(text)
    const { state = 'held', run = '', pid = 0, host = '', since = '' } = claim
    return { state, run, pid, host, since }
  } catch {
    // A file that a full disk has left empty.
    return UNREADABLE
  }
}

function isLocked(holder: Found | undefined, shown: string, hasWaited: boolean): Refusal {
  const { name, run, pid, host, since } = holder ?? { ...UNREADABLE, name: '' }
  const message = `${run === '' ? 'a run' : `run ${run}`} (pid ${pid} on ${host}, since ${since}) ${hasWaited ? 'still holds' : 'holds'} ${shown}`
  const isHere = host === hostname()
  const hint = isHere
    ? 'try again when it has ended, or wait for it: `--lock-wait 10m`'
    : `if that machine is gone, remove ${shown}/${name}, or wait five minutes`
  return new Refusal(diagnose('run/locked', message, { hint }), 'tryAgain')
}
