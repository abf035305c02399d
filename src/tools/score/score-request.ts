import type { Diagnostic } from '../../base/diagnostic.ts'
import type { From } from '../../io/bind/sampled-columns.ts'
import type { ImportName } from '../../ir/catalogue/imports.ts'
import type { Label } from '../../ir/plan/labels.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { RulebookSummary, TextFormat } from '../../ir/results/summary.ts'
import type { Format } from '../../outputs/outputs.ts'
import type { Limit } from '../../outputs/rejects.ts'
import type { FileEngine } from './choose-engine.ts'

export interface ScoreRequest {
  /** Paths, `-` for stdin. */
  readonly inputs: readonly string[]
  /** Files that were named and that leadq wrote: they are not scored again. */
  readonly passedOver?: readonly string[] | undefined
  /** Event files, `-` for stdin. */
  readonly events: readonly string[]
  readonly inputFormat?: TextFormat | undefined
  /** Of a workbook: the name of a sheet, or its number. */
  readonly sheet?: string | undefined
  /** Whether the inputs have a header row; absent: leadq looks. */
  readonly header?: boolean | undefined
  /** Names of the columns of inputs without a header. */
  readonly names?: readonly string[] | undefined
  /** A file of companies that completes the leads. */
  readonly companies?: string | undefined
  /** What leadq wrote in the run before: a file, or the folder of a run. */
  readonly previous?: string | undefined
  /** A file of what channels cost. */
  readonly costs?: string | undefined
  /** The system that is said to have written the inputs. */
  readonly from?: From | undefined
  /** Deleted, archived, merged and historic records are leads like all others. */
  readonly withDeleted?: boolean | undefined
  readonly out?: string | undefined
  readonly format?: Format | undefined
  /** Day number. */
  readonly asOf: number
  /** One more file per stage. */
  readonly split: boolean
  readonly columns?: readonly string[] | undefined
  readonly prefix: string
  /** Written for the importer of this system. */
  readonly target?: ImportName | undefined
  /** Only leads with one of these labels are written. */
  readonly only?: readonly Label[] | undefined
  readonly sort: boolean
  /** The score that leads are sorted by and the best are chosen by, instead of the total. */
  readonly sortBy?: string | undefined
  /** Only so many leads, the best. */
  readonly top?: number | undefined
  readonly dryRun: boolean
  readonly maxRejects?: Limit | undefined
  /** An input without leads may take the place of an earlier result. */
  readonly allowEmpty?: boolean | undefined
  /** Fewer leads than this are refused. */
  readonly minLeads?: number | undefined
  /** A file for the rows that are no leads, and the line and kind of each. */
  readonly skipped?: string | undefined
  /** A file for stage, scores and points of every lead. */
  readonly verdicts?: string | undefined
  readonly escapeFormulas: boolean
  readonly engine?: FileEngine | undefined
  /** How many threads judge an input; absent: as many as its size is worth. */
  readonly threads?: number | undefined
  /** Every so many leads are judged by the reference as well, and a difference ends the run. */
  readonly verify?: number | undefined
}

export interface Rulebook {
  readonly plan: Plan
  readonly summary: RulebookSummary
  /** What reading it had to say. */
  readonly diagnostics: readonly Diagnostic[]
}
