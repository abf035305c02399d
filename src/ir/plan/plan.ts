import type { Place } from '../../base/place.ts'
import type { Constant } from '../values/value.ts'
import type { EventsPlan } from './events.ts'
import type { Expr, Test } from './expr.ts'
import type { Fade } from './fade.ts'
import type { Field } from './field.ts'

/**
 * A rulebook, read and checked: plain frozen JSON. Everything after `rulebook/` works on this and never on YAML.
 * Names are as written; constants are folded or numbers; every part keeps its place in the file.
 */
export interface Plan {
  readonly name: string
  readonly version?: string
  readonly locale: Locale
  /** Every field the rulebook reads or declares, by name. */
  readonly fields: Readonly<Record<string, Field>>
  /** Lists of values, and whether any condition uses them; conditions contain their values. */
  readonly lists?: readonly { readonly name: string; readonly isUsed: boolean; readonly place?: Place }[]
  /** Absent: every lead is scored for itself. */
  readonly dedupe?: Dedupe
  /** The fields by which a lead is found again in the run before; absent: `id`, then `email`. */
  readonly key?: readonly string[]
  /** Absent: leads have no accounts. */
  readonly account?: AccountRule
  /** Absent if the rulebook has no settings for events. */
  readonly events?: EventsPlan
  readonly scores: readonly Score[]
  /** Whole weights out of `WEIGHT_UNIT`; without weights the total is the sum of the scores. */
  readonly total?: readonly Weight[]
  readonly grade?: readonly GradeSide[]
  readonly chance?: ChanceBands
  readonly criteria: readonly Criterion[]
  readonly exclude: readonly Exclusion[]
  readonly stages: readonly StageRow[]
  readonly segments: readonly Segment[]
  readonly tags: readonly Tag[]
  readonly owners: readonly OwnerRow[]
  readonly next: readonly NextRow[]
}

/** How duplicates are found, and which of them is scored. */
export interface Dedupe {
  /** The fields that must all be equal. */
  readonly by: readonly string[]
  readonly keep: 'first' | 'latest' | 'most_complete'
  /** For `latest`: the date fields that decide; for each lead the first filled one counts. */
  readonly dates: readonly string[]
  readonly place?: Place
}

/** How the leads of an account are found. */
export interface AccountRule {
  readonly by: string
  /** The score that measures interest; absent if the rulebook has none. */
  readonly engaged?: string
  readonly place?: Place
}

export interface Locale {
  readonly numbers: 'auto' | 'en' | 'de'
  readonly dates: 'auto' | 'iso' | 'dmy' | 'mdy'
  readonly timezone: string
  /** Folded spellings of "nothing there". */
  readonly nulls: readonly string[]
}

/** Bounds of points: `max` above, `min` below; absent means no bound. */
export interface Bounds {
  readonly max?: number
  readonly min?: number
}

export interface Score extends Bounds {
  readonly name: string
  readonly start: number
  readonly when?: Expr
  readonly groups: readonly Group[]
  readonly place?: Place
}

export interface Group extends Bounds {
  /** Absent for the rules that stand in a score without a group. */
  readonly name?: string
  readonly when?: Expr
  readonly rules: readonly Rule[]
  readonly place?: Place
}

export interface Rule extends Bounds {
  readonly id: string
  readonly label?: string
  readonly when?: Expr
  readonly earns: Earning
  /** The date field whose age fades the points. */
  readonly since?: string
  /** Number of days after `since`, or after an event, for which the rule gives points. */
  readonly within?: number
  /** The nearest setting: the rule's, its group's or its score's. */
  readonly fade: Fade
  readonly place?: Place
}

/** How a rule gives points. */
export type Earning = Payment | PerUnit | EventEarning

/** The points of a lead, or of one event. */
export type Payment =
  | { readonly kind: 'once'; readonly points: number }
  | {
      readonly kind: 'table'
      readonly field: string
      readonly rows: readonly { readonly value: Constant; readonly points: number }[]
      /** For a known value that is not listed. */
      readonly otherwise: number
    }
  | {
      readonly kind: 'points_from'
      readonly field: string
      /** Sorted, highest bound first: the first that is reached counts. */
      readonly rows: readonly { readonly from: number; readonly points: number }[]
    }
  | {
      readonly kind: 'cases'
      readonly field: string
      readonly rows: readonly { readonly when: Expr; readonly points: number; readonly place?: Place }[]
    }

export interface PerUnit {
  readonly kind: 'per'
  readonly field: string
  readonly every: number
  readonly points: number
}

/** Points for the events of a lead, taken newest first. Its conditions and payment read fields of the event. */
export interface EventEarning {
  readonly kind: 'events'
  /** Event names and signals, by their keys; empty: any event. */
  readonly of: readonly string[]
  /** The same as they are written. */
  readonly names: readonly string[]
  readonly where?: Expr
  /** An event whose value no row of a table lists, and no `else` pays, does not count. */
  readonly pays: Payment
  /** The field whose values count once each. */
  readonly distinct?: string
  readonly limit?: EventLimit
  /** The points are earned once, if all of these hold of the number of counted events. */
  readonly count?: readonly Test[]
  /** The points are earned once, if all of these hold of the day of the newest counted event. */
  readonly last?: readonly Test[]
  /** The date field of the lead before whose day events do not count. */
  readonly after?: string
  /** Rules that this one replaces: they give nothing if there are such events. */
  readonly insteadOf: readonly string[]
}

/** The number of events that count; with `days`, in any period of that many days. */
export interface EventLimit {
  readonly most: number
  readonly days?: number
}

export interface Weight {
  readonly score: string
  readonly weight: number
}

/** Weights have at most four decimals, so this many make 1. */
export const WEIGHT_UNIT = 10_000

export interface GradeSide {
  readonly score: string
  /** Highest bound first; below all of them the last one counts. */
  readonly bands: readonly { readonly label: string; readonly from: number }[]
}

/** The share of leads of a score that bought. */
export interface ChanceBands {
  /** A score; absent: the total. */
  readonly of?: string
  /** Highest bound first: the first that is reached counts. Below all of them there is no chance. */
  readonly bands: readonly { readonly from: number; readonly percent: number }[]
  readonly place?: Place
}

export interface Criterion {
  readonly name: string
  readonly when: Expr
  /** What to ask the lead while the answer is unknown. */
  readonly ask?: string
  readonly place?: Place
}

export interface Exclusion {
  readonly id: string
  readonly label?: string
  readonly when: Expr
  readonly stage: string
  readonly place?: Place
}

export interface StageRow {
  readonly stage: string
  readonly id?: string
  /** Absent in the last row. What `memory` adds is a part of it. */
  readonly when?: Expr
  readonly memory?: StageMemory
  readonly place?: Place
}

/** A stage row that looks at what the lead was before, as it is written. */
export interface StageMemory {
  readonly when: Expr
  /** A lead that was in the stage stays in it while this holds. */
  readonly keepWhile?: Expr
  /** Number of days for which a lead that left the stage does not come back by this row. */
  readonly coolDown?: number
}

export interface Segment {
  readonly name: string
  /** Only counted, beside channels: it is no column, and what it reads is nothing that the rulebook reads. */
  readonly hidden?: true
  /** First match wins; `when` is absent for `otherwise`. */
  readonly rows: readonly { readonly label: string; readonly when?: Expr; readonly place?: Place }[]
  readonly place?: Place
}

export interface Tag {
  readonly name: string
  readonly when: Expr
  readonly place?: Place
}

export type OwnerRow =
  | { readonly keep: string; readonly when?: Expr; readonly place?: Place }
  | { readonly to: readonly string[]; readonly when?: Expr; readonly place?: Place }

export interface NextRow {
  readonly do: string
  readonly when?: Expr
  /** Days; absent: no due date. */
  readonly due?: number
  /** The date field that `due` counts from; absent or unknown: the day the lead entered its stage. */
  readonly from?: string
  readonly place?: Place
}

export const DISQUALIFIED = 'disqualified'

/** The name shown for a rule or exclusion. */
export function nameOf({ id, label }: { readonly id: string; readonly label?: string }): string {
  return label ?? id
}

/** Every stage a lead can be in, best first; stages of exclusions come last. */
export function stagesOf(plan: Pick<Plan, 'stages' | 'exclude'>): string[] {
  return [...new Set([...plan.stages, ...plan.exclude].map(({ stage }) => stage))]
}
