import type { BoundPlan } from '../ir/bound-plan.ts'
import { fieldsToBind } from '../ir/key-fields.ts'
import type { Plan } from '../ir/plan.ts'
import type { Verdict } from '../ir/verdict.ts'
import { type Counted, countedOf, noFigures, rulesOf } from './figures.ts'
import { count } from './histogram.ts'
import { type Lead, NOTHING } from './lead.ts'

const SHOWN_LINES = 3

/** Counts verdicts into the figures of a summary. Its size depends on the rulebook, not on the number of leads. */
export interface Tally {
  add(lead: Lead, verdict: Verdict, line: number): void
  /** `inputs`: what the plan was bound to; `reachable`: the highest points of each score, in rulebook order. */
  result(inputs: readonly BoundPlan[], reachable: readonly (number | null)[]): Counted
}

export function createTally(plan: Plan): Tally {
  const fields = fieldsToBind(plan)
  const figures = noFigures(plan)
  const { stageLeads, totals, stages, scores, grades, segments, tags, excluded, rules, quality } = figures
  const since = rulesOf(plan).map(rule => (rule.since === undefined ? undefined : fields.indexOf(rule.since)))

  return {
    add(lead, verdict, line) {
      figures.leads += 1
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
      for (let index = 0; index < rules.length; index += 1) {
        const points = verdict.points[index] ?? 0
        const rule = rules[index]
        if (points === 0 || rule === undefined) continue
        rule.fired += 1
        rule.points += points
        const date = since[index]
        if (date !== undefined && lead.readings[date]?.value === undefined) rule.undated += 1
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

    result: (inputs, reachable) => countedOf(plan, figures, inputs, reachable),
  }
}
