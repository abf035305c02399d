import type { RunStatus } from './manifest.ts'

/** Whether a run folder is what its manifest says. */
export interface Verification {
  readonly folder: string
  readonly run: string
  readonly status: RunStatus
  readonly as_of: string
  readonly outputs: number
  readonly differences: readonly OutputDifference[]
  /** Files that are in the folder and not in the manifest: somebody put them there. */
  readonly further: readonly string[]
  /** Absent where it was not run again. */
  readonly rerun?: Rerun
}

export interface OutputDifference {
  readonly path: string
  /** In words: `it is missing`. */
  readonly problem: string
}

/** What the same inputs and rules gave when they were run again. */
export interface Rerun {
  readonly outputs: number
  readonly differences: readonly OutputDifference[]
  /** The version of leadq that made the run, where it was another one. */
  readonly made_by?: string
}

export function isVerified({ differences, rerun }: Verification): boolean {
  return differences.length === 0 && (rerun === undefined || rerun.differences.length === 0)
}
