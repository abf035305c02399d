import type { Summary } from '../../ir/results/summary.ts'
import { percent, plural, signed, thousands } from '../numbers.ts'
import { wrap } from '../terminal/lines.ts'
import { printTable } from '../terminal/table.ts'
import { clean, cut } from '../terminal/terminal-text.ts'
import { atMost, type Theme } from '../terminal/theme.ts'

export const TOP = 8
/** Room for the numbers beside the label. */
const NUMBERS = 34

/** The rules that fired most often; rules that never fired are counted. */
export function printReasons({ rules, counts }: Summary, theme: Theme, top = atMost(TOP, theme)): string[] {
  const fired = rules.filter(rule => rule.fired > 0).sort((a, b) => b.fired - a.fired)
  if (counts.scored === 0 || rules.length === 0) return []
  if (top === 0 && fired.length > 0) return inALine(fired, rules.length, theme)
  const rows = fired
    .slice(0, top)
    .map(({ label, fired: leads, points }) => [
      cut(clean(label), theme.width - NUMBERS, theme.glyphs.ellipsis),
      thousands(leads),
      percent(leads, counts.scored),
      points < 0 ? theme.chalk.red(signed(points)) : signed(points),
    ])
  return [...printTable(COLUMNS, rows, theme), ...rest(fired.length - top, rules.length - fired.length, theme)]
}

/** Without room for a table: the first reasons, in the one line that also counts the others. */
function inALine(fired: Summary['rules'], all: number, { chalk, glyphs, width }: Theme): string[] {
  const names = fired.slice(0, IN_A_LINE).map(({ label, fired: leads }) => `${clean(label)} ${thousands(leads)}`)
  const more = fired.length > names.length ? `, +${fired.length - names.length} more` : ''
  const silent = all > fired.length ? `; ${plural(all - fired.length, 'rule')} never fired` : ''
  const tail = `${more}${silent} (\`--verbose\`)`
  return [chalk.dim(cut(`top reasons: ${names.join(', ')}`, width - tail.length, glyphs.ellipsis) + tail)]
}

const IN_A_LINE = 3

function rest(hidden: number, silent: number, { chalk, compact, width }: Theme): string[] {
  const more = hidden > 0 ? [`+${hidden} more`] : []
  const never = silent > 0 ? [`${plural(silent, 'rule')} never fired`] : []
  const said = [...more, ...never].join(', ')
  const where = compact === true ? '  (all, and more: `--verbose`)' : ''
  return said === '' ? [] : wrap(said + where, width, 2).map(line => chalk.dim(line))
}

const COLUMNS = [
  { title: 'top reasons', align: 'left' },
  { title: 'leads', align: 'right' },
  { title: 'share', align: 'right' },
  { title: 'points', align: 'right' },
] as const
