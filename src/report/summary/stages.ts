import type { Summary } from '../../ir/results/summary.ts'
import { orDash, percent, thousands } from '../numbers.ts'
import { bar } from '../terminal/bars.ts'
import { printTable } from '../terminal/table.ts'
import { clean, cut, padEnd, widest } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'

const NAME = 24
/** Room for the columns beside the name and the bar. */
const NUMBERS = 35
const MAX_BAR_WIDTH = 40

/** The answer of a run: how many leads are in which stage. */
export function printStages({ stages, counts }: Summary, theme: Theme): string[] {
  const { chalk, glyphs } = theme
  if (counts.scored === 0) return []
  const names = Object.keys(stages).map(stage => cut(clean(stage), NAME, glyphs.ellipsis))
  const room = Math.min(MAX_BAR_WIDTH, theme.width - widest(names) - NUMBERS)
  const rows = Object.values(stages).map(({ leads, median_score }, index) => [
    names[index] ?? '',
    thousands(leads),
    percent(leads, counts.scored),
    chalk.cyan(padEnd(bar(leads / counts.scored, room, glyphs), room)),
    orDash(median_score),
  ])
  return printTable(COLUMNS, rows, theme)
}

const COLUMNS = [
  { title: 'stage', align: 'left' },
  { title: 'leads', align: 'right' },
  { title: 'share', align: 'right' },
  { title: '', align: 'left' },
  { title: 'median score', align: 'right' },
] as const
