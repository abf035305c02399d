import type { InputSummary, Summary } from '../../ir/results/summary.ts'
import { flow, labelled } from '../terminal/lines.ts'
import { clean } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'

/** The first lines of each kind of row that is no lead. */
export function printSkipped({ inputs }: Summary, theme: Theme): string[] {
  const lines = inputs.flatMap(input => {
    const name = inputs.length > 1 ? `${clean(input.name)}: ` : ''
    const items = firstLines(input).map(([kind, line]) => `${name}${clean(kind)} on line ${line}`)
    return flow(items, theme, { lines: 2 })
  })
  return labelled('skipped', lines, theme)
}

/** Where the first row of each kind stands, by kind. */
export function firstLines({ skipped_rows }: Pick<InputSummary, 'skipped_rows'>): (readonly [string, number])[] {
  const first = new Map<string, number>()
  for (const { kind, line } of skipped_rows) if (!first.has(kind)) first.set(kind, line)
  return [...first]
}
