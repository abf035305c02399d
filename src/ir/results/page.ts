import type { Diagnostic } from '../../base/diagnostic.ts'
import type { CostsSummary } from './costs.ts'
import type { DueSummary } from './since.ts'
import type { Counts, FieldQuality, RejectGroup } from './summary.ts'

/** The languages of a page. */
export const PAGE_LANGUAGES = ['en', 'de'] as const

export type PageLanguage = (typeof PAGE_LANGUAGES)[number]

/** Everything that the page of `leadq report` shows. What is absent is not known, and the page says so in words. */
export interface PageData {
  /** The file or the run that the page is about. */
  readonly title: string
  /** Its id. */
  readonly run?: string
  /** Of leadq. */
  readonly version: string
  readonly asOf?: string
  readonly rulebook?: { readonly name: string; readonly version?: string }
  readonly leads: number
  readonly counts?: Counts
  readonly stages: readonly PageStage[]
  readonly moves?: PageMoves
  /** Leads for somebody to act on today. */
  readonly due?: DueSummary
  readonly scores: readonly PageScore[]
  readonly map?: PageMap
  readonly rules: PageRules
  readonly quality: readonly PageQuality[]
  /** A scored file tells how full its columns are, a run how full the fields. */
  readonly qualityOf: 'columns' | 'fields'
  readonly channels: readonly PageChannel[]
  readonly costs?: CostsSummary
  readonly chances?: PageChances
  /** The runs up to this one, the oldest first. */
  readonly trend: readonly PageNight[]
  /** Absent unless it was asked for: it shows persons. */
  readonly best?: readonly PageOwner[]
  readonly inputs: readonly PageInput[]
  readonly warnings: readonly Diagnostic[]
}

/** A stage, best first. */
export interface PageStage {
  readonly stage: string
  readonly leads: number
  readonly median: number | null
  /** Leads in this stage in the run before. */
  readonly before?: number
}

/** From stage to stage since the run before. */
export interface PageMoves {
  readonly since?: string
  readonly cells: readonly PageMove[]
  readonly causes: Readonly<Record<string, number>>
}

/** Without `from` the leads are new; without `to` they are gone. */
export interface PageMove {
  readonly from?: string
  readonly to?: string
  readonly leads: number
}

/** A number of points at which a stage begins. */
export interface PageThreshold {
  readonly stage: string
  readonly points: number
}

/** How a score is distributed: leads by stage, in the order of the stages, for each step of points. */
export interface PageScore {
  /** `fit`; `score` is the total. */
  readonly name: string
  readonly median: number | null
  readonly step: number
  readonly bars: readonly { readonly from: number; readonly leads: readonly number[] }[]
  readonly thresholds: readonly PageThreshold[]
}

/** Leads by two scores. */
export interface PageMap {
  readonly across: PageAxis
  readonly up: PageAxis
  readonly cells: readonly PageMapCell[]
  /** What the stages ask of the two scores, if the rulebook is known. */
  readonly borders: readonly PageBorder[]
}

export interface PageAxis {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly step: number
}

/** A cell by the lower ends of its steps; leads in the order of the stages. */
export interface PageMapCell {
  readonly across: number
  readonly up: number
  readonly leads: readonly number[]
}

/** The corner from which on leads can be in a stage. */
export interface PageBorder {
  readonly stage: string
  readonly across: number
  readonly up: number
}

export interface PageRules {
  /** Most points first. */
  readonly fired: readonly { readonly label: string; readonly leads: number; readonly points: number }[]
  /** Rules that gave nobody points; absent if the rulebook is not known. */
  readonly silent?: readonly string[]
}

export interface PageQuality extends Pick<FieldQuality, 'field' | 'filled' | 'empty' | 'invalid'> {
  /** Share of filled cells in the run before, from 0 to 1. */
  readonly before?: number
}

/** A channel with its leads, in the order of the stages. */
export interface PageChannel {
  readonly channel: string
  readonly medium?: string
  readonly leads: number
  readonly stages: readonly number[]
  readonly expectedWins?: number
}

/** Chances to buy, in whole per cent, with how many leads have them; highest first. */
export interface PageChances {
  readonly bands: readonly { readonly percent: number; readonly leads: number }[]
  readonly expectedWins: number
}

/** A run in the trend; leads in the order of the stages. */
export interface PageNight {
  readonly day: string
  readonly stages: readonly number[]
}

export interface PageOwner {
  readonly owner: string
  readonly leads: readonly PageLead[]
}

export interface PageLead {
  readonly name: string
  readonly stage: string
  readonly total: string
  readonly next: string
  readonly due: string
  readonly ledger: readonly PageEntry[]
}

export interface PageEntry {
  readonly label: string
  readonly points: number
}

/** What was found by looking at an input. */
export interface PageInput {
  readonly name: string
  /** Format, encoding, delimiter ... as they were found, in English. */
  readonly facts: readonly string[]
  readonly rejects: readonly RejectGroup[]
  readonly skipped: Readonly<Record<string, number>>
  readonly columns: readonly { readonly column: string; readonly field: string; readonly readAs?: string }[]
  readonly unused: readonly string[]
}
