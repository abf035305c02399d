import type { BoundPlan } from '../ir/bound-plan.ts'
import { fieldsToBind } from '../ir/key-fields.ts'
import { nameOf, type Plan, stagesOf } from '../ir/plan.ts'
import type { FieldQuality, RuleSummary, ScoreSummary, StageSummary, Summary } from '../ir/summary.ts'
import type { Verdict } from '../ir/verdict.ts'
import { count, type Frequencies, histogramOf } from './histogram.ts'
import { type Lead, NOTHING } from './lead.ts'

const SHOWN_LINES = 3

export type Counted = Pick<
  Summary,
  'stages' | 'scores' | 'histogram' | 'grades' | 'segments' | 'tags' | 'excluded' | 'rules' | 'quality'
>

/** Counts verdicts into the figures of a summary. Its size depends on the rulebook, not on the number of leads. */
export interface Tally {
  add(lead: Lead, verdict: Verdict, line: number): void
  /** `inputs`: what the plan was bound to; `reachable`: the highest points of each score, in rulebook order. */
  result(inputs: readonly BoundPlan[], reachable: readonly (number | null)[]): Counted
}

export function createTally(plan: Plan): Tally {
  const rules = plan.scores.flatMap(score => score.groups.flatMap(group => group.rules))
  const fields = fieldsToBind(plan)
  const fired = rules.map(({ since }) => ({
    fired: 0,
    points: 0,
    undated: 0,
    since: since === undefined ? undefined : fields.indexOf(since),
  }))
  const stages = new Map(stagesOf(plan).map(stage => [stage, new Map() as Frequencies]))
  const stageLeads = new Map<string, number>()
  const totals: Frequencies = new Map()
  const scores = plan.scores.map((): Frequencies => new Map())
  const grades = new Map<string, number>()
  const segments = plan.segments.map(({ rows }) => new Map(rows.map(({ label }) => [label, 0])))
  const tags = plan.tags.map(() => 0)
  const excluded = plan.exclude.map(() => 0)
  const quality = fields.map(() => ({ filled: 0, empty: 0, invalid: 0, range: 0, lines: [] as number[] }))
  let leads = 0

  return {
    add(lead, verdict, line) {
      leads += 1
      count(stageLeads, verdict.stage)
      if (verdict.total !== undefined) {
        count(totals, verdict.total)
        const ofStage = stages.get(verdict.stage)
        if (ofStage !== undefined) count(ofStage, verdict.total)
      }
      for (let index = 0; index < scores.length; index += 1) {
        const points = verdict.scores[index]
        const frequencies = scores[index]
        if (points !== undefined && frequencies !== undefined) count(frequencies, points)
      }
      if (verdict.grade !== undefined) count(grades, verdict.grade)
      for (let index = 0; index < segments.length; index += 1) {
        const counts = segments[index]
        if (counts !== undefined) count(counts, verdict.segments[index] ?? '')
      }
      for (let index = 0; index < tags.length; index += 1) if (verdict.tags[index]) tags[index] = (tags[index] ?? 0) + 1
      for (const index of verdict.excluded) excluded[index] = (excluded[index] ?? 0) + 1
      for (let index = 0; index < fired.length; index += 1) {
        const points = verdict.points[index] ?? 0
        const rule = fired[index]
        if (points === 0 || rule === undefined) continue
        rule.fired += 1
        rule.points += points
        if (rule.since !== undefined && lead.readings[rule.since]?.value === undefined) rule.undated += 1
      }
      for (let slot = 0; slot < quality.length; slot += 1) {
        const field = quality[slot]
        const reading = lead.readings[slot]
        if (field === undefined || reading === undefined || reading === NOTHING) continue
        const { state } = reading
        field[state] += 1
        if (state === 'invalid' && field.lines.length < SHOWN_LINES) field.lines.push(line)
      }
    },

    result: (inputs, reachable) => ({
      stages: Object.fromEntries(
        [...stages].map(([stage, points]) => [stage, stageSummary(stageLeads.get(stage) ?? 0, leads, points)]),
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
      segments: Object.fromEntries(
        plan.segments.map(({ name }, index) => [name, Object.fromEntries(segments[index] ?? [])]),
      ),
      tags: Object.fromEntries(plan.tags.map(({ name }, index) => [name, tags[index] ?? 0])),
      excluded: Object.fromEntries(plan.exclude.map((row, index) => [nameOf(row), excluded[index] ?? 0])),
      rules: rules.map((rule, index): RuleSummary => {
        const { fired: times = 0, points = 0, undated = 0 } = fired[index] ?? {}
        return { id: rule.id, label: nameOf(rule), fired: times, points, undated }
      }),
      quality: fields.flatMap((name, slot): FieldQuality[] => {
        const field = quality[slot]
        const judged = inputs.some(({ fields }) => fields[slot]?.read && fields[slot].columns.length > 0)
        if (!judged || field === undefined) return []
        const { filled, empty, invalid, range, lines } = field
        return [{ field: name, filled: filled + range, empty, invalid, ranges: range, first_invalid: lines }]
      }),
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
