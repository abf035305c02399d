import { fieldsToBind } from '../plan/key-fields.ts'
import { type Plan, type Rule, stagesOf } from '../plan/plan.ts'

/** How often each whole number of points occurred: medians and histograms follow from it. */
export type Frequencies = Map<number, number>

/**
 * What was counted of verdicts, by the engine lead by lead or by a query over a table. Lists are in the order of the
 * plan. Its size depends on the rulebook, not on the number of leads.
 */
export interface VerdictCounts {
  leads: number
  readonly stages: Map<string, { leads: number; readonly points: Frequencies }>
  readonly totals: Frequencies
  readonly scores: readonly Frequencies[]
  readonly grades: Map<string, number>
  /** By whole per cent. */
  readonly chances: Frequencies
  readonly segments: readonly Map<string, number>[]
  /** Leads by channel, with what else is counted beside it: see `wayOf`. Empty without a segment `channel`. */
  readonly ways: Map<string, number>
  readonly tags: number[]
  readonly excluded: number[]
  readonly rules: readonly RuleCount[]
  /** By the slots of `fieldsToBind`. */
  readonly fields: readonly FieldCount[]
}

export interface RuleCount {
  fired: number
  points: number
  undated: number
}

export interface FieldCount {
  filled: number
  empty: number
  invalid: number
  /** Those of the filled ones that were ranges are counted here and not there. */
  range: number
  /** Of the first invalid cells. */
  readonly lines: number[]
}

/** How many of the lines with invalid cells are named. */
export const MAX_SHOWN_LINES = 3

/** Nothing counted yet. */
export function startCounts(plan: Plan): VerdictCounts {
  return {
    leads: 0,
    stages: new Map(stagesOf(plan).map(stage => [stage, { leads: 0, points: new Map() }])),
    totals: new Map(),
    scores: plan.scores.map(() => new Map()),
    grades: new Map(),
    chances: new Map(),
    segments: plan.segments.map(({ rows }) => new Map(rows.map(({ label }) => [label, 0]))),
    ways: new Map(),
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

/** Adds what was counted of one input to what was counted before; with -1 it is taken away. */
export function addCounts(sum: VerdictCounts, more: VerdictCounts, factor: 1 | -1 = 1): void {
  const addAll = <K>(counts: Map<K, number>, others: ReadonlyMap<K, number> = new Map(), isListed = false) => {
    for (const [key, times] of others) {
      countIn(counts, key, factor * times)
      // What never came up is not in the map, unless the rulebook names it.
      if (factor < 0 && !isListed && counts.get(key) === 0) counts.delete(key)
    }
  }
  sum.leads += factor * more.leads
  for (const [stage, { leads, points }] of more.stages) {
    const known = sum.stages.get(stage)
    if (known === undefined) continue
    known.leads += factor * leads
    addAll(known.points, points)
  }
  addAll(sum.totals, more.totals)
  for (const [index, points] of sum.scores.entries()) addAll(points, more.scores[index])
  addAll(sum.grades, more.grades)
  addAll(sum.chances, more.chances)
  for (const [index, labels] of sum.segments.entries()) addAll(labels, more.segments[index], true)
  addAll(sum.ways, more.ways)
  for (const [index, times] of more.tags.entries()) sum.tags[index] = (sum.tags[index] ?? 0) + factor * times
  for (const [index, times] of more.excluded.entries())
    sum.excluded[index] = (sum.excluded[index] ?? 0) + factor * times
  for (const [index, rule] of sum.rules.entries()) {
    const { fired = 0, points = 0, undated = 0 } = more.rules[index] ?? {}
    rule.fired += factor * fired
    rule.points += factor * points
    rule.undated += factor * undated
  }
  for (const [slot, field] of sum.fields.entries()) {
    const { filled = 0, empty = 0, invalid = 0, range = 0, lines = [] } = more.fields[slot] ?? {}
    field.filled += factor * filled
    field.empty += factor * empty
    field.invalid += factor * invalid
    field.range += factor * range
    field.lines.push(...lines.slice(0, MAX_SHOWN_LINES - field.lines.length))
  }
}
