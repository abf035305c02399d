import type { Counts, InputSummary, Summary } from '../../ir/results/summary.ts'
import { plural, thousands } from '../numbers.ts'
import { wrap } from '../terminal/lines.ts'
import { clean, cutFront } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'
import { firstLines } from './skipped.ts'

/** The number of leads read and scored, the rulebook and the day. */
export function printHead(summary: Summary, theme: Theme): string[] {
  const inputs = summary.inputs.flatMap(input => headline(input.name, input.counts, reasons(input), theme))
  const all = summary.inputs.length > 1 ? headline('all inputs', summary.counts, '', theme) : []
  return [...inputs, ...all, ...rulebookLine(summary, theme)]
}

function headline(name: string, counts: Counts, leftOut: string, { chalk, glyphs, width }: Theme): string[] {
  const apart = [
    counts.rejected > 0 ? [`${thousands(counts.rejected)} rejected`] : [],
    counts.duplicate > 0 ? [plural(counts.duplicate, 'duplicate')] : [],
    counts.left_out > 0 ? [`${thousands(counts.left_out)} skipped${leftOut}`] : [],
  ].flat()
  const detail = apart.length === 0 ? '' : `  (${[`${thousands(counts.read)} read`, ...apart].join(', ')})`
  return wrap(
    `${chalk.bold(cutFront(clean(name), width - 2, glyphs.ellipsis))}  ${plural(counts.scored, 'lead')} scored${detail}`,
    width,
    2,
  )
}

/** `: 1 totals row (line 4), 2 blank rows (first on line 5)` */
function reasons(input: InputSummary): string {
  const named = Object.entries(input.left_out).filter(([, count]) => count > 0)
  const lines = new Map(firstLines(input))
  const texts = named.map(([why, count]) => {
    const line = lines.get(why)
    const where = line === undefined ? '' : ` (${count === 1 ? 'line' : 'first on line'} ${line})`
    return `${plural(count, clean(why))}${where}`
  })
  return texts.length === 0 ? '' : `: ${texts.join(', ')}`
}

function rulebookLine({ rulebook, as_of }: Summary, { chalk, width }: Theme): string[] {
  const name = [rulebook.name, rulebook.version ?? ''].join(' ').trim()
  return wrap(chalk.dim(clean(`rulebook ${name} (${rulebook.source}), as of ${as_of}`)), width, 2)
}
