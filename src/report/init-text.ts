import { percent, plural } from './numbers.ts'
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
}

export function printInit(report: InitReport, theme: Theme): string {
  const { chalk, glyphs, width } = theme
  const { input, leads, columns, known, own, next } = report
  const file = chalk.bold(cutFront(clean(input), width - 2, glyphs.ellipsis))
  const fields = own.length === 0 ? '' : `, new fields: ${own.map(clean).join(', ')}`
  const blocks = [
    [
      ...wrap(`${file}  ${plural(leads, 'lead')} looked at`, width, 2),
      ...wrap(`${known} of ${plural(columns, 'column')} known${fields}`, width, 2),
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
