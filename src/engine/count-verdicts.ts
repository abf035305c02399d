import type { BoundPlan } from '../ir/plan/bound-plan.ts'
import { fieldsToBind } from '../ir/plan/key-fields.ts'
import type { Plan } from '../ir/plan/plan.ts'
import {
  addCounts,
  countIn,
  MAX_SHOWN_LINES,
  rulesOfPlan,
  startCounts,
  type VerdictCounts,
} from '../ir/results/counts.ts'
import type { Verdict } from '../ir/results/verdict.ts'
import { wayOf, waySegments } from '../ir/results/ways.ts'
import { type Lead, NOTHING } from './lead.ts'
import { type SummaryCounts, summaryCountsOf } from './summary-counts.ts'

/** Counts verdicts for the summary. Its size depends on the rulebook, not on the number of leads. */
export interface VerdictCounter {
  add(lead: Lead, verdict: Verdict, line: number): void
  /** Adds what was counted elsewhere. */
  merge(more: VerdictCounts): void
  /** `inputs`: what the plan was bound to; `reachable`: the highest points of each score, in rulebook order. */
  result(inputs: readonly BoundPlan[], reachable: readonly (number | null)[]): SummaryCounts
}

export function createVerdictCounter(plan: Plan, verdictCounts = startCounts(plan)): VerdictCounter {
  const { stages, totals, scores, grades, chances, segments, ways, tags, excluded, rules, fields } = verdictCounts
  const slots = fieldsToBind(plan)
  const waysIn = waySegments(plan.segments)
  const since = rulesOfPlan(plan).map(rule => (rule.since === undefined ? undefined : slots.indexOf(rule.since)))

  return {
    add(lead, verdict, line) {
      verdictCounts.leads += 1
      const ofStage = stages.get(verdict.stage)
      if (ofStage !== undefined) ofStage.leads += 1
      if (verdict.total !== undefined) {
        countIn(totals, verdict.total)
        if (ofStage !== undefined) countIn(ofStage.points, verdict.total)
      }
      for (let index = 0; index < scores.length; index += 1) {
        const points = verdict.scores[index]
        const frequencies = scores[index]
        if (points !== undefined && frequencies !== undefined) countIn(frequencies, points)
      }
      if (verdict.grade !== undefined) countIn(grades, verdict.grade)
      if (verdict.chance !== undefined) countIn(chances, verdict.chance)
      for (let index = 0; index < segments.length; index += 1) {
        const counts = segments[index]
        if (counts !== undefined) countIn(counts, verdict.segments[index] ?? '')
      }
      if (waysIn !== undefined)
        countIn(
          ways,
          wayOf(
            waysIn.map(index => verdict.segments[index] ?? ''),
            verdict,
          ),
        )
      for (let index = 0; index < tags.length; index += 1) if (verdict.tags[index]) tags[index] = (tags[index] ?? 0) + 1
      for (const index of verdict.excluded) excluded[index] = (excluded[index] ?? 0) + 1
      for (let index = 0; index < rules.length; index += 1) {
        const points = verdict.points[index] ?? 0
        const rule = rules[index]
        if (points === 0 || rule === undefined) continue
        rule.fired += 1
        rule.points += points
        const slot = since[index]
        if (slot !== undefined && lead.readings[slot]?.value === undefined) rule.undated += 1
      }
      for (let slot = 0; slot < fields.length; slot += 1) {
        const field = fields[slot]
        const reading = lead.readings[slot]
        if (field === undefined || reading === undefined || reading === NOTHING) continue
        const { state } = reading
        field[state] += 1
        if (state === 'invalid' && field.lines.length < MAX_SHOWN_LINES) field.lines.push(line)
      }
    },

    merge: more => addCounts(verdictCounts, more),

    result: (inputs, reachable) => summaryCountsOf(plan, verdictCounts, inputs, reachable),
  }
}
