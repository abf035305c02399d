import type { Summary } from '../../ir/results/summary.ts'
import { orDash, percent, plural, thousands } from '../numbers.ts'
import { bar } from '../terminal/bars.ts'
import { wrap } from '../terminal/lines.ts'
import { printTable } from '../terminal/table.ts'
import { clean, cut, padEnd, widest } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'

const NAME = 24
/** Room for the columns beside the name and the bar. */
const NUMBERS = 35
const MAX_BAR_WIDTH = 40

/** The answer of a run: how many leads are in which stage. */
export function printStages({ stages, counts }: Summary, theme: Theme, most = Number.POSITIVE_INFINITY): string[] {
  const { chalk, glyphs } = theme
  if (counts.scored === 0) return []
  const names = Object.keys(stages).map(stage => cut(clean(stage), NAME, glyphs.ellipsis))
  const room = Math.min(MAX_BAR_WIDTH, theme.width - widest(names) - NUMBERS)
  const rows = Object.values(stages).map(({ leads, median_score }, index) => [
    coloured(names[index] ?? '', index, names.length, theme),
    thousands(leads),
    percent(leads, counts.scored),
    chalk.cyan(padEnd(bar(leads / counts.scored, room, glyphs), room)),
    orDash(median_score),
  ])
  const hidden = rows.length - most
  const more = hidden > 0 ? [chalk.dim(`+${plural(hidden, 'more stage')}`)] : []
  return [...printTable(COLUMNS, rows.slice(0, most), theme), ...more]
}

/** The best stage stands out, and those that nobody hands over stand back. */
function coloured(name: string, index: number, count: number, { chalk }: Theme): string {
  if (index === 0) return chalk.green.bold(name)
  return index < count - 1 ? chalk.cyan(name) : chalk.dim(name)
}

/** `SQL 8 · MQL 9 · nurture 19`: what somebody reads who looks at the last line only. */
export function printStageLine({ stages, counts }: Summary, theme: Theme): string[] {
  if (counts.scored === 0 || Object.keys(stages).length === 0) return []
  const names = Object.keys(stages)
  const items = Object.entries(stages).map(
    ([stage, { leads }], index) =>
      `${coloured(cut(clean(stage), NAME, theme.glyphs.ellipsis), index, names.length, theme)} ${thousands(leads)}`,
  )
  return wrap(items.join(theme.glyphs.dot), theme.width, 2)
}

const COLUMNS = [
  { title: 'stage', align: 'left' },
  { title: 'leads', align: 'right' },
  { title: 'share', align: 'right' },
  { title: '', align: 'left' },
  { title: 'median score', align: 'right' },
] as const
