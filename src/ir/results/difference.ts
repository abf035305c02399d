import type { Diagnostic } from '../../base/diagnostic.ts'
import type { RulebookSummary } from './summary.ts'

/** What a change of a rulebook does to some leads, as one document: `leadq diff --format json` prints it. */
export interface Difference {
  readonly format_version: '1.0'
  readonly tool: { readonly name: 'leadq'; readonly version: string }
  readonly base: RulebookSummary
  readonly head: RulebookSummary
  readonly as_of: string
  readonly data: DataSummary
  /** In the order of the rulebooks. */
  readonly changes: readonly ChangeSummary[]
  /** What readers of leadq's output will not find any more. */
  readonly gone: readonly Gone[]
  /** Every stage of either rulebook, best first, with what leads are that have none. */
  readonly stages: readonly string[]
  /** From the stage under BASE to the one under HEAD; zeros are left out. */
  readonly matrix: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly moved: Moved
  /** Leads that no change moves alone, by the parts without whose change they would not have moved; most leads first. */
  readonly together: readonly { readonly parts: readonly string[]; readonly leads: number }[]
  readonly scores: ScoreShift
  readonly grades: Readonly<Record<string, BeforeAfter>>
  /** Segment -> label. */
  readonly segments: Readonly<Record<string, LabelShift>>
  readonly tags: Readonly<Record<string, TagShift>>
  /** The leads that moved furthest, at most as many as were asked for. */
  readonly movers: readonly Mover[]
  readonly gates: readonly GateResult[]
  readonly warnings: readonly Diagnostic[]
}

export interface DataSummary {
  readonly name: string
  /** Leads that were judged by both rulebooks. */
  readonly leads: number
  readonly rejected: number
  readonly left_out: number
}

export const EFFECTS = ['breaking', 'moves-leads', 'score-only', 'labels-only', 'unseen', 'cosmetic'] as const

/**
 * What a change does, the gravest first: a stage, tag or column is gone; leads change their stage; only scores do; only
 * segments, tags, owners, criteria or next steps do; nothing can be seen in these leads; it never changes any verdict.
 */
export type Effect = (typeof EFFECTS)[number]

export interface ChangeSummary {
  /** `rule decision-maker`, `stage SQL`. */
  readonly part: string
  readonly kind: 'added' | 'removed' | 'changed' | 'reordered'
  readonly effect: Effect
  readonly details: readonly Detail[]
  /** Leads for which this part comes to something else; absent where that cannot be told of the part alone. */
  readonly touches?: number
  /** Of the leads that moved: those that this change moves alone. Absent where it cannot be applied alone. */
  readonly moves?: number
  readonly place?: { readonly file: string; readonly line: number }
}

/** One setting of a part; without `before` it is new, without `after` it is gone. */
export interface Detail {
  readonly setting: string
  readonly before?: string
  readonly after?: string
  /** What the values are, where the setting does not say it. */
  readonly unit?: 'points'
}

export interface Gone {
  readonly what: 'stage' | 'tag' | 'column' | 'label'
  readonly name: string
}

export interface Moved {
  readonly leads: number
  /** Of the judged leads, in percent. */
  readonly percent: number
  /** By the order of the stages in BASE. */
  readonly up: number
  readonly down: number
  /** To a stage that BASE does not have. */
  readonly new: number
  /** From a stage that HEAD does not have. */
  readonly gone: number
  /** Leads that no single change moves to where they went. */
  readonly interaction: number
}

export interface BeforeAfter {
  readonly before: number
  readonly after: number
}

export interface ScoreShift {
  /** Leads whose total changed. */
  readonly changed: number
  /** Rounded half up to hundredths; null if no total is known. */
  readonly mean: { readonly before: number | null; readonly after: number | null }
  readonly histogram: readonly (BeforeAfter & { readonly from: number; readonly to: number })[]
}

export interface LabelShift {
  /** Leads that have another label. */
  readonly changed: number
  readonly labels: Readonly<Record<string, BeforeAfter>>
}

export interface TagShift extends BeforeAfter {
  readonly gained: number
  readonly lost: number
}

export interface Mover {
  /** Its id, or the line its record starts on. */
  readonly lead: string
  readonly from: string
  readonly to: string
  readonly score: { readonly before: number | null; readonly after: number | null }
  /** The parts each of whose changes moves it alone. */
  readonly because: readonly string[]
  /** Where none does: the parts without whose change it would not have moved. */
  readonly together?: readonly string[]
  /** Columns that were asked for. */
  readonly shown?: Readonly<Record<string, string>>
}

export interface GateResult {
  /** `moved_pct`, `transition SQL -> MQL`. */
  readonly gate: string
  readonly status: 'pass' | 'warn' | 'fail' | 'waived'
  /** What was found and what is allowed, in words. */
  readonly found: string
  readonly allowed: string
  /** By which a waiver names it; of gates that did not pass. */
  readonly fingerprint?: string
  readonly waived?: { readonly reason: string; readonly expires: string }
}

/** What stands in the place of a stage. */
export const DUPLICATE = '(duplicate)'
export const NO_STAGE = '(no stage)'
