import type { Code } from '../../base/codes.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import type { DueSummary, SinceSummary } from './since.ts'
import type { Counts, RulebookSummary } from './summary.ts'

/** The format of the manifests that are written now. The first number changes when readers have to. */
export const MANIFEST_VERSION = '1.0'

/**
 * `published`: `latest` leads to it, or has. `quarantined`: a guard stopped it. `interrupted`: by a signal or by
 * `--max-duration`. `failed`: nothing could be scored.
 */
export const RUN_STATUSES = ['published', 'quarantined', 'interrupted', 'failed'] as const

export type RunStatus = (typeof RUN_STATUSES)[number]

/** The record of one run, `manifest.json`, written last. Times are in UTC; paths of outputs are relative to the folder. */
export interface Manifest {
  readonly format_version: string
  readonly tool: { readonly name: 'leadq'; readonly version: string }
  readonly node: string
  readonly platform: string
  readonly run: string
  readonly job: string
  readonly status: RunStatus
  readonly exit_code: number
  readonly started_at: string
  readonly finished_at: string
  /** The day that leads were judged by, in the zone of the rulebook. */
  readonly as_of: string
  readonly timezone: string
  /** The folder that paths of inputs are seen from. */
  readonly cwd: string
  readonly rulebook: ManifestRulebook | null
  /** The file that says what to run; null where all of it came from flags. */
  readonly run_file: HashedFile | null
  readonly inputs: readonly ManifestInput[]
  readonly outputs: readonly ManifestOutput[]
  /** read = scored + rejected + duplicate + left_out */
  readonly counts: Counts | null
  /** Stage -> leads. */
  readonly stages: Readonly<Record<string, number>>
  /** Code -> records. */
  readonly rejects: Readonly<Partial<Record<Code, number>>>
  /** Kind -> rows that are no leads. */
  readonly skipped: Readonly<Record<string, number>>
  /** The run that leads were compared with; null for the first one. */
  readonly previous: { readonly run: string; readonly as_of: string } | null
  /** What happened since that run; null where leads were compared with none. */
  readonly since: SinceSummary | null
  /** What is due; null where nothing was scored. */
  readonly due: DueSummary | null
  readonly guards: readonly GuardResult[]
  readonly warnings: readonly Diagnostic[]
  /** What ended a run that was interrupted or failed. */
  readonly problem: Diagnostic | null
  /** When a person published it out of quarantine. */
  readonly released_at?: string
  /** When leads were removed from it for data protection, and how many. */
  readonly forgotten?: readonly { readonly at: string; readonly leads: number }[]
}

export interface ManifestRulebook extends RulebookSummary {
  /** Null where the rulebook is in no repository. `dirty`: it has changes that are not committed. */
  readonly git: { readonly commit: string; readonly dirty: boolean } | null
}

export interface HashedFile {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
}

/** What an input is read as. */
export const INPUT_ROLES = ['leads', 'events', 'companies', 'costs'] as const

export type InputRole = (typeof INPUT_ROLES)[number]

export interface ManifestInput extends HashedFile {
  readonly role: InputRole
  readonly modified_at: string
  /** Records that were read; null where nobody counted them. */
  readonly rows: number | null
  /** The system whose export it is; null if it was not recognised. */
  readonly system: string | null
  /** Names of its columns. */
  readonly columns: readonly string[]
}

export interface ManifestOutput extends HashedFile {
  /** Null where the file does not hold leads or records. */
  readonly rows: number | null
}

/** What a guard found. */
export interface GuardResult {
  /** The key of the guard, `max_shrink`. */
  readonly guard: string
  readonly status: 'pass' | 'warn' | 'fail' | 'skipped'
  /** One sentence. */
  readonly message: string
}
