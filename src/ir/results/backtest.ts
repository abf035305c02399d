import type { Diagnostic } from '../../base/diagnostic.ts'
import type { RulebookSummary } from './summary.ts'

/** A share or another figure between two bounds, at 95 %. */
export interface Between {
  readonly low: number
  readonly high: number
}

/** What a rulebook is worth on leads whose outcome is known. Shares are from 0 to 1. */
export interface Backtest {
  readonly format_version: '1.0'
  readonly tool: { readonly name: string; readonly version: string }
  readonly input: string
  readonly as_of: string
  /** The column of the day as of which each lead was scored. */
  readonly as_of_column?: string
  readonly outcome: OutcomeSummary
  readonly counts: { readonly leads: number; readonly closed: number; readonly won: number; readonly open: number }
  /** The column that leads are put in order by. */
  readonly order?: { readonly column: string; readonly from: string; readonly to: string }
  readonly rulebooks: readonly RulebookWorth[]
  /** The first rulebook against the second. */
  readonly comparison?: Comparison
  /** Orders that cost nothing: newest first, as in the file, the CRM's own score. */
  readonly naive: readonly NaiveOrder[]
  readonly warnings: readonly Diagnostic[]
}

export interface OutcomeSummary {
  readonly won: string
  readonly lost: string
  /** Whether leadq found the column itself. */
  readonly found: boolean
}

export interface Separation extends Between {
  readonly auc: number
}

export interface GainRow {
  readonly top: number
  readonly leads: number
  readonly won: number
  readonly rate: number
  readonly share: number
  readonly lift: number
}

export interface RulebookWorth {
  readonly rulebook: RulebookSummary
  readonly separation: Separation
  readonly stages: readonly StageWorth[]
  readonly gains: readonly GainRow[]
  readonly rules: readonly RuleWorth[]
  readonly periods: readonly PeriodWorth[]
  /** Standard errors by which the separation rises or falls from period to period; absent for fewer than three. */
  readonly trend?: number
  /** Chances by score that the rulebook states, beside what was seen. */
  readonly calibration: readonly CalibrationRow[]
}

export interface StageWorth extends Between {
  readonly stage: string
  readonly leads: number
  readonly won: number
  readonly rate: number
  /** Of all won leads. */
  readonly share: number
  /** Median days from the day the lead came in to the day it was won. */
  readonly days?: number
  /** False if its interval overlaps that of the next stage. */
  readonly differs?: boolean
}

/** What a rule does for the order: its leads, and what the separation would be without it. */
export interface RuleWorth {
  readonly id: string
  readonly label: string
  readonly leads: number
  readonly won_with: number
  readonly won_without: number
  readonly lift: number
  /** The change of the AUC without this rule: below 0 the rule helps. */
  readonly change: number
  readonly low: number
  readonly high: number
  /** `none`: its interval lies around 0 and is narrow; `unclear`: too few leads to know. */
  readonly effect: 'helps' | 'hurts' | 'none' | 'unclear'
  /** Whether its points depend on a clock that stood at another day than the lead came in. */
  readonly clock?: true
}

export interface PeriodWorth {
  readonly period: string
  readonly leads: number
  readonly won: number
  readonly rate: number
  readonly separation?: Separation
}

export interface CalibrationRow extends Between {
  readonly from: number
  readonly chance?: number
  readonly leads: number
  readonly won: number
  readonly rate: number
}

export interface NaiveOrder {
  readonly name: string
  readonly separation: Separation
  readonly gains: readonly GainRow[]
}

export interface Comparison extends Between {
  /** AUC of the first less that of the second. */
  readonly difference: number
  readonly verdict: 'better' | 'worse' | 'same'
  /** The best leads of each, as many: those that only one of them has. */
  readonly lists: readonly ListComparison[]
}

export interface ListComparison {
  readonly top: number
  readonly leads: number
  readonly only_first: { readonly leads: number; readonly won: number }
  readonly only_second: { readonly leads: number; readonly won: number }
  /** By McNemar's exact test. */
  readonly differs: boolean
}
