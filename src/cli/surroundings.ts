import type { Readable, Writable } from 'node:stream'
import type { Exit } from '../base/exit.ts'

/** What ends a run. */
export const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const

export type Signal = (typeof SIGNALS)[number]

/** The exit code of a run that a signal has ended. */
export const EXIT_OF: Readonly<Record<Signal, Exit>> = {
  SIGHUP: 'hungUp',
  SIGINT: 'interrupted',
  SIGTERM: 'terminated',
}

/** The parts of the process that a run may use; tests pass their own. */
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
  onStop(stop: (signal: Signal) => void): void
}

export interface Terminal extends Writable {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly rows?: number
}
