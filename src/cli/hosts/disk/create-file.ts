import type { BigIntStats } from 'node:fs'
import {
  access,
  constants,
  copyFile,
  type FileHandle,
  link,
  lstat,
  open,
  readlink,
  realpath,
  rename,
  rm,
} from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { diagnose } from '../../../base/diagnostic.ts'
import { Refusal } from '../../../base/refusal.ts'
import type { Change, OutputKind, Placed, Sink } from '../../../leads/host.ts'
import { bufferedWriter } from './buffered-writer.ts'
import { beginPlacing, endPlacing, keep, release } from './kept.ts'
import { OWN, type Ownership, type OwnMarks, ownershipOf } from './own-file.ts'
import { cannotCreate, cannotWrite, reasonOf } from './reasons.ts'
import type { Remembered } from './remembered.ts'
import { sweepFiles, temporaryName } from './run-name.ts'

/** Files that appear whole or not at all: written beside their place under another name, then renamed. */

export interface CreateOptions extends OwnMarks {
  /** The name people gave, for messages. */
  readonly shown: string
  /** Overwrite a file that leadq did not write; one that somebody changed since stays as a copy. */
  readonly force: boolean
  readonly kind: OutputKind
  readonly remembered: Remembered
  /** Files that this run reads; they are never overwritten. */
  readonly reads?: readonly string[]
  /** What to do about a file that leadq did not write. */
  readonly hint?: string
}

/** Links that are followed one after the other. */
const MAX_LINKS = 32
/** How often a run looks again whether another one still writes the same output, and the milliseconds between. */
const TRIES = 4
const PAUSE = 120

export async function createFile(link: string, options: CreateOptions): Promise<Sink> {
  const { shown } = options
  const { path, existing, keepsCopy } = await targetOf(link, options)
  if (existing !== undefined && !existing.isFile()) return throughSink(await openFor(path, 'w', shown), shown)
  const temporary = join(dirname(path), temporaryName(basename(path)))
  const handle = await openFor(temporary, 'wx', shown)
  keep(temporary)
  await refuseOtherWriters(path, temporary, shown).catch(async error => {
    await handle.close()
    await rm(temporary, { force: true })
    release(temporary)
    throw error
  })
  if (existing !== undefined) await likeBefore(handle, existing)
  return temporarySink(handle, { temporary, path, existing, keepsCopy }, options)
}

/** Refuses a path that `createFile` would refuse. */
export async function checkFile(path: string, options: CreateOptions): Promise<void> {
  await targetOf(path, options)
}

/** Where a file really goes, and what is there now. */
async function targetOf(path: string, options: CreateOptions, links = 0): Promise<Omit<Target, 'temporary'>> {
  const { shown } = options
  const existing = await statOf(path, shown)
  if (existing?.isSymbolicLink()) {
    // A link stays a link; what it points to is replaced, or made.
    if (links === MAX_LINKS) throw cannotCreate(shown, 'its symbolic links form a loop')
    return targetOf(resolve(dirname(path), await readlink(path)), options, links + 1)
  }
  if (existing?.isDirectory()) throw cannotCreate(shown, 'there is a folder of that name')
  const keepsCopy = existing?.isFile() === true && (await mayReplace(path, existing, options))
  return { path, existing, keepsCopy }
}

/** Takes a file away that is stale, if it is there, leadq wrote it and nobody has changed it. */
export async function removeOwn(
  path: string,
  options: OwnMarks & Pick<CreateOptions, 'remembered'>,
): Promise<Change | undefined> {
  const existing = await lstat(path, { bigint: true }).catch(() => undefined)
  if (!existing?.isFile()) return undefined
  if ((await options.remembered.isUntouched(path, existing)) === false) return undefined
  if ((await ownershipOf(path, options)).kind !== 'own') return undefined
  return {
    seal: async () => {},
    async place() {
      const aside = join(dirname(path), temporaryName(basename(path)))
      await rename(path, aside).catch(error => Promise.reject(cannotCreate(path, reasonOf(error))))
      return { undo: () => rename(aside, path), settle: () => rm(aside, { force: true }) }
    },
    discard: async () => {},
  }
}

async function statOf(path: string, shown: string): Promise<BigIntStats | undefined> {
  return lstat(path, { bigint: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENAMETOOLONG') throw cannotCreate(shown, reasonOf(error))
    return undefined
  })
}

/** Refuses to overwrite what is not leadq's; true if a copy of what was there has to stay. */
async function mayReplace(path: string, existing: BigIntStats, options: CreateOptions): Promise<boolean> {
  const { shown, force, hint = 'choose another path, or `--force` to overwrite it' } = options
  if (options.kind === 'update') return false
  for (const read of options.reads ?? []) {
    const found = await lstat(await realpath(read).catch(() => read), { bigint: true }).catch(() => undefined)
    if (found?.ino === existing.ino && found.dev === existing.dev) throw isRead(shown)
  }
  await access(path, constants.W_OK).catch(error => Promise.reject(cannotCreate(shown, reasonOf(error))))
  const found = await whoWrote(path, existing, options)
  if (found.kind === 'own') return false
  if (found.kind === 'foreign') {
    if (force) return false
    throw new Refusal(
      diagnose('file/exists', `${shown} already exists and was not written by leadq`, { hint }),
      'cannotCreate',
    )
  }
  if (force) return true
  throw new Refusal(
    diagnose('file/edited', `${shown} ${found.how}`, {
      hint: 'rename it to keep it, or `--force` to replace it: a copy stays as `.bak`',
    }),
    'cannotCreate',
  )
}

async function whoWrote(path: string, existing: BigIntStats, options: CreateOptions): Promise<Ownership> {
  const isUntouched = await options.remembered.isUntouched(path, existing)
  if (isUntouched === true) return { kind: 'own' }
  const byForm = options.kind === 'unmarked' ? OWN : await ownershipOf(path, options)
  const isKnownEdit = isUntouched === false && byForm.kind !== 'edited'
  return isKnownEdit ? { kind: 'edited', how: 'was changed after leadq wrote it' } : byForm
}

/**
 * Lets one run at a time write an output. Of two that begin at the same moment each sees the other one: the later name
 * gives way at once, the earlier one looks again, and gives way to a run that was there before it.
 */
async function refuseOtherWriters(path: string, temporary: string, shown: string): Promise<void> {
  const own = basename(temporary)
  for (let tries = 1; ; tries += 1) {
    const others = (await sweepFiles(dirname(path), basename(path))).filter(({ name }) => name !== own)
    if (others.length === 0) return
    if (others.some(({ isOwn }) => isOwn)) throw writtenTwice(shown)
    if (tries === TRIES || others.some(({ name }) => name < own)) throw isLocked(shown)
    await sleep(PAUSE)
  }
}

/** Mode and owner stay as they were. Some disks have neither, and only root gives files away: that is no failure. */
async function likeBefore(handle: FileHandle, { uid, gid, mode }: BigIntStats): Promise<void> {
  const now = await handle.stat({ bigint: true })
  if (now.uid !== uid || now.gid !== gid) await handle.chown(Number(uid), Number(gid)).catch(() => {})
  await handle.chmod(Number(mode)).catch(() => {})
}

/** Devices and pipes are written through: there is nothing to rename. */
function throughSink(handle: FileHandle, shown: string): Sink {
  const buffer = bufferedWriter(handle, shown)
  return {
    write: buffer.write,
    append: buffer.append,
    async seal() {
      await buffer.flush()
      await handle.close()
    },
    place: async () => ({ undo: async () => {}, settle: async () => {} }),
    discard: () => handle.close(),
  }
}

interface Target {
  readonly temporary: string
  readonly path: string
  /** What was there when the run began. */
  readonly existing: BigIntStats | undefined
  /** What was there stays as a copy. */
  readonly keepsCopy: boolean
}

function temporarySink(handle: FileHandle, target: Target, options: CreateOptions): Sink {
  const { temporary } = target
  const { shown } = options
  const buffer = bufferedWriter(handle, shown)
  let open = true
  const close = async () => {
    if (open) await handle.close()
    open = false
  }
  return {
    write: buffer.write,
    append: buffer.append,
    async seal() {
      await buffer.flush()
      await handle.sync().catch(error => Promise.reject(cannotWrite(shown, error)))
      await close()
    },
    place: () => placeFile(target, options),
    async discard() {
      await close()
      await rm(temporary, { force: true })
      release(temporary)
    },
  }
}

async function placeFile({ temporary, path, existing, keepsCopy }: Target, options: CreateOptions): Promise<Placed> {
  const { shown, remembered } = options
  const failed = (error: NodeJS.ErrnoException) => Promise.reject(cannotCreate(shown, reasonOf(error)))
  const before = await statOf(path, shown)
  const settle = async () => {
    endPlacing()
    release(temporary)
    await remembered.add(path)
  }
  if (before === undefined) {
    await appear(temporary, path).catch(failed)
    beginPlacing()
    return {
      async undo() {
        await rm(path, { force: true })
        endPlacing()
      },
      settle,
    }
  }
  if (before.mtimeNs !== existing?.mtimeNs || before.size !== existing.size || before.ino !== existing.ino) {
    throw new Refusal(
      diagnose('file/changed', `${shown} was changed while leadq was writing it`, { hint: 'run it again' }),
      'tryAgain',
    )
  }
  const old = keepsCopy ? await freeName(`${path}.bak`) : join(dirname(path), temporaryName(basename(path)))
  await link(path, old).catch(() => copyFile(path, old, constants.COPYFILE_EXCL).catch(failed))
  await rename(temporary, path).catch(async error => {
    await rm(old, { force: true })
    return failed(error)
  })
  beginPlacing()
  return {
    async undo() {
      await rename(old, path)
      endPlacing()
    },
    async settle() {
      if (!keepsCopy) await rm(old, { force: true })
      await settle()
    },
  }
}

/** Gives a file its name where there was none, and never takes the place of one that somebody made meanwhile. */
async function appear(temporary: string, path: string): Promise<void> {
  const isLinked = await link(temporary, path).then(
    () => true,
    (error: NodeJS.ErrnoException) => (error.code === 'EEXIST' ? Promise.reject(error) : false),
  )
  // Some disks have no links.
  await (isLinked ? rm(temporary, { force: true }) : rename(temporary, path))
}

/** `x.csv.bak`, else `x.csv.bak2`, ...: no copy takes the place of another one. */
async function freeName(path: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? path : `${path}${number}`
    if ((await lstat(name).catch(() => undefined)) === undefined) return name
  }
}

async function openFor(path: string, flags: 'w' | 'wx', shown: string): Promise<FileHandle> {
  return open(path, flags).catch(error => Promise.reject(cannotCreate(shown, reasonOf(error))))
}

function isRead(shown: string): Refusal {
  const hint = 'choose another path'
  return new Refusal(diagnose('file/exists', `${shown} is a file that this run reads`, { hint }), 'cannotCreate')
}

function isLocked(shown: string): Refusal {
  const hint = 'try again when it has ended'
  return new Refusal(diagnose('file/locked', `another run of leadq is writing ${shown}`, { hint }), 'tryAgain')
}

function writtenTwice(shown: string): Refusal {
  return new Refusal(diagnose('cli/usage', `two outputs of this run would be written to ${shown}`), 'usage')
}
