import type { Diagnostic } from '../../base/diagnostic.ts'

/** What `leadq forget` did, or would do. */
export interface Forgotten {
  readonly folder: string
  readonly key: string
  readonly dry_run: boolean
  /** The runs that held the lead. */
  readonly runs: readonly ForgottenRun[]
  readonly warnings: readonly Diagnostic[]
}

export interface ForgottenRun {
  readonly run: string
  readonly files: readonly ForgottenFile[]
}

export interface ForgottenFile {
  readonly file: string
  /** Rows that were taken out; null: the file could not be rewritten, and is removed. */
  readonly rows: number | null
}
