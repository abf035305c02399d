import type { Summary } from '../../ir/results/summary.ts'
import { orDash, thousands } from '../numbers.ts'
import { sparkline } from '../terminal/bars.ts'
import { beside } from '../terminal/lines.ts'
import { printTable } from '../terminal/table.ts'
import { clean, cut, widest } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'
import { printGrades } from './grades.ts'

const NAME = 20
const GAP = 4

/** How the points are spread, with the grades beside if there is room. */
export function printScores(summary: Summary, theme: Theme): string[] {
  if (summary.counts.scored === 0) return []
  const scores = [...scoreTable(summary, theme), ...histogram(summary, theme), ...expected(summary)]
  const grades = printGrades(summary, theme)
  const left = widest(scores) + GAP
  const fits = scores.length > 0 && left + widest(grades) <= theme.width
  return fits
    ? beside(scores, grades, left)
    : [...scores, ...(scores.length > 0 && grades.length > 0 ? [''] : []), ...grades]
}

function scoreTable({ scores }: Summary, theme: Theme): string[] {
  const rows = Object.entries(scores).map(([name, { known, median, highest, reachable }]) => [
    cut(clean(name), NAME, theme.glyphs.ellipsis),
    known ? orDash(median) : 'no data',
    orDash(highest),
    orDash(reachable),
  ])
  return printTable(COLUMNS, rows, theme)
}

/** One line: ten steps of the total between its lowest and its highest. */
function histogram({ histogram: steps }: Summary, { chalk, glyphs }: Theme): string[] {
  const [first, last] = [steps.at(0), steps.at(-1)]
  if (!first || !last || first === last) return []
  const leads = steps.map(step => step.leads)
  const spark = chalk.cyan(sparkline(leads, glyphs))
  return [
    `distribution of total score  ${thousands(Math.round(first.from))} ${spark} ${thousands(Math.round(last.to))}`,
  ]
}

function expected({ expected_wins: wins }: Summary): string[] {
  return wins === undefined ? [] : [`expected wins   ${thousands(Math.round(wins * 10) / 10)}`]
}

const COLUMNS = [
  { title: 'score', align: 'left' },
  { title: 'median', align: 'right' },
  { title: 'highest', align: 'right' },
  { title: 'reachable', align: 'right' },
] as const
