import type {
  Funnel,
  FunnelGroup,
  HistoryHead,
  LeadHistory,
  RuleHistory,
  RunsHistory,
} from '../../ir/results/history.ts'
import { orDash, percent, plural, signed, thousands } from '../numbers.ts'
import { printSections, type Section } from '../sections.ts'
import { sparkline } from '../terminal/bars.ts'
import { printTable } from '../terminal/table.ts'
import { clean } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'

const left = (title: string) => ({ title, align: 'left' }) as const
const right = (title: string) => ({ title, align: 'right' }) as const

/** So many of the newest nights are printed; `--json` has all. */
const MAX_NIGHTS = 40

/** Points of a sparkline; of more nights every so many-th is drawn. */
const MAX_POINTS = 30

export function textRuns(history: RunsHistory, theme: Theme): string {
  const stages = [...new Set(history.nights.flatMap(night => Object.keys(night.stages)))]
  const { shown, note } = newest(history.nights)
  const changed = shown.some(night => night.rules_changed)
  const rows = shown.map(night => [
    night.as_of,
    orDash(night.leads),
    ...stages.map(stage => orDash(night.stages[stage] ?? null)),
    orDash(night.rejected),
    ...(changed ? [night.rules_changed ? 'changed' : ''] : []),
    night.rulebook,
  ])
  const rules = [...(changed ? [left('rules')] : []), left('rulebook')]
  const columns = [left('day'), right('leads'), ...stages.map(right), right('rejected'), ...rules]
  return printSections([{ title: titleOf(history), columns, rows, notes: note }], theme)
}

export function textLead(history: LeadHistory, theme: Theme): string {
  const { nights, scores, key } = history
  const seen = nights.filter(({ lead }) => lead !== null)
  const lines = ['total', ...scores].map(name => {
    const points = nights.map(({ lead }) => (name === 'total' ? lead?.total : lead?.scores[name]) ?? null)
    const [first, last] = [points.find(each => each !== null), points.findLast(each => each !== null)]
    return [
      name,
      sparkline(
        sampled(points).map(point => Math.max(0, point ?? 0)),
        theme.glyphs,
      ),
      `${first ?? '-'} to ${last ?? '-'}`,
    ]
  })
  const turns = nights.filter((night, index) => isTurn(night, nights[index - 1]))
  const { shown, note } = newest(turns)
  const rows = shown.map(({ as_of, lead, changes, rules_changed }, index) => [
    as_of,
    lead?.stage ?? 'not in the export',
    orDash(lead?.total ?? null),
    ...scores.map(name => orDash(lead?.scores[name] ?? null)),
    [
      ...(rules_changed && index > 0 ? ['new rulebook'] : []),
      ...changes.slice(0, MAX_CHANGES).map(({ rule, before, after }) => `${rule} ${signed(after - before)}`),
      ...(changes.length > MAX_CHANGES ? [`${changes.length - MAX_CHANGES} more`] : []),
    ].join('; '),
  ])
  const columns = [left('from'), left('stage'), right('total'), ...scores.map(right), left('why')]
  const days = `${history.runs.from} to ${history.runs.to}`
  const title = `${clean(key)}${theme.glyphs.dot}in ${thousands(seen.length)} of ${plural(nights.length, 'run')}, ${days}`
  const width = Math.max(...lines.map(([name = '']) => clean(name).length))
  return `${[
    theme.chalk.bold(title),
    ...lines.map(([name = '', line, range]) => `${clean(name).padEnd(width)}  ${line}  ${range}`),
    '',
    ...printTable(
      columns,
      rows.map(row => row.map(clean)),
      theme,
    ),
    ...note,
  ].join('\n')}\n`
}

const MAX_CHANGES = 3

/** Whether something changed for the lead. */
function isTurn(night: LeadHistory['nights'][number], before: LeadHistory['nights'][number] | undefined): boolean {
  if (before === undefined) return true
  const state = ({ lead }: LeadHistory['nights'][number]) => JSON.stringify([lead?.stage, lead?.total, lead?.scores])
  return state(night) !== state(before)
}

export function textRule(history: RuleHistory, theme: Theme): string {
  const { nights, rule } = history
  const { shown, note } = newest(nights)
  const rows = shown.map(({ as_of, leads, fired, points, rules_changed }) => [
    as_of,
    thousands(leads),
    orDash(fired),
    fired === null ? '-' : percent(fired, leads),
    points === null ? '-' : signed(points),
    fired === null ? 'no such rule' : rules_changed ? 'new rulebook' : '',
  ])
  const columns = [left('day'), right('leads'), right('fired'), right('share'), right('points'), left('')]
  const line = sparkline(
    sampled(nights.map(({ fired, leads }) => (leads === 0 ? 0 : (fired ?? 0) / leads))),
    theme.glyphs,
  )
  const title = `${rule}${theme.glyphs.dot}${titleOf(history)}`
  return printSections([{ title, columns, rows, notes: [`share of leads: ${line}`, ...note] }], theme)
}

export function textFunnel(funnel: Funnel, theme: Theme): string {
  const { groups, by } = funnel
  const [all, ...parts] = groups
  const climb: Section = {
    title: titleOf(funnel),
    columns: [left('stage'), right('reached'), right('of those before'), right('median days'), right('now')],
    rows: all === undefined ? [] : [['new', thousands(all.leads), '', '', ''], ...stepRows(all)],
    notes: [
      ...(all === undefined || all.gone === 0 ? [] : [`not in the last export: ${plural(all.gone, 'lead')}`]),
      ...(funnel.won === null ? [] : [`won: ${funnel.won}`]),
    ],
  }
  const stages = all?.steps.map(({ stage }) => stage) ?? []
  const table: Section = {
    title: `by ${by ?? ''}`,
    columns: [
      left(by ?? ''),
      right('leads'),
      ...stages.slice(1).flatMap(stage => [right(stage), right('share'), right('days')]),
    ],
    rows: parts
      .slice(0, MAX_NIGHTS)
      .map(group => [
        group.value === '' ? '(none)' : (group.value ?? ''),
        thousands(group.leads),
        ...group.steps
          .slice(1)
          .flatMap(({ leads, median_days }) => [thousands(leads), percent(leads, group.leads), orDash(median_days)]),
      ]),
    notes: parts.length > MAX_NIGHTS ? [`and ${parts.length - MAX_NIGHTS} more: \`--json\``] : [],
  }
  return printSections(by === null ? [climb] : [climb, table], theme)
}

function stepRows({ leads: all, steps }: FunnelGroup): string[][] {
  return steps.map(({ stage, leads, now, median_days }, index) => [
    stage,
    thousands(leads),
    shareOf(leads, index === 0 ? all : (steps[index - 1]?.leads ?? 0)),
    orDash(median_days),
    thousands(now),
  ])
}

/** Who buys need not have been in the stage before. */
function shareOf(leads: number, before: number): string {
  return leads > before ? '-' : percent(leads, before)
}

function titleOf({ runs }: HistoryHead): string {
  return `${plural(runs.count, 'run')}, ${runs.from} to ${runs.to}`
}

function newest<T>(all: readonly T[]): { readonly shown: readonly T[]; readonly note: string[] } {
  const shown = all.slice(-MAX_NIGHTS)
  return { shown, note: all.length > shown.length ? [`and ${all.length - shown.length} before: \`--json\``] : [] }
}

function sampled<T>(all: readonly T[]): T[] {
  const every = Math.ceil(all.length / MAX_POINTS)
  return all.filter((_, index) => (all.length - 1 - index) % every === 0)
}
