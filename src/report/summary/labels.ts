import type { Summary } from '../../ir/results/summary.ts'
import { thousands } from '../numbers.ts'
import { flow, labelled, roomOf } from '../terminal/lines.ts'
import { clean, cut, padEnd, widest } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'

const NAME = 20

/** The labels that leads got beside their stage: a line for each segment, one for the tags, one for the exclusions. */
export function printLabels(summary: Summary, theme: Theme): string[] {
  if (summary.counts.scored === 0) return []
  return [
    ...labelled('segments', segments(summary.segments, theme), theme),
    ...labelled('tags', counted(summary.tags, roomOf(theme), theme), theme),
    ...labelled('excluded', counted(summary.excluded, roomOf(theme), theme), theme),
  ]
}

function segments(all: Summary['segments'], theme: Theme): string[] {
  const names = Object.keys(all).map(name => cut(clean(name), NAME, theme.glyphs.ellipsis))
  const width = widest(names) + 2
  return Object.values(all).flatMap((labels, index) => {
    const lines = counted(labels, roomOf(theme) - width, theme)
    return lines.map((line, row) => padEnd(row === 0 ? (names[index] ?? '') : '', width) + line)
  })
}

/** `hot 412 · cold 8,868`; labels that no lead has are left out. */
function counted(counts: Readonly<Record<string, number>>, width: number, theme: Theme): string[] {
  const items = Object.entries(counts)
    .filter(([, leads]) => leads > 0)
    .map(([label, leads]) => `${cut(clean(label), width - 12, theme.glyphs.ellipsis)} ${thousands(leads)}`)
  return flow(items, theme, { width, separator: theme.glyphs.dot, lines: 2 })
}
