import type { BoundPlan } from '../ir/bound-plan.ts'
import { fieldsToBind } from '../ir/key-fields.ts'
import { nameOf, type Plan, stagesOf } from '../ir/plan.ts'
import type { FieldQuality, RuleSummary, ScoreSummary, StageSummary, Summary } from '../ir/summary.ts'
import { type Frequencies, histogramOf } from './histogram.ts'

/** What was counted over leads, by an engine or by a query. Lists are in the order of the plan. */
export interface Figures {
  leads: number
  readonly stageLeads: Map<string, number>
  /** The total by stage. */
  readonly stages: ReadonlyMap<string, Frequencies>
  readonly totals: Frequencies
  readonly scores: readonly Frequencies[]
  readonly grades: Map<string, number>
  readonly segments: readonly Map<string, number>[]
  readonly tags: number[]
  readonly excluded: number[]
  readonly rules: readonly { fired: number; points: number; undated: number }[]
  /** By field, in the order of `fieldsToBind`. */
  readonly quality: readonly {
    filled: number
    empty: number
    invalid: number
    range: number
    readonly lines: number[]
  }[]
}

export type Counted = Pick<
  Summary,
  'stages' | 'scores' | 'histogram' | 'grades' | 'segments' | 'tags' | 'excluded' | 'rules' | 'quality'
>

/** Nothing counted yet. */
export function noFigures(plan: Plan): Figures {
  return {
    leads: 0,
    stageLeads: new Map(),
    stages: new Map(stagesOf(plan).map(stage => [stage, new Map()])),
    totals: new Map(),
    scores: plan.scores.map(() => new Map()),
    grades: new Map(),
    segments: plan.segments.map(({ rows }) => new Map(rows.map(({ label }) => [label, 0]))),
    tags: plan.tags.map(() => 0),
    excluded: plan.exclude.map(() => 0),
    rules: rulesOf(plan).map(() => ({ fired: 0, points: 0, undated: 0 })),
    quality: fieldsToBind(plan).map(() => ({ filled: 0, empty: 0, invalid: 0, range: 0, lines: [] })),
  }
}

export function rulesOf({ scores }: Pick<Plan, 'scores'>) {
  return scores.flatMap(score => score.groups.flatMap(group => group.rules))
}

/** `inputs`: what the plan was bound to; `reachable`: the highest points of each score, in rulebook order. */
export function countedOf(
  plan: Plan,
  figures: Figures,
  inputs: readonly BoundPlan[],
  reachable: readonly (number | null)[],
): Counted {
  return {
    stages: Object.fromEntries(
      [...figures.stages].map(([stage, points]) => [
        stage,
        stageSummary(figures.stageLeads.get(stage) ?? 0, figures.leads, points),
      ]),
    ),
    scores: Object.fromEntries(
      plan.scores.map(({ name }, index) => [
        name,
        scoreSummary(
          inputs.some(bound => bound.scores[index]?.known),
          figures.scores[index] ?? new Map(),
          reachable[index] ?? null,
        ),
      ]),
    ),
    histogram: histogramOf([figures.totals]).map(({ from, to, counts: [leads = 0] }) => ({ from, to, leads })),
    grades: Object.fromEntries([...figures.grades].sort(([a], [b]) => (a < b ? -1 : 1))),
    segments: Object.fromEntries(
      plan.segments.map(({ name }, index) => [name, Object.fromEntries(figures.segments[index] ?? [])]),
    ),
    tags: Object.fromEntries(plan.tags.map(({ name }, index) => [name, figures.tags[index] ?? 0])),
    excluded: Object.fromEntries(plan.exclude.map((row, index) => [nameOf(row), figures.excluded[index] ?? 0])),
    rules: rulesOf(plan).map((rule, index): RuleSummary => {
      const { fired = 0, points = 0, undated = 0 } = figures.rules[index] ?? {}
      return { id: rule.id, label: nameOf(rule), fired, points, undated }
    }),
    quality: fieldsToBind(plan).flatMap((name, slot): FieldQuality[] => {
      const field = figures.quality[slot]
      const judged = inputs.some(({ fields }) => fields[slot]?.read && fields[slot].columns.length > 0)
      if (!judged || field === undefined) return []
      const { filled, empty, invalid, range, lines } = field
      return [{ field: name, filled: filled + range, empty, invalid, ranges: range, first_invalid: lines }]
    }),
  }
}

function stageSummary(leads: number, all: number, points: Frequencies): StageSummary {
  return { leads, share: all === 0 ? 0 : leads / all, median_score: medianOf(points) }
}

function scoreSummary(known: boolean, points: Frequencies, reachable: number | null): ScoreSummary {
  const highest = points.size === 0 ? null : Math.max(...points.keys())
  return { known, median: medianOf(points), highest, reachable: known ? reachable : null }
}

/** The lower middle of what was counted, or null if nothing was. */
function medianOf(frequencies: Frequencies): number | null {
  const sorted = [...frequencies].sort(([a], [b]) => a - b)
  const total = sorted.reduce((sum, [, times]) => sum + times, 0)
  let before = 0
  for (const [points, times] of sorted) {
    before += times
    if (before * 2 >= total) return points
  }
  return null
}
