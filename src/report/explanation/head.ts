import type { Explanation } from '../../ir/results/explanation.ts'
import { wrap } from '../terminal/lines.ts'
import { clean, cutFront } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'

/** Which lead, and by which rulebook on which day. */
export function printExplainedHead(explanation: Explanation, { chalk, glyphs, width }: Theme): string[] {
  const { lead, duplicate_of: of, rulebook, as_of } = explanation
  const place = chalk.bold(cutFront(clean(`${lead.file}:${lead.line}`), width - 2, glyphs.ellipsis))
  const names = [lead.id, lead.email].filter(name => name !== '').map(clean)
  const name = [rulebook.name, rulebook.version ?? ''].join(' ').trim()
  return [
    ...wrap([place, ...names].join('  '), width, 2),
    ...(of === null
      ? []
      : wrap(chalk.yellow(`not scored, a duplicate of ${clean(of)}; by itself it would get:`), width, 2)),
    ...wrap(chalk.dim(clean(`rulebook ${name} (${rulebook.source}), as of ${as_of}`)), width, 2),
  ]
}
