import type { Row } from '../../io/records.ts'
import { nameOf, type Plan, stagesOf } from '../../ir/plan/plan.ts'
import { rulesOfPlan } from '../../ir/results/counts.ts'
import type { PageChannel, PageData, PageMove } from '../../ir/results/page.ts'
import { createFigures } from './figures.ts'
import { ledgerOf } from './ledger.ts'
import type { OwnColumns } from './own-columns.ts'
import { countStage } from './score-steps.ts'

/** What the rows of a scored file add up to on a page. */
export type RowCounts = Pick<
  PageData,
  'asOf' | 'leads' | 'qualityOf' | 'stages' | 'moves' | 'scores' | 'map' | 'rules' | 'quality' | 'channels' | 'chances'
>

/** Counts the rows of scored files. Its size depends on the rulebook and the columns, not on the number of leads. */
export interface RowCounter {
  add(row: Row): void
  result(): RowCounts
}

/** Cells with reasons that are remembered: most leads share theirs with others. */
const MAX_LEDGERS = 20_000
/** Labels of a segment; what has more is no channel. */
const MAX_LABELS = 200
const OTHERS = '\u{2026}'

export function createRowCounter(columns: OwnColumns, plan: Plan | undefined): RowCounter {
  const stages = plan === undefined ? [] : stagesOf(plan)
  const places = new Map(stages.map((stage, place) => [stage, place]))
  const placeOf = (stage: string) => {
    const known = places.get(stage)
    if (known !== undefined) return known
    places.set(stage, stages.length)
    stages.push(stage)
    return stages.length - 1
  }
  let leads = 0
  const byStage: number[] = []
  const figures = createFigures(
    columns.scores.map(({ name }) => name),
    plan,
  )
  const reasons = new Map<string, number>()
  const chances = new Map<number, number>()
  const channels = new Map<string, { medium: string | undefined; percents: number; readonly stages: number[] }>()
  const channel = columns.segments.find(({ name }) => name === 'channel')?.position
  const medium = columns.segments.find(({ name }) => name === 'medium')?.position
  const filled = columns.others.map(() => 0)
  const moved = new Map<string, Map<string, number>>()

  const textOf = (cells: readonly string[], position: number | undefined) =>
    position === undefined ? '' : (cells[position] ?? '').trim()
  const numberOf = (cells: readonly string[], position: number | undefined) => {
    const text = textOf(cells, position)
    return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined
  }
  const countIn = <K>(map: Map<K, number>, key: K, times = 1) => map.set(key, (map.get(key) ?? 0) + times)
  return {
    add({ cells }) {
      if (textOf(cells, columns.duplicateOf) !== '') return
      leads += 1
      const stage = textOf(cells, columns.stage)
      const place = placeOf(stage)
      countStage(byStage, place)
      figures.add(
        place,
        numberOf(cells, columns.total),
        columns.scores.map(({ position }) => numberOf(cells, position)),
      )
      const text = textOf(cells, columns.reasons)
      if (text !== '' && (reasons.has(text) || reasons.size < MAX_LEDGERS)) countIn(reasons, text)
      else if (text !== '')
        for (const { label, points } of ledgerOf(text)) countIn(reasons, `${label} ${signed(points)}`)
      const percent = numberOf(cells, columns.chance)
      if (percent !== undefined) countIn(chances, percent)
      if (channel !== undefined) {
        const written = textOf(cells, channel)
        const label = channels.has(written) || channels.size < MAX_LABELS ? written : OTHERS
        const known = channels.get(label) ?? { medium: undefined, percents: 0, stages: [] }
        const own = textOf(cells, medium)
        known.medium = known.stages.length === 0 || known.medium === own ? own : undefined
        known.percents += percent ?? 0
        countStage(known.stages, place)
        channels.set(label, known)
      }
      for (const [index, { position }] of columns.others.entries()) {
        if (textOf(cells, position) !== '') filled[index] = (filled[index] ?? 0) + 1
      }
      const since = textOf(cells, columns.since)
      if (since !== '') {
        const before = textOf(cells, columns.stageBefore)
        const ofDay = moved.get(since) ?? new Map<string, number>()
        moved.set(since, ofDay)
        countIn(ofDay, `${before}\n${stage}`)
      }
    },
    result() {
      const asOf = [...moved.keys()].sort().at(-1)
      const whole = (counts: readonly number[]) => stages.map((_, place) => counts[place] ?? 0)
      return {
        ...(asOf !== undefined && { asOf }),
        leads,
        stages: stages.map((stage, place) => ({ stage, leads: byStage[place] ?? 0, median: figures.median(place) })),
        ...movesOf(columns, moved, asOf),
        ...figures.result(stages.length),
        rules: rulesIn(reasons, plan),
        quality: columns.others.map(({ name }, index) => ({
          field: name,
          filled: filled[index] ?? 0,
          empty: leads - (filled[index] ?? 0),
          invalid: 0,
        })),
        qualityOf: 'columns',
        channels: [...channels]
          .map(
            ([name, { medium: own, percents, stages: counts }]): PageChannel => ({
              channel: name === '' ? '\u{2013}' : name,
              ...(own !== undefined && own !== '' && { medium: own }),
              leads: counts.reduce((sum, count) => sum + count, 0),
              stages: whole(counts),
              ...(columns.chance !== undefined && { expectedWins: percents / 100 }),
            }),
          )
          .sort((a, b) => b.leads - a.leads),
        ...(columns.chance !== undefined && {
          chances: {
            bands: [...chances].sort(([a], [b]) => b - a).map(([percent, count]) => ({ percent, leads: count })),
            expectedWins: [...chances].reduce((sum, [percent, count]) => sum + percent * count, 0) / 100,
          },
        }),
      }
    },
  }
}

function signed(points: number): string {
  return points < 0 ? String(points) : `+${points}`
}

/** Leads whose stage began on the newest day have moved; without the stage before nobody knows from where. */
function movesOf(
  { stageBefore }: OwnColumns,
  moved: ReadonlyMap<string, ReadonlyMap<string, number>>,
  asOf: string | undefined,
): Pick<RowCounts, 'moves'> {
  if (stageBefore === undefined || moved.size < 2) return {}
  const cells = new Map<string, PageMove>()
  for (const [day, ofDay] of moved) {
    for (const [key, leads] of ofDay) {
      const [before = '', stage = ''] = key.split('\n')
      const from = day === asOf ? before : stage
      const known = cells.get(`${from}\n${stage}`)
      const move = { ...(from !== '' && { from }), to: stage, leads: leads + (known?.leads ?? 0) }
      cells.set(`${from}\n${stage}`, move)
    }
  }
  return { moves: { cells: [...cells.values()], causes: {} } }
}

/** What the reasons add up to by label; with the plan, the rules that none of them names. */
function rulesIn(reasons: ReadonlyMap<string, number>, plan: Plan | undefined): PageData['rules'] {
  const sums = new Map<string, { leads: number; points: number }>()
  for (const [text, leads] of reasons) {
    for (const { label, points } of ledgerOf(text)) {
      const sum = sums.get(label) ?? { leads: 0, points: 0 }
      sums.set(label, sum)
      sum.leads += leads
      sum.points += points * leads
    }
  }
  const fired = [...sums]
    .map(([label, sum]) => ({ label, ...sum }))
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
  if (plan === undefined) return { fired }
  const labels = new Set(rulesOfPlan(plan).map(nameOf))
  return { fired, silent: [...labels].filter(label => !sums.has(label)) }
}
