import type { HashedFile } from '../../ir/results/manifest.ts'
import type { RunsHost } from '../history/runs-host.ts'

/** The folder of runs as somebody changes it who removes a lead. */
export interface ForgetHost extends RunsHost {
  /** Milliseconds since 1970. */
  now(): number
  /** All files below a folder, by their paths from there. */
  files(folder: string): Promise<readonly string[]>
  read(path: string): AsyncIterable<Uint8Array>
  /** Writes what a file shall be beside it. */
  stage(path: string, content: AsyncIterable<Uint8Array>): Promise<StagedFile>
  /** Puts all staged files in their places and takes others away; what a crash interrupts is done by the next run. */
  commit(changes: readonly FileChange[]): Promise<void>
  discard(staged: readonly StagedFile[]): Promise<void>
}

export interface StagedFile extends HashedFile {
  /** Where it waits. */
  readonly temporary: string
}

export type FileChange =
  | { readonly kind: 'replace'; readonly path: string; readonly by: StagedFile }
  | { readonly kind: 'remove'; readonly path: string }
