import type { InputSummary, RejectGroup, Summary } from '../../ir/results/summary.ts'
import { plural, thousands } from '../numbers.ts'
import { labelled, roomOf, wrap } from '../terminal/lines.ts'
import { clean } from '../terminal/terminal-text.ts'
import { atMost, type Theme } from '../terminal/theme.ts'

const MAX_SHOWN_REJECTS = 4

/** Rejected records by kind, with the line of the first one. */
export function printRejects({ inputs }: Summary, theme: Theme): string[] {
  return [
    ...groups('rejected', inputs, ({ rejects }) => rejects, theme),
    ...groups('refused', inputs, input => input.import?.refused ?? [], theme),
    ...labelled('goes to', inputs.flatMap(destination), theme),
  ]
}

function destination({ import: target }: InputSummary): string[] {
  return target === undefined ? [] : [`${target.for}, which finds its records by ${target.key}`]
}

function groups(
  label: string,
  inputs: readonly InputSummary[],
  groupsOf: (input: InputSummary) => readonly RejectGroup[],
  theme: Theme,
): string[] {
  const all = inputs.flatMap(input => groupsOf(input).map(reject => ({ ...reject, input })))
  const shown = all
    .slice(0, atMost(MAX_SHOWN_REJECTS, theme))
    .flatMap(({ code, count, first_line, message, input }) => {
      const where = `first at ${input.name}:${first_line}`
      return wrap(clean(`${thousands(count)} ${code}, ${where}: ${message}`), roomOf(theme), 2)
    })
  const more =
    all.length > atMost(MAX_SHOWN_REJECTS, theme) ? [`+${plural(all.length - MAX_SHOWN_REJECTS, 'more kind')}`] : []
  return labelled(label, [...shown, ...more], theme)
}
