import type { CostSummary, CostsSummary } from '../../ir/results/costs.ts'
import type { Summary } from '../../ir/results/summary.ts'
import { plural, thousands } from '../numbers.ts'
import { wrap } from '../terminal/lines.ts'
import { printTable } from '../terminal/table.ts'
import { clean, cut, widest } from '../terminal/terminal-text.ts'
import { atMost, type Theme } from '../terminal/theme.ts'

const NAME = 20
/** Channels with a line of their own; the others are in the sums. */
const MAX_SHOWN_CHANNELS = 8

/** What channels cost, for each lead and for each lead that got further. */
export function printCosts({ costs }: Summary, theme: Theme): string[] {
  if (costs === undefined) return []
  const paid = costs.channels.filter(({ cost, per_lead }) => cost !== 0 || per_lead !== null)
  const shown = paid.slice(0, atMost(MAX_SHOWN_CHANNELS, theme))
  const hidden = paid.length - shown.length
  const rows = [...shown, ...costs.media, costs.total]
  const [name, counts, each] = columnsOf(costs, theme)
  const whole = [name, ...counts, ...each]
  // What does not fit beside each other stands below each other.
  const tables =
    widthOf(whole, rows) <= theme.width
      ? [whole]
      : [
          [name, ...counts],
          [name, ...each],
        ]
  return [
    ...tables.flatMap(columns => [
      ...printTable(
        columns.map(({ title }, index) => ({ title, align: index === 0 ? ('left' as const) : ('right' as const) })),
        rows.map(row => columns.map(({ print }) => print(row))),
        theme,
      ),
    ]),
    ...(hidden > 0 ? [theme.chalk.dim(`+${plural(hidden, 'more channel')} in the sums`)] : []),
    ...remarks(costs, theme),
  ]
}

interface CostColumn {
  readonly title: string
  readonly print: (row: CostSummary) => string
}

/** The name, what was counted, and what each cost. */
function columnsOf(
  { total, from, to, currency }: CostsSummary,
  { glyphs }: Theme,
): [CostColumn, CostColumn[], CostColumn[]] {
  const each = (value: number | null | undefined) => (value === null || value === undefined ? '-' : money(value))
  const stages = Object.keys(total.reached).reverse()
  const shown = (stage: string) => cut(clean(stage), NAME, glyphs.ellipsis)
  return [
    { title: `${from} to ${to}`, print: ({ name }) => cut(clean(name), NAME, glyphs.ellipsis) },
    [
      { title: currency === undefined ? 'cost' : `cost ${clean(currency)}`, print: ({ cost }) => money(cost) },
      { title: 'leads', print: ({ leads }) => thousands(leads) },
      ...stages.map(stage => ({
        title: shown(stage),
        print: ({ reached }: CostSummary) => thousands(reached[stage] ?? 0),
      })),
      ...(total.won === undefined ? [] : [{ title: 'won', print: ({ won = 0 }: CostSummary) => thousands(won) }]),
      ...(total.expected_wins === undefined
        ? []
        : [{ title: 'expected wins', print: ({ expected_wins = 0 }: CostSummary) => expected_wins.toFixed(1) }]),
    ],
    [
      { title: 'per lead', print: ({ per_lead }) => each(per_lead) },
      ...stages.map(stage => ({
        title: `per ${shown(stage)}`,
        print: ({ per_stage }: CostSummary) => each(per_stage[stage]),
      })),
      ...(total.won === undefined ? [] : [{ title: 'per win', print: ({ per_won }: CostSummary) => each(per_won) }]),
      ...(total.expected_wins === undefined
        ? []
        : [{ title: 'per expected win', print: ({ per_expected_win }: CostSummary) => each(per_expected_win) }]),
    ],
  ]
}

function widthOf(columns: readonly CostColumn[], rows: readonly CostSummary[]): number {
  const widths = columns.map(({ title, print }) => widest([title, ...rows.map(print)]))
  return widths.reduce((sum, width) => sum + width + 2, 0)
}

/** Which leads count, and what met nothing. */
function remarks(costs: CostsSummary, theme: Theme): string[] {
  const { undated, outside, without_leads, without_costs } = costs
  const names = (list: readonly string[]) => list.map(name => cut(clean(name), NAME, theme.glyphs.ellipsis)).join(', ')
  const texts = [
    'Leads count by their date of creation; a stage counts the better ones, too.',
    ...(without_leads.length > 0 ? [`Costs without leads: ${names(without_leads)}.`] : []),
    ...(without_costs.length > 0 ? [`Leads without costs, which count in the sums: ${names(without_costs)}.`] : []),
    ...(outside > 0 ? [`${plural(outside, 'lead')} of other days not counted.`] : []),
    ...(undated > 0 ? [`${plural(undated, 'lead')} without a date of creation not counted.`] : []),
  ]
  return wrap(texts.join(' '), theme.width, 2).map(line => theme.chalk.dim(line))
}

/** Whole units from a hundred on: cents would only make the column wide. */
function money(value: number): string {
  return Math.abs(value) < 100 ? value.toFixed(2) : thousands(Math.round(value))
}
