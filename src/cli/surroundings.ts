import type { Readable, Writable } from 'node:stream'

/** Everything of the process that a run may touch; tests hand in their own. */
export interface Surroundings {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Terminal
  readonly stderr: Terminal
  /** Whether stdout was closed when the program started, so that what is written to it is lost. */
  isStdoutClosed(): boolean
  /** Milliseconds since 1970: the only clock, read once for the default of `--as-of` and for the progress bar. */
  now(): number
  /** Calls back when the run shall stop. */
  onStop(stop: (signal: 'SIGINT' | 'SIGTERM') => void): void
}

export interface Terminal extends Writable {
  readonly isTTY?: boolean
  readonly columns?: number
}
