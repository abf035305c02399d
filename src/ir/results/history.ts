import type { Diagnostic } from '../../base/diagnostic.ts'

/** What every document about the history of runs begins with. */
export interface HistoryHead {
  readonly format_version: string
  readonly tool: { readonly name: 'leadq'; readonly version: string }
  /** The folder of runs. */
  readonly folder: string
  readonly runs: { readonly count: number; readonly from: string; readonly to: string }
  readonly warnings: readonly Diagnostic[]
}

/** `leadq history`: the runs themselves, the oldest first. */
export interface RunsHistory extends HistoryHead {
  readonly nights: readonly Night[]
}

export interface Night {
  readonly run: string
  readonly as_of: string
  /** Leads that were scored; null where nobody counted them. */
  readonly leads: number | null
  readonly stages: Readonly<Record<string, number>>
  readonly rejected: number | null
  readonly rulebook: string
  /** The rulebook is another one than in the run before. */
  readonly rules_changed: boolean
}

/** `leadq history --id`: one lead over time. */
export interface LeadHistory extends HistoryHead {
  readonly key: string
  readonly scores: readonly string[]
  /** By run, the oldest first. */
  readonly nights: readonly LeadNight[]
}

export interface LeadNight {
  readonly run: string
  readonly as_of: string
  /** Null: the lead was not in the export. */
  readonly lead: LeadThen | null
  readonly rules_changed: boolean
  /** Rules whose points differ from those of the night before on which the lead was there, the largest change first. */
  readonly changes: readonly RuleChange[]
}

export interface LeadThen {
  readonly stage: string
  /** The day it entered its stage. */
  readonly since: string | null
  readonly total: number | null
  readonly scores: Readonly<Record<string, number | null>>
}

export interface RuleChange {
  readonly rule: string
  readonly before: number
  readonly after: number
}

/** `leadq history --rule`: one rule over time. */
export interface RuleHistory extends HistoryHead {
  readonly rule: string
  readonly nights: readonly RuleNight[]
}

export interface RuleNight {
  readonly run: string
  readonly as_of: string
  readonly leads: number
  /** Null: the rulebook of that night had no such rule. */
  readonly fired: number | null
  readonly points: number | null
  readonly rules_changed: boolean
}

/** `leadq history --funnel`: how far leads came, and how long it took them. */
export interface Funnel extends HistoryHead {
  /** What leads are grouped by. */
  readonly by: string | null
  /** All leads first. */
  readonly groups: readonly FunnelGroup[]
  /** Which leads were won; null where nobody said. */
  readonly won: string | null
}

export interface FunnelGroup {
  /** Null: all leads. */
  readonly value: string | null
  readonly leads: number
  /** Leads that were not in the last export any more. */
  readonly gone: number
  readonly steps: readonly FunnelStep[]
}

export interface FunnelStep {
  readonly stage: string
  /** Leads that reached this stage or a better one. */
  readonly leads: number
  /** Leads that are in it now. */
  readonly now: number
  /** Half of them took so many days, or fewer, from the stage before; null where no such lead was watched. */
  readonly median_days: number | null
}
