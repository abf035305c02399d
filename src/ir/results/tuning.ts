import type { Diagnostic } from '../../base/diagnostic.ts'
import type { Between, OutcomeSummary, Separation } from './backtest.ts'

/** A rulebook learned from leads that were won and lost, and how good it is. Shares are from 0 to 1. */
export interface Tuning {
  readonly format_version: '1.0'
  readonly tool: { readonly name: string; readonly version: string }
  readonly input: string
  readonly outcome: OutcomeSummary
  readonly counts: { readonly leads: number; readonly closed: number; readonly won: number; readonly open: number }
  /** The column that leads are put in order by. */
  readonly order?: string
  readonly columns: ColumnsSummary
  readonly judged: JudgedSummary
  /** False: no signal, and nothing is written. */
  readonly accepted: boolean
  readonly card: CardWorth
  readonly boosting: OrderWorth
  readonly naive: readonly (OrderWorth & { readonly name: string })[]
  /** Size against quality: what was tried, the smallest first. */
  readonly frontier: readonly FrontierRow[]
  readonly rules: readonly LearnedRule[]
  /** Rules of another rulebook that stay, by id. */
  readonly kept: readonly string[]
  readonly bands: readonly BandSummary[]
  /** How much bolder or more timid than the card chances are, on leads not learned from: 1 is right. */
  readonly slope: number
  readonly stages: readonly StageSummary[]
  readonly warnings: readonly Diagnostic[]
  readonly outputs: readonly { readonly path: string; readonly about: string }[]
}

export interface ColumnsSummary {
  readonly read: number
  readonly used: number
  /** Left out as they may be known only after the outcome. */
  readonly left_out: readonly LeftOutColumn[]
  /** Used, though they may be known only later. */
  readonly questions: readonly LeftOutColumn[]
  /** Never used by default. */
  readonly protected: readonly string[]
  /** Used, though they may stand in for what is protected. */
  readonly stand_ins: readonly string[]
  readonly constant: readonly string[]
  readonly too_many_values: readonly string[]
  /** Dates, which need the day a lead came in. */
  readonly dates: readonly string[]
  readonly never: readonly string[]
  /** Read by rules that stay. */
  readonly kept: readonly string[]
  readonly drift: readonly DriftSummary[]
}

export interface LeftOutColumn {
  readonly column: string
  readonly reasons: readonly string[]
  /** Whether a person may know better. */
  readonly asks: boolean
}

export interface DriftSummary {
  readonly column: string
  readonly kind: 'turned' | 'faded' | 'population'
  readonly early: number
  readonly late: number
}

export interface JudgedSummary {
  readonly how: 'later' | 'apart' | 'folds'
  readonly leads: number
  readonly won: number
  /** Won of the first and of the last third, where there is an order in time. */
  readonly rates?: { readonly first: number; readonly last: number }
}

export interface OrderWorth {
  readonly separation: Separation
  readonly lift: number
  readonly loss?: number
}

export interface CardWorth extends OrderWorth {
  readonly rules: number
  readonly rows: number
  readonly gated: number
}

export interface FrontierRow {
  readonly rules: number
  readonly rows: number
  readonly auc: number
  readonly loss: number
  readonly chosen: boolean
}

export interface LearnedRule {
  readonly id: string
  readonly label: string
  readonly field: string
  readonly score: string
  readonly rows: number
  /** Leads in its best row, and how many of them were won. */
  readonly leads: number
  readonly rate: number
  readonly lift: number
  /** The change of the AUC without it, on the leads that it was learned from. */
  readonly change: number
}

export interface BandSummary extends Between {
  readonly from: number
  readonly leads: number
  readonly won: number
  readonly rate: number
}

export interface StageSummary extends Between {
  readonly stage: string
  readonly from: number
  /** All leads of the file, closed ones too. */
  readonly leads: number
  /** Those of them that were not won; present if the rulebook excludes leads that are won already. */
  readonly not_won?: number
  /** Leads that were not learned from and have such scores: the rate is theirs. */
  readonly judged: number
  readonly rate: number
  readonly why: string
  readonly weekly?: { readonly mean: number; readonly low: number; readonly middle: number; readonly high: number }
}
