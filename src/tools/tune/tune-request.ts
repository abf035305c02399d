import type { Reading } from '../../leads/open.ts'
import type { OutcomeRequest } from '../../learn/outcome/ending.ts'
import type { ColumnWishes } from '../../learn/tune/screen-columns.ts'
import type { ThresholdWish } from '../../learn/tune/thresholds.ts'
import type { AskOutcome } from '../backtest/ask-outcome.ts'
import type { TimesRequest } from '../backtest/lead-times.ts'
import type { StandingBook } from './standing.ts'

export interface TuneRequest extends Reading, TimesRequest {
  readonly input: string
  readonly outcome: OutcomeRequest
  /** Event files. */
  readonly events: readonly string[]
  /** Where the rulebook and its tests go; tests that people have written are not replaced. */
  readonly rulebook: string
  readonly tests: string | undefined
  /** A rulebook of which something stays. */
  readonly standing?: StandingBook | undefined
  readonly wishes: ColumnWishes
  readonly directions: ReadonlyMap<string, 1 | -1>
  readonly maxRules: number
  readonly maxPoints: number
  readonly gates: boolean
  readonly sql: ThresholdWish
  /** Leads a week that reach MQL; absent: from the rate of all leads on. */
  readonly mqlPerWeek: number | undefined
  readonly seed: number
  readonly asOf: number
  readonly dryRun: boolean
  /** The command line, for the head of the rulebook. */
  readonly command: string
}

/** Questions to the user; absent where the user cannot be asked. */
export interface TuneQuestions {
  readonly known?: AskKnown
  readonly outcome?: AskOutcome
}

/** Asks the user when columns are filled in. */
export type AskKnown = (questions: readonly Question[]) => Promise<ReadonlyMap<string, boolean>>

export interface Question {
  readonly column: string
  readonly reasons: readonly string[]
}
