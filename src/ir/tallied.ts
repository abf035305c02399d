import { fieldsToBind } from './key-fields.ts'
import { type Plan, type Rule, stagesOf } from './plan.ts'

/** How often each whole number of points occurred: medians and histograms follow from it. */
export type Frequencies = Map<number, number>

/**
 * What was counted of verdicts, by the engine lead by lead or by a query over a table. Lists are in the order of the
 * plan. Its size depends on the rulebook, not on the number of leads.
 */
export interface Tallied {
  leads: number
  readonly stages: Map<string, { leads: number; readonly points: Frequencies }>
  readonly totals: Frequencies
  readonly scores: readonly Frequencies[]
  readonly grades: Map<string, number>
  readonly segments: readonly Map<string, number>[]
  readonly tags: number[]
  readonly excluded: number[]
  readonly rules: readonly TalliedRule[]
  /** By the slots of `fieldsToBind`. */
  readonly fields: readonly TalliedField[]
}

export interface TalliedRule {
  fired: number
  points: number
  undated: number
}

export interface TalliedField {
  filled: number
  empty: number
  invalid: number
  /** Those of the filled ones that were ranges are counted here and not there. */
  range: number
  /** Of the first invalid cells. */
  readonly lines: number[]
}

/** Nothing counted yet. */
export function startTally(plan: Plan): Tallied {
  return {
    leads: 0,
    stages: new Map(stagesOf(plan).map(stage => [stage, { leads: 0, points: new Map() }])),
    totals: new Map(),
    scores: plan.scores.map(() => new Map()),
    grades: new Map(),
    segments: plan.segments.map(({ rows }) => new Map(rows.map(({ label }) => [label, 0]))),
    tags: plan.tags.map(() => 0),
    excluded: plan.exclude.map(() => 0),
    rules: rulesOfPlan(plan).map(() => ({ fired: 0, points: 0, undated: 0 })),
    fields: fieldsToBind(plan).map(() => ({ filled: 0, empty: 0, invalid: 0, range: 0, lines: [] })),
  }
}

/** Every rule, score by score. */
export function rulesOfPlan({ scores }: Pick<Plan, 'scores'>): Rule[] {
  return scores.flatMap(({ groups }) => groups.flatMap(({ rules }) => rules))
}

/** Adds to how often something was seen. */
export function countIn<K>(counts: Map<K, number>, key: K, times = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + times)
}
