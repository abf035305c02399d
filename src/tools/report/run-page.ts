import { type Plan, stagesOf } from '../../ir/plan/plan.ts'
import type { PageData, PageInput, PageMoves, PageNight } from '../../ir/results/page.ts'
import type { SinceSummary } from '../../ir/results/since.ts'
import type { FieldQuality, InputSummary, Summary } from '../../ir/results/summary.ts'
import { VERDICT_NAMES, VERDICT_PREFIXES } from '../../ir/results/verdict-file.ts'
import type { Verdicts } from '../../leads/memory/verdict-table.ts'
import { createFigures } from './figures.ts'

/** What the page of a run is made from. */
export interface RunPage {
  readonly title: string
  /** Its id. */
  readonly run: string
  readonly summary: Summary
  readonly plan: Plan
  /** Absent where they cannot be read: then there is no map. */
  readonly verdicts: Verdicts | undefined
  /** The run before. */
  readonly before:
    | { readonly stages: Readonly<Record<string, number>>; readonly quality?: readonly FieldQuality[] }
    | undefined
  /** The runs up to this one, the oldest first. */
  readonly trend: readonly Night[]
}

/** A run with its stages. */
export interface Night {
  readonly day: string
  readonly stages: Readonly<Record<string, number>>
}

/** All that the page of a run shows, but for persons. */
export function pageOfRun({ title, run, summary, plan, verdicts, before, trend }: RunPage): PageData {
  const { tool, as_of, rulebook, counts, since, costs, expected_wins } = summary
  const stages = Object.keys(summary.stages)
  const whole = (byStage: Readonly<Record<string, number>>) => stages.map(stage => byStage[stage] ?? 0)
  const chances = chancesIn(plan, verdicts)
  return {
    title,
    run,
    version: tool.version,
    asOf: as_of,
    rulebook: { name: rulebook.name, ...(rulebook.version !== undefined && { version: rulebook.version }) },
    leads: counts.scored,
    counts,
    stages: Object.entries(summary.stages).map(([stage, { leads, median_score }]) => ({
      stage,
      leads,
      median: median_score,
      ...(before && { before: before.stages[stage] ?? 0 }),
    })),
    ...(since && { moves: movesIn(since) }),
    ...(summary.due && { due: summary.due }),
    ...figuresIn(plan, verdicts, stages),
    rules: {
      fired: summary.rules
        .filter(({ fired }) => fired > 0)
        .map(({ label, fired, points }) => ({ label, leads: fired, points }))
        .sort((a, b) => Math.abs(b.points) - Math.abs(a.points)),
      silent: summary.rules.filter(({ fired }) => fired === 0).map(({ label }) => label),
    },
    quality: summary.quality.map(({ field, filled, empty, invalid }) => {
      const then = before?.quality?.find(each => each.field === field)
      const all = then === undefined ? 0 : then.filled + then.empty + then.invalid
      return { field, filled, empty, invalid, ...(then && all > 0 && { before: then.filled / all }) }
    }),
    qualityOf: 'fields',
    channels: (summary.channels ?? []).map(({ channel, medium, leads, stages: byStage, expected_wins: wins }) => ({
      channel,
      ...(medium !== undefined && { medium }),
      leads,
      stages: whole(byStage),
      ...(wins !== undefined && { expectedWins: wins }),
    })),
    ...(costs && { costs }),
    ...(expected_wins !== undefined && chances && { chances: { bands: chances, expectedWins: expected_wins } }),
    trend: trend.map(({ day, stages: byStage }): PageNight => ({ day, stages: whole(byStage) })),
    inputs: summary.inputs.map(inputOf),
    warnings: summary.warnings,
  }
}

function movesIn({ as_of, matrix, causes }: SinceSummary): PageMoves {
  const cells = Object.entries(matrix).flatMap(([from, row]) =>
    Object.entries(row).map(([to, leads]) => ({ ...(from !== '' && { from }), ...(to !== '' && { to }), leads })),
  )
  return { since: as_of, cells, causes }
}

function figuresIn(
  plan: Plan,
  verdicts: Verdicts | undefined,
  stages: readonly string[],
): Pick<PageData, 'scores' | 'map'> {
  if (verdicts === undefined) return { scores: [] }
  const names = plan.scores.map(({ name }) => name)
  const columns = names.map(name => VERDICT_PREFIXES.score + name)
  const figures = createFigures(names, plan)
  const places = new Map(stages.map((stage, place) => [stage, place]))
  for (let row = 0; row < verdicts.rows; row += 1) {
    const place = places.get(verdicts.text(row, VERDICT_NAMES.stage))
    if (place === undefined) continue
    const points = columns.map(column => verdicts.number(row, column))
    figures.add(place, verdicts.number(row, VERDICT_NAMES.total), points)
  }
  return figures.result(stagesOf(plan).length)
}

function chancesIn(plan: Plan, verdicts: Verdicts | undefined) {
  if (plan.chance === undefined || verdicts === undefined) return undefined
  const counts = new Map<number, number>()
  for (let row = 0; row < verdicts.rows; row += 1) {
    const percent = verdicts.number(row, VERDICT_NAMES.chance)
    if (percent !== undefined) counts.set(percent, (counts.get(percent) ?? 0) + 1)
  }
  return [...counts].sort(([a], [b]) => b - a).map(([percent, leads]) => ({ percent, leads }))
}

function inputOf(input: InputSummary): PageInput {
  const { name, format, encoding, delimiter, line_end, sheet, system, compressed, repairs = [] } = input
  const delimiters: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' }
  return {
    name,
    facts: [
      format.toUpperCase(),
      ...(compressed ? ['compressed'] : []),
      ...(sheet === undefined ? [encoding] : [sheet]),
      ...(delimiter === undefined ? [] : [delimiters[delimiter] ?? delimiter]),
      ...(line_end === undefined ? [] : [line_end]),
      ...(system === undefined ? [] : [system]),
      ...repairs.map(({ what }) => what),
    ],
    rejects: input.rejects,
    skipped: input.left_out,
    columns: input.bound.map(({ columns, field, read_as }) => ({
      column: columns.join(', '),
      field,
      ...(read_as !== undefined && { readAs: read_as }),
    })),
    unused: [
      ...input.unused.map(({ column, field }) => `${column} (${field})`),
      ...input.unmatched.map(({ column }) => column),
    ],
  }
}
