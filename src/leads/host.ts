/** The path that stands for stdin or stdout. */
export const STDIO = '-'

/** The world outside, as tools see it. `cli/hosts/` has the real one; nothing left of it touches disk, clock or console. */
export interface Host {
  /** The bytes of a file, or of stdin for `-`. Throws a `Refusal` if it cannot be read. */
  read(path: string): Promise<AsyncIterable<Uint8Array>>
  /**
   * A new file that appears whole when it is committed, or stdout for `-`. `own` says it is one of leadq's own files,
   * which are overwritten without asking; other files that exist are refused unless leadq wrote them.
   */
  create(path: string, own: boolean): Promise<Sink>
  /** Removes a file that is stale, if it is there and leadq wrote it. */
  remove(path: string): Promise<void>
  kindOf(path: string): Promise<PathKind>
  /** Bytes of a file; 0 of what is none. */
  sizeOf(path: string): Promise<number>
  /** Makes sure that there is a folder. */
  makeFolder(path: string): Promise<void>
  /** A place for texts that do not fit in memory; gone when it is dropped. */
  scratch(): Promise<Scratch>
}

/** What is at a path: nothing counts as a file, devices and pipes as streams. */
export type PathKind = 'folder' | 'file' | 'stream'

export interface Sink {
  write(content: string | Uint8Array): Promise<void>
  /** Makes the file appear under its name. */
  commit(): Promise<void>
  /** Leaves no trace of it. */
  discard(): Promise<void>
}

export interface Scratch {
  write(lines: readonly string[]): Promise<void>
  lines(): AsyncIterable<string>
  drop(): Promise<void>
}

/** The same world, in which nothing can be written: for dry runs. */
export function withoutWriting(host: Host): Host {
  const nowhere: Sink = { write: async () => {}, commit: async () => {}, discard: async () => {} }
  return { ...host, create: async () => nowhere, remove: async () => {}, makeFolder: async () => {} }
}
