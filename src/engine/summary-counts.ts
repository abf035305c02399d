import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import { fieldsToBind } from '../ir/plan/key-fields.ts'
import { nameOf, type Plan } from '../ir/plan/plan.ts'
import { type Frequencies, rulesOfPlan, type VerdictCounts } from '../ir/results/counts.ts'
import type { FieldQuality, RuleSummary, ScoreSummary, StageSummary, Summary } from '../ir/results/summary.ts'
import { channelsOf } from './channel-summary.ts'
import { histogramOf } from './histogram.ts'

export type SummaryCounts = Pick<
  Summary,
  | 'stages'
  | 'scores'
  | 'histogram'
  | 'grades'
  | 'expected_wins'
  | 'segments'
  | 'channels'
  | 'tags'
  | 'excluded'
  | 'rules'
  | 'quality'
>

/**
 * Turns counts into the figures of a summary. `inputs`: the bound plans; `reachable`: the highest points of
 * each score, in rulebook order.
 */
export function summaryCountsOf(
  plan: Plan,
  { leads, stages, totals, scores, grades, chances, segments, ways, tags, excluded, rules, fields }: VerdictCounts,
  inputs: readonly BoundPlan[],
  reachable: readonly (number | null)[],
): SummaryCounts {
  return {
    stages: Object.fromEntries(
      [...stages].map(([stage, { leads: ofStage, points }]) => [stage, stageSummary(ofStage, leads, points)]),
    ),
    scores: Object.fromEntries(
      plan.scores.map(({ name }, index) => [
        name,
        scoreSummary(
          inputs.some(bound => bound.scores[index]?.known),
          scores[index] ?? new Map(),
          reachable[index] ?? null,
        ),
      ]),
    ),
    histogram: histogramOf([totals]).map(({ from, to, counts: [leads = 0] }) => ({ from, to, leads })),
    grades: Object.fromEntries([...grades].sort(([a], [b]) => (a < b ? -1 : 1))),
    ...(plan.chance !== undefined && { expected_wins: expectedWins(chances) }),
    segments: Object.fromEntries(
      plan.segments.flatMap(({ name, hidden }, index) =>
        hidden === true ? [] : [[name, Object.fromEntries(segments[index] ?? [])]],
      ),
    ),
    ...(ways.size > 0 && { channels: channelsOf(plan, ways) }),
    tags: Object.fromEntries(plan.tags.map(({ name }, index) => [name, tags[index] ?? 0])),
    excluded: Object.fromEntries(plan.exclude.map((row, index) => [nameOf(row), excluded[index] ?? 0])),
    rules: rulesOfPlan(plan).map((rule, index): RuleSummary => {
      const { fired, points, undated } = rules[index] ?? { fired: 0, points: 0, undated: 0 }
      return { id: rule.id, label: nameOf(rule), fired, points, undated }
    }),
    quality: fieldsToBind(plan).flatMap((name, slot): FieldQuality[] => {
      const field = fields[slot]
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

/** The sum of all chances, in wins. */
function expectedWins(chances: Frequencies): number {
  const percents = [...chances].reduce((sum, [percent, times]) => sum + percent * times, 0)
  return percents / 100
}

/** The lower median of the counted values, or null if there are none. */
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
