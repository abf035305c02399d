import type { Duckdb } from './parquet/duckdb.ts'

/** The path that stands for stdin or stdout. */
export const STDIO = '-'

/**
 * The outside world as tools see it. `cli/hosts/` implements it; nothing left of `cli` touches disk, clock or console.
 */
export interface Host {
  /** The bytes of a file, or of stdin for `-`. Throws a `Refusal` if it cannot be read. */
  read(path: string): Promise<AsyncIterable<Uint8Array>>
  /**
   * A new file that appears whole when it is committed, or stdout for `-`. Files that leadq did not write, or that
   * somebody changed since, are refused.
   */
  create(path: string, kind?: OutputKind): Promise<Sink>
  /** Whether a file has more than a header, as far as its first bytes tell. */
  hasRecords(path: string): Promise<boolean>
  /** Refuses a path that `create` would refuse, before there is anything to write. */
  check(path: string): Promise<void>
  /** Takes away a file that is stale, if it is there, leadq wrote it and nobody has changed it. */
  remove(path: string): Promise<Change | undefined>
  /** The size, time and identity of a file; undefined for pipes and what is not there. */
  stampOf(path: string): Promise<string | undefined>
  kindOf(path: string): Promise<PathKind>
  /** Size of a file in bytes; 0 if it is not a file. */
  sizeOf(path: string): Promise<number>
  /** Creates a folder if it does not exist. */
  makeFolder(path: string): Promise<void>
  /** A place for texts that do not fit in memory; gone when it is dropped. */
  scratch(): Promise<Scratch>
  /** A DuckDB for one Parquet file, to be closed; a `Refusal` if it is not installed. */
  openDuckdb(): Promise<Duckdb>
  /** Absent where there is only one. */
  readonly threads?: ThreadHost
}

/** Threads beside this one, which work on blocks of bytes. */
export interface ThreadHost {
  /** How many run at a time. */
  readonly cores: number
  /** Starts threads for a job, which is plain data. */
  start<Answer>(count: number, job: unknown): Promise<Threads<Answer>>
}

export interface Threads<Answer> {
  readonly count: number
  /** Gives work to a thread that has least to do. Rejects if the thread ends before it answers. */
  work(task: unknown): Promise<Answer>
  end(): Promise<void>
}

/**
 * `marked`: leadq recognises its own by their columns. `unmarked`: nothing in such a file tells that leadq wrote it.
 * `update`: a file that leadq has read and writes anew.
 */
export type OutputKind = 'marked' | 'unmarked' | 'update'

/** The kind of a path: a missing path counts as a file, devices and pipes as streams. */
export type PathKind = 'folder' | 'file' | 'stream'

/** A pending change on disk, made at the end of a run: see `commit`. */
export interface Change {
  /** Writes out what is left. After this only names change. */
  seal(): Promise<void>
  place(): Promise<Placed>
  /** Leaves no trace of it. */
  discard(): Promise<void>
}

export interface Placed {
  /** Puts back what was there before. */
  undo(): Promise<void>
  /** It stays. */
  settle(): Promise<void>
}

export interface Sink extends Change {
  write(content: string | Uint8Array): Promise<void>
  /** Writes bytes that are good until the call is over. */
  append(bytes: Uint8Array): Promise<void>
}

/** Makes all changes, or none of them: if one fails, those before it are undone. */
export async function commit(changes: readonly Change[]): Promise<void> {
  for (const change of changes) await change.seal()
  const placed: Placed[] = []
  try {
    for (const change of changes) placed.push(await change.place())
  } catch (error) {
    for (const each of placed.reverse()) await each.undo()
    throw error
  }
  for (const each of placed) await each.settle()
}

export interface Scratch {
  write(lines: readonly string[]): Promise<void>
  lines(): AsyncIterable<string>
  drop(): Promise<void>
}

/** The same host without writing, for dry runs. */
export function withoutWriting(host: Host): Host {
  const nowhere: Sink = {
    write: async () => {},
    append: async () => {},
    seal: async () => {},
    place: async () => ({ undo: async () => {}, settle: async () => {} }),
    discard: async () => {},
  }
  return {
    ...host,
    create: async () => nowhere,
    check: async () => {},
    remove: async () => undefined,
    makeFolder: async () => {},
  }
}
