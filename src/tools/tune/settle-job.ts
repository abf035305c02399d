import type { Outcome } from '../../learn/outcome/ending.ts'
import type { Learned } from '../../learn/tune/learn.ts'
import type { Screened } from '../../learn/tune/screen-columns.ts'
import type { ClosedFile } from './read-closed.ts'
import type { Standing } from './standing.ts'
import type { TuneRequest } from './tune-request.ts'

/** The results from which a learned rulebook is written. */
export interface SettleJob {
  readonly learned: Learned
  readonly screened: Screened
  readonly file: ClosedFile
  readonly request: TuneRequest
  readonly closed: Int32Array
  readonly won: Uint8Array
  readonly source: string
  readonly outcome: Outcome
  /** What stays of a rulebook. */
  readonly standing: Standing | undefined
}
