import type { Severity } from '../../base/codes.ts'
import type { HashedFile, Manifest } from '../../ir/results/manifest.ts'
import type { FileChoice, RunPath } from '../../ir/run/run-settings.ts'
import type { Host } from '../../leads/host.ts'

/** The outside world as a run sees it, besides the files that it scores. */
export interface RunHost {
  /** Milliseconds since 1970. */
  now(): number
  /** A path as people know it, seen from the working directory. */
  shown(path: RunPath): string
  /** Files that match a pattern, by name. Throws a `Refusal` if the folder cannot be read. */
  find(choice: FileChoice): Promise<FoundFile[]>
  hash(path: string): Promise<HashedFile>
  /** The folders of runs that were published: that of `latest` first, then those before it, the newest first. */
  runs(): Promise<string[]>
  /** The text of a small file; undefined if it cannot be read. */
  readText(path: string): Promise<string | undefined>
  log(line: LogLine): void
}

export interface FoundFile {
  readonly path: string
  readonly bytes: number
  /** Milliseconds since 1970. */
  readonly modified: number
}

/** A folder that is filled by a run. */
export interface Workplace {
  /** Where its files will be, as people know it; writing there writes into the folder. */
  readonly folder: string
  /** For what is scored and written into it. */
  readonly host: Host
  write(name: string, text: string): Promise<void>
  /** The files that are in it, hashed, in the order of their names. */
  files(): Promise<HashedFile[]>
}

/** A run folder while it is made: beside its place, under another name. */
export interface Staging extends Workplace {
  /** Its files on disk for good, and its name: in the folder of runs, or in quarantine. */
  place(manifest: Manifest, where: 'published' | 'quarantine'): Promise<string>
  /** `latest` leads to it from now on. */
  link(): Promise<void>
  /** Nothing of it stays but the manifest, with the runs that failed. */
  discard(manifest: Manifest): Promise<void>
}

/** A line of the log: never with a cell in it. */
export interface LogLine {
  readonly level: Severity
  /** A word for machines. */
  readonly event: string
  readonly message: string
  readonly data?: Readonly<Record<string, string | number | boolean | null>>
}
