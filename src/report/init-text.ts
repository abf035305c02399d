import type { Tuning } from '../ir/results/tuning.ts'
import { percent, plural, thousands } from './numbers.ts'
import { labelled, wrap } from './terminal/lines.ts'
import { clean, cutFront, padEnd, widest } from './terminal/terminal-text.ts'
import type { Theme } from './terminal/theme.ts'

/** The report of `init`: the file's columns, the files written, and the resulting stages. */
export interface InitReport {
  readonly input: string
  readonly leads: number
  readonly columns: number
  readonly known: number
  readonly own: readonly string[]
  readonly stages: readonly { readonly stage: string; readonly leads: number }[]
  readonly outputs: readonly { readonly path: string; readonly about: string }[]
  readonly next: string | undefined
  /** Why the rulebook was not learned from what was won. */
  readonly without: string | undefined
}

export function printInit(report: InitReport, theme: Theme): string {
  const { chalk, glyphs, width } = theme
  const { input, leads, columns, known, own, next } = report
  const file = chalk.bold(cutFront(clean(input), width - 2, glyphs.ellipsis))
  const fields = own.length === 0 ? '' : `, new fields: ${own.map(clean).join(', ')}`
  const blocks = [
    [
      ...wrap(`${file}  ${plural(leads, 'lead')} analysed`, width, 2),
      ...(report.without === undefined ? [] : wrap(clean(report.without), width, 2)),
      ...wrap(`${known} of ${plural(columns, 'column')} recognised${fields}`, width, 2),
    ],
    labelled('stages', stages(report), theme),
    [...wrote(report, theme), ...(next === undefined ? [] : wrap(`next: ${clean(next)}`, width, 2))],
  ]
  return `${blocks
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n')}\n`
}

function stages({ stages, leads }: InitReport): string[] {
  return [stages.map(each => `${clean(each.stage)} ${percent(each.leads, leads)}`).join(', ')]
}

function wrote({ outputs }: InitReport, { chalk, glyphs, width }: Theme): string[] {
  const paths = outputs.map(({ path }) => cutFront(clean(path), width - 24, glyphs.ellipsis))
  return outputs.map(
    ({ about }, index) => `${chalk.green('wrote')} ${padEnd(paths[index] ?? '', widest(paths))}  ${about}`,
  )
}

/** With the number that `score` shows, which excludes leads that are won already. */
function stageLine({ stage, leads, not_won: notWon, judged, rate }: Tuning['stages'][number]): string {
  const won = judged === 0 ? 'none held back to measure' : `${Math.round(100 * rate)}% won`
  if (notWon === undefined) return `${clean(stage)}: ${plural(leads, 'lead')}, ${won}`
  return `${clean(stage)}: ${plural(notWon, 'lead')}; ${thousands(leads)} with those already won, which are excluded (${won})`
}

/** A first rulebook that was learned from what was won: how good it is, and what was left out. */
export function printLearnedInit(tuning: Tuning, next: string | undefined, theme: Theme): string {
  const { chalk, width } = theme
  const { counts, outcome, card, columns, stages, outputs } = tuning
  const left = columns.left_out.map(({ column }) => column)
  const lines = [
    `${chalk.bold(clean(tuning.input))}  ${plural(counts.leads, 'lead')} analysed, ${plural(counts.closed, 'closed lead')}, ${percent(counts.won, counts.closed)} won (${clean(outcome.won)})`,
    `learned from what was won: ${plural(card.rules, 'rule')}, AUC ${card.separation.auc.toFixed(3)} on leads not learned from (0.5 is chance)`,
    ...(left.length === 0
      ? []
      : [`left out, as they may be known only after the outcome: ${left.map(clean).join(', ')}`]),
    ...stages.map(stageLine),
    '',
    ...outputs.map(({ path, about }) => `${chalk.green('wrote')} ${clean(path)}  ${about}`),
    ...(next === undefined ? [] : [`next: ${clean(next)}`]),
  ]
  return `${lines.flatMap(line => wrap(line, width, 2)).join('\n')}\n`
}
