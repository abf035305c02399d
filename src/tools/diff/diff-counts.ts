import { histogramOf } from '../../engine/histogram.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { countIn, type Frequencies } from '../../ir/results/counts.ts'
import type { BeforeAfter, Difference, LabelShift, TagShift } from '../../ir/results/difference.ts'
import type { JudgedLead } from '../../ir/results/verdict.ts'

type Counted = Pick<Difference, 'matrix' | 'scores' | 'grades' | 'segments' | 'tags'>

/** Counts pairs of verdicts. Its size depends on the rulebooks, not on the number of leads. */
export interface DiffCounter {
  /** Stages as the matrix names them; verdicts are missing for duplicates. */
  add(stages: readonly [string, string], before: JudgedLead | undefined, after: JudgedLead | undefined): void
  leads(): number
  result(): Counted
}

export function createDiffCounter(base: BoundPlan, head: BoundPlan): DiffCounter {
  const matrix = new Map<string, Map<string, number>>()
  const totals: readonly [Frequencies, Frequencies] = [new Map(), new Map()]
  const grades = pairOfCounts()
  const segments = [...new Set([...head.segments, ...base.segments].map(({ name }) => name))].map(name => ({
    name,
    positions: [base, head].map(bound => bound.segments.findIndex(segment => segment.name === name)),
    labels: pairOfCounts(),
    changed: 0,
  }))
  const tags = [...new Set([...head.tags, ...base.tags].map(({ name }) => name))].map(name => ({
    name,
    positions: [base, head].map(bound => bound.tags.findIndex(tag => tag.name === name)),
    counts: { before: 0, after: 0, gained: 0, lost: 0 },
  }))
  let leads = 0
  let rescored = 0

  return {
    leads: () => leads,
    add([from, to], before, after) {
      leads += 1
      const row = matrix.get(from) ?? new Map<string, number>()
      matrix.set(from, row)
      countIn(row, to)
      if (before?.total !== undefined) countIn(totals[0], before.total)
      if (after?.total !== undefined) countIn(totals[1], after.total)
      if (before?.total !== after?.total) rescored += 1
      grades.add(before?.grade, after?.grade)
      for (const segment of segments) {
        const [old, now] = [before?.segments[segment.positions[0] ?? -1], after?.segments[segment.positions[1] ?? -1]]
        segment.labels.add(old, now)
        if (old !== now) segment.changed += 1
      }
      for (const { positions, counts } of tags) {
        const had = before?.tags[positions[0] ?? -1] === true
        const has = after?.tags[positions[1] ?? -1] === true
        if (had) counts.before += 1
        if (has) counts.after += 1
        if (has && !had) counts.gained += 1
        if (had && !has) counts.lost += 1
      }
    },
    result: () => ({
      matrix: Object.fromEntries([...matrix].map(([from, row]) => [from, Object.fromEntries(row)])),
      scores: {
        changed: rescored,
        mean: { before: meanOf(totals[0]), after: meanOf(totals[1]) },
        histogram: histogramOf(totals).map(({ from, to, counts: [before = 0, after = 0] }) => ({
          from,
          to,
          before,
          after,
        })),
      },
      grades: grades.result(),
      segments: Object.fromEntries(
        segments.map(({ name, labels, changed }): [string, LabelShift] => [name, { changed, labels: labels.result() }]),
      ),
      tags: Object.fromEntries(tags.map(({ name, counts }): [string, TagShift] => [name, { ...counts }])),
    }),
  }
}

/** How often each text occurred under BASE and under HEAD. */
function pairOfCounts() {
  const counts = new Map<string, { before: number; after: number }>()
  const of = (text: string) => {
    const known = counts.get(text) ?? { before: 0, after: 0 }
    counts.set(text, known)
    return known
  }
  return {
    add(old: string | undefined, now: string | undefined) {
      if (old !== undefined && old !== '') of(old).before += 1
      if (now !== undefined && now !== '') of(now).after += 1
    },
    result: (): Record<string, BeforeAfter> =>
      Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([text, each]) => [text, { ...each }])),
  }
}

function meanOf(frequencies: Frequencies): number | null {
  let [leads, sum] = [0, 0]
  for (const [points, times] of frequencies) {
    leads += times
    sum += points * times
  }
  return leads === 0 ? null : Math.floor((sum / leads) * 100 + 0.5) / 100
}
