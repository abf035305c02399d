import type { SampleSummary } from '../ir/results/sample-summary.ts'
import { diagnosticLines } from './diagnostics.ts'
import { plural, thousands } from './numbers.ts'
import { flow, labelled, wrap } from './terminal/lines.ts'
import { clean } from './terminal/terminal-text.ts'
import type { Theme } from './terminal/theme.ts'

/** The result of drawing a sample. */
export function printSample(summary: SampleSummary, theme: Theme): string {
  const { input, output, leads, rows, strata = [], anonymised, warnings } = summary
  const shares = strata.map(
    ({ name, leads: all, taken }) => `${clean(name) || '-'} ${thousands(taken)} of ${thousands(all)}`,
  )
  const lines = [
    ...labelled(
      'sample',
      [theme.chalk.bold(`${clean(output)}  ${thousands(rows)} of ${plural(leads, 'lead')} of ${clean(input)}`)],
      theme,
    ),
    ...(shares.length === 0 ? [] : labelled('', flow(shares, theme, { separator: theme.glyphs.dot, lines: 4 }), theme)),
    ...(anonymised === undefined ? [] : pseudonymity(anonymised, rows, theme)),
    ...diagnosticLines(warnings, { theme, textOf: () => undefined }).flatMap(line => wrap(line, theme.width, 3)),
  ]
  return `${lines.join('\n')}\n`
}

/** The width of a label and what stands before its text. */
const LABEL = 11

function pseudonymity(
  {
    emptied,
    judged_otherwise: otherwise,
    from,
    unique,
    k,
    left_out: apart = 0,
  }: NonNullable<SampleSummary['anonymised']>,
  rows: number,
  theme: Theme,
): string[] {
  const reading = from === undefined ? '' : ` when it is read with --from ${from}`
  const proof = otherwise === 0 ? [`every lead scores the same in the sample${reading}`] : []
  return [
    ...labelled(
      'hashed',
      [
        'names, addresses, phone numbers, ids; texts reduced to words the rulebook uses; numbers and dates moved within steps the rulebook tells apart',
      ].flatMap(text => wrap(text, theme.width - LABEL, 0)),
      theme,
    ),
    ...labelled('emptied', emptied.length === 0 ? [] : flow(emptied.map(clean), theme, { lines: 3 }), theme),
    ...labelled('verified', proof, theme),
    ...labelled(
      'unique',
      [
        unique === 0
          ? `none of ${plural(rows, 'row')}; pseudonymised, not anonymous`
          : `${thousands(unique)} of ${plural(rows, 'row')}: pseudonymised, not anonymous; who knows such a lead can find it`,
        ...(k === undefined ? [] : [`${plural(apart, 'row')} left out, in groups of fewer than ${k}`]),
      ].flatMap(text => wrap(text, theme.width - LABEL, 0)),
      theme,
    ),
  ]
}
