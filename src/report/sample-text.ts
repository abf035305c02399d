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
    ...(anonymised === undefined ? [] : anonymity(anonymised, theme)),
    ...diagnosticLines(warnings, { theme, textOf: () => undefined }).flatMap(line => wrap(line, theme.width, 3)),
  ]
  return `${lines.join('\n')}\n`
}

function anonymity(
  { emptied, judged_otherwise: otherwise, from }: NonNullable<SampleSummary['anonymised']>,
  theme: Theme,
): string[] {
  const reading = from === undefined ? '' : ` when it is read with --from ${from}`
  const proof = otherwise === 0 ? [`every lead is judged in the sample as it was before${reading}`] : []
  return [
    ...labelled(
      'hidden',
      ['names, addresses, numbers of telephones, ids; texts but for what the rulebook names'],
      theme,
    ),
    ...labelled('emptied', emptied.length === 0 ? [] : flow(emptied.map(clean), theme, { lines: 3 }), theme),
    ...labelled('checked', proof, theme),
  ]
}
