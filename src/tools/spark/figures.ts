import type { PrintedFigures } from '../../dialects/figures.ts'
import { type Figures, noFigures } from '../../engine/figures.ts'
import { count } from '../../engine/histogram.ts'
import type { Plan } from '../../ir/plan.ts'
import type { Row } from './session.ts'

/** The rows that a query for figures answered, as figures. */
export function readFigures(plan: Plan, { groupings, added }: PrintedFigures, rows: readonly Row[]): Figures {
  const figures = noFigures(plan)
  for (const [set, key, total, leads, ...sums] of rows) {
    const grouping = groupings[Number(set)]
    if (grouping === undefined) {
      figures.leads = Number(leads)
      for (const [index, what] of added.entries()) add(figures, what, Number(sums[index] ?? 0))
    } else note(figures, grouping, { key, total, leads: Number(leads) })
  }
  for (const field of figures.quality) field.empty = figures.leads - field.filled - field.range - field.invalid
  return figures
}

interface Noted {
  readonly key: Row[number] | undefined
  readonly total: Row[number] | undefined
  readonly leads: number
}

function note(figures: Figures, grouping: PrintedFigures['groupings'][number], { key, total, leads }: Noted): void {
  switch (grouping.kind) {
    case 'stage': {
      const stage = String(key ?? '')
      count(figures.stageLeads, stage, leads)
      if (total === null || total === undefined) return
      count(figures.totals, Number(total), leads)
      const ofStage = figures.stages.get(stage)
      if (ofStage !== undefined) count(ofStage, Number(total), leads)
      return
    }
    case 'score': {
      const points = figures.scores[grouping.index]
      if (points !== undefined && key !== null) count(points, Number(key), leads)
      return
    }
    case 'grade':
      if (key !== null) count(figures.grades, String(key), leads)
      return
    case 'segment': {
      const labels = figures.segments[grouping.index]
      if (labels !== undefined) count(labels, String(key ?? ''), leads)
    }
  }
}

function add(figures: Figures, { kind, index }: PrintedFigures['added'][number], sum: number): void {
  const rule = figures.rules[index]
  const field = figures.quality[index]
  switch (kind) {
    case 'tag':
      figures.tags[index] = sum
      return
    case 'excluded':
      figures.excluded[index] = sum
      return
    case 'fired':
    case 'points':
    case 'undated':
      if (rule !== undefined) rule[kind] = sum
      return
    case 'filled':
    case 'invalid':
    case 'range':
      if (field !== undefined) field[kind] = sum
  }
  if (kind === 'range' && field !== undefined) field.filled -= sum
}
