import type { Plan } from '../../ir/plan/plan.ts'
import { addCounts, countIn, MAX_SHOWN_LINES, startCounts, type VerdictCounts } from '../../ir/results/counts.ts'
import type { Slot } from '../values/slots.ts'
import type { Found } from './found.ts'
import type { Outcomes } from './outcomes.ts'
import type { Piece } from './pieces.ts'
import type { Scores } from './scores.ts'

/** Everything that was judged, as the engine counts it: by class and by combination. */
export interface Counted {
  readonly slots: readonly (Slot | undefined)[]
  readonly scores: Scores
  readonly outcomes: Outcomes
  readonly found: Found
  /** By slot: the first lines with invalid cells. */
  readonly invalid: readonly (readonly number[])[]
  readonly leads: number
}

/** The pieces of which `totalCounts` has to know how many records had each combination. */
export function countedPieces({ scores, outcomes }: Pick<Counted, 'scores' | 'outcomes'>): readonly Piece<unknown>[] {
  const { stageTotals, grade, chance, segments, ways, tags, excluded } = outcomes
  const ofClusters = scores.clusters.map(({ part }) => part.piece)
  return [
    stageTotals,
    grade,
    chance,
    ...segments,
    ...(ways === undefined ? [] : [ways]),
    ...tags,
    excluded,
    ...ofClusters,
  ]
}

/** The counts of a run: what was counted by combination, and `asked`, which the reference judged lead by lead. */
export function totalCounts(plan: Plan, counted: Counted, asked: VerdictCounts): VerdictCounts {
  const { slots, scores, outcomes, found, invalid } = counted
  const sum = startCounts(plan)
  sum.leads = counted.leads
  eachOf(outcomes.stageTotals, ({ stage, total }, times) => {
    const ofStage = sum.stages.get(stage)
    if (ofStage !== undefined) ofStage.leads += times
    if (total === undefined) return
    countIn(sum.totals, total, times)
    if (ofStage !== undefined) countIn(ofStage.points, total, times)
  })
  for (const [index, points] of sum.scores.entries()) {
    const numbers = found.scores[index]
    for (const [id, times] of (numbers?.counts() ?? []).entries()) {
      const value = numbers?.value(id)
      if (times > 0 && value !== undefined) countIn(points, value, times)
    }
  }
  eachOf(outcomes.grade, (grade, times) => grade !== undefined && countIn(sum.grades, grade, times))
  eachOf(outcomes.chance, (chance, times) => chance !== undefined && countIn(sum.chances, chance, times))
  for (const [index, segment] of outcomes.segments.entries()) {
    const labels = sum.segments[index]
    eachOf(segment, (label, times) => labels && countIn(labels, label, times))
  }
  if (outcomes.ways !== undefined) eachOf(outcomes.ways, (way, times) => countIn(sum.ways, way, times))
  for (const [index, tag] of outcomes.tags.entries()) {
    eachOf(tag, (holds, times) => {
      if (holds) sum.tags[index] = (sum.tags[index] ?? 0) + times
    })
  }
  eachOf(outcomes.excluded, (excluded, times) => {
    for (const index of excluded) sum.excluded[index] = (sum.excluded[index] ?? 0) + times
  })
  for (const { rules, part } of scores.clusters) {
    eachOf(part.piece, ({ points, undated }, times) => {
      for (const [place, index] of rules.entries()) {
        const rule = sum.rules[index]
        const earned = points[place] ?? 0
        if (rule === undefined || earned === 0) continue
        rule.fired += times
        rule.points += earned * times
        if (undated[place] === true) rule.undated += times
      }
    })
  }
  for (const [index, field] of sum.fields.entries()) {
    const slot = slots[index]
    if (slot === undefined) continue
    for (let id = 1; id < slot.size(); id += 1) field[slot.reading(id).state] += slot.counts[id] ?? 0
    field.lines.push(...(invalid[index] ?? []))
  }
  mergeCounts(sum, asked)
  return sum
}

/** What was counted after `before`; its lines are those that `now` has. */
export function countsSince(plan: Plan, now: VerdictCounts, before: VerdictCounts): VerdictCounts {
  const since = startCounts(plan)
  addCounts(since, now)
  addCounts(since, before, -1)
  for (const [slot, { lines }] of since.fields.entries())
    lines.splice(0, lines.length, ...(now.fields[slot]?.lines ?? []))
  return since
}

/** Adds counts of records that stand anywhere in the file: of their lines the first ones stay. */
export function mergeCounts(sum: VerdictCounts, more: VerdictCounts): void {
  const lines = sum.fields.map(({ lines: own }, index) => firstOf([...own, ...(more.fields[index]?.lines ?? [])]))
  addCounts(sum, more)
  for (const [index, field] of sum.fields.entries()) field.lines.splice(0, field.lines.length, ...(lines[index] ?? []))
}

function firstOf(lines: number[]): number[] {
  return lines.sort((one, other) => one - other).slice(0, MAX_SHOWN_LINES)
}

function eachOf<T>(piece: Piece<T>, each: (value: T, times: number) => void): void {
  const counts = piece.counts()
  for (let id = 1; id < piece.values.length; id += 1) {
    const value = piece.values[id]
    const times = counts[id] ?? 0
    if (times > 0 && value !== undefined) each(value, times)
  }
}
