import { randomUUID } from 'node:crypto'
import { type FileHandle, lstat, mkdir, open, readlink, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import type { PathKind, Sink } from '../../leads/host.ts'

/** Files that appear whole or not at all: written beside their place under another name, then renamed. */

/** How far into an existing file is looked for the mark of an earlier run. */
const LOOKED_AT = 256 * 1024
const BUFFERED = 512 * 1024

export interface CreateOptions {
  /** The name people gave, for messages. */
  readonly shown: string
  /** Overwrite whatever is there. */
  readonly overwrite: boolean
  /** Of leadq's columns, by which its own files are known. */
  readonly prefix: string
  /** What to do about a file that leadq did not write. */
  readonly hint?: string
}

/** Links that are followed one after the other. */
const MAX_LINKS = 32

export async function createFile(path: string, options: CreateOptions, links = 0): Promise<Sink> {
  const { shown, overwrite, prefix, hint = 'another name for `-o`, or `--force` to overwrite it' } = options
  const existing = await lstat(path).catch(() => undefined)
  if (existing?.isSymbolicLink()) {
    // A link stays a link; what it points to is replaced, or made.
    if (links === MAX_LINKS) throw cannotCreate(shown, 'its links go round in a circle')
    return createFile(resolve(dirname(path), await readlink(path)), options, links + 1)
  }
  if (existing?.isDirectory()) throw cannotCreate(shown, 'there is a folder of that name')
  if (existing !== undefined && !existing.isFile()) return throughSink(await openFor(path, 'w', shown), shown)
  if (existing !== undefined && !overwrite && !(await wroteItself(path, prefix))) throw exists(shown, hint)
  const temporary = join(dirname(path), `.leadq-${randomUUID()}.tmp`)
  const handle = await openFor(temporary, 'wx', shown)
  // Some disks have no modes; that is no reason to fail.
  if (existing !== undefined) await handle.chmod(existing.mode).catch(() => {})
  return temporarySink(handle, temporary, path, shown)
}

/** Makes sure that there is a folder, and those above it. */
export async function makeFolder(path: string, shown: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch(error => Promise.reject(cannotCreate(shown, reasonOf(error))))
}

/** Removes a file, if it is there and leadq wrote it. */
export async function removeOwn(path: string, prefix: string): Promise<void> {
  const existing = await lstat(path).catch(() => undefined)
  if (existing?.isFile() && (await wroteItself(path, prefix))) await rm(path, { force: true })
}

/** Devices and pipes are written through: there is nothing to rename. */
function throughSink(handle: FileHandle, shown: string): Sink {
  const buffer = bufferedWriter(handle, shown)
  const close = async () => {
    await buffer.flush()
    await handle.close()
  }
  return { write: buffer.write, commit: close, discard: () => handle.close() }
}

function temporarySink(handle: FileHandle, temporary: string, path: string, shown: string): Sink {
  const buffer = bufferedWriter(handle, shown)
  let open = true
  const close = async () => {
    if (open) await handle.close()
    open = false
  }
  return {
    write: buffer.write,
    async commit() {
      await buffer.flush()
      await handle.sync().catch(error => Promise.reject(cannotWrite(shown, error)))
      await close()
      await rename(temporary, path).catch(error => Promise.reject(cannotCreate(shown, reasonOf(error))))
    },
    async discard() {
      await close()
      await rm(temporary, { force: true })
    },
  }
}

/** Collects small texts into large writes. */
function bufferedWriter(
  handle: FileHandle,
  shown: string,
): { write(content: string | Uint8Array): Promise<void>; flush(): Promise<void> } {
  let waiting: (string | Uint8Array)[] = []
  let size = 0
  const flush = async () => {
    const content = joined(waiting)
    waiting = []
    size = 0
    if (content.length > 0) await handle.writeFile(content).catch(error => Promise.reject(cannotWrite(shown, error)))
  }
  return {
    flush,
    async write(content) {
      waiting.push(content)
      size += content.length
      if (size >= BUFFERED) await flush()
    },
  }
}

/** Texts, or pieces of a workbook; an output is made of one or the other. */
function joined(pieces: readonly (string | Uint8Array)[]): string | Uint8Array {
  return pieces.every(piece => typeof piece === 'string')
    ? pieces.join('')
    : Buffer.concat(pieces.map(piece => (typeof piece === 'string' ? Buffer.from(piece) : piece)))
}

async function openFor(path: string, flags: 'w' | 'wx', shown: string): Promise<FileHandle> {
  return open(path, flags).catch(error => Promise.reject(cannotCreate(shown, reasonOf(error))))
}

/** Whether a file came from leadq. One that cannot be read did not, as far as anybody can tell. */
async function wroteItself(path: string, prefix: string): Promise<boolean> {
  const handle = await open(path, 'r').catch(() => undefined)
  if (handle === undefined) return false
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(LOOKED_AT), 0, LOOKED_AT, 0)
    const text = buffer.toString('utf8', 0, bytesRead)
    return text.startsWith('PAR1') ? (await endOf(handle)).includes(prefix) : hasMark(text, prefix)
  } finally {
    await handle.close()
  }
}

/** The end of a Parquet file has the names of its columns. */
async function endOf(handle: FileHandle): Promise<string> {
  const { size } = await handle.stat()
  const { buffer } = await handle.read(Buffer.alloc(LOOKED_AT), 0, LOOKED_AT, Math.max(0, size - LOOKED_AT))
  return buffer.toString('utf8')
}

/** leadq's columns (in a file for Pipedrive behind their entity), its member in JSON records, its name in a workbook, or the header of its rejects. In an empty file or list nothing is lost. */
function hasMark(text: string, prefix: string): boolean {
  const isEmpty = /^[\s[\]]*$/.test(text)
  const isRejects = /^\uFEFF?line[,;\t|]code[,;\t|]message[,;\t|]text[\r\n]/.test(text)
  const cells = text.split(/[,;\t|"\r\n]/)
  const isBook = text.startsWith('PK') && text.includes('<Application>leadq</Application>')
  return (
    isEmpty ||
    isRejects ||
    isBook ||
    text.includes('"leadq":') ||
    cells.some(cell => cell.replace(/^Person - /, '').startsWith(prefix))
  )
}

export async function kindOf(path: string): Promise<PathKind> {
  return stat(path).then(
    found => (found.isDirectory() ? 'folder' : found.isFile() ? 'file' : 'stream'),
    () => 'file',
  )
}

/** Bytes of a file; 0 of what is none. */
export async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    found => (found.isFile() ? found.size : 0),
    () => 0,
  )
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
  ENOENT: 'no such folder',
  ENOTDIR: 'no such folder',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file grows too large',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'the name is too long',
}

/** What an error of the system means, in words. */
export function reasonOf(error: NodeJS.ErrnoException): string {
  return REASONS[error.code ?? ''] ?? error.message
}

function cannotCreate(shown: string, reason: string): Refusal {
  return new Refusal(diagnose('file/cannot-create', `cannot create ${shown}: ${reason}`), 'cannotCreate')
}

function cannotWrite(shown: string, error: NodeJS.ErrnoException): Refusal {
  return new Refusal(
    diagnose('file/cannot-write', `cannot write ${shown}: ${reasonOf(error)}`, { hint: 'nothing was left behind' }),
    'cannotWrite',
  )
}

function exists(shown: string, hint: string): Refusal {
  return new Refusal(diagnose('file/exists', `${shown} exists and leadq did not write it`, { hint }), 'cannotCreate')
}
