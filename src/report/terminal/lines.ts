import { chunks, cut, padEnd, widthOf } from './terminal-text.ts'
import { atMost, type Theme } from './theme.ts'

/** The margin that carries the labels of a block. */
const MARGIN = 11

/** Columns left beside the margin. */
export function roomOf({ width }: Theme): number {
  return width - MARGIN
}

/** A block with its label in the margin. */
export function labelled(label: string, lines: readonly string[], { chalk }: Theme): string[] {
  const first = padEnd(chalk.bold(label), MARGIN)
  return lines.map((line, index) => (index === 0 ? first : ' '.repeat(MARGIN)) + line)
}

export interface Flow {
  /** Width beside the margin, by default. */
  readonly width?: number
  readonly separator?: string
  /** Lines to fill before the rest becomes `+7 more`. */
  readonly lines?: number
}

/** Lays texts without colours one after the other, never broken over lines, and says how many were left out. */
export function flow(
  items: readonly string[],
  theme: Theme,
  { width, separator = ', ', lines = 1 }: Flow = {},
): string[] {
  const end = separator.trimEnd()
  const room = (width ?? roomOf(theme)) - (lines > 1 ? end.length : 0)
  const texts = items.map(item => cut(item, room, theme.glyphs.ellipsis))
  const rows = limited(pack(texts, room, separator), atMost(lines, theme), room, separator)
  return rows.map((row, index) => row.join(separator) + (index < rows.length - 1 ? end : ''))
}

function limited(rows: readonly string[][], lines: number, width: number, separator: string): readonly string[][] {
  if (rows.length <= lines) return rows
  const kept = rows.slice(0, lines - 1)
  const last = [...(rows[lines - 1] ?? [])]
  const more = () => `+${rows.flat().length - kept.flat().length - last.length} more`
  while (last.length > 0 && widthOf([...last, more()].join(separator)) > width) last.pop()
  return [...kept, [...last, more()]]
}

/** Breaks a line between words, and words only if they are wider than the line; what follows hangs in. */
export function wrap(line: string, width: number, indent: number): string[] {
  if (widthOf(line) <= width) return [line]
  const lead = /^ */.exec(line)?.[0].length ?? 0
  const room = width - Math.max(lead, indent)
  const words = line.slice(lead).split(' ')
  const pieces = words.flatMap(word => chunks(word, room))
  const rows = pack(pieces, room, ' ')
  return rows.map((row, index) => ' '.repeat(index === 0 ? lead : indent) + row.join(' ').trimEnd())
}

/** The lines of both, side by side. */
export function beside(left: readonly string[], right: readonly string[], leftWidth: number): string[] {
  const height = Math.max(left.length, right.length)
  return Array.from({ length: height }, (_, row) => (padEnd(left[row] ?? '', leftWidth) + (right[row] ?? '')).trimEnd())
}

function pack(items: readonly string[], width: number, separator: string): string[][] {
  const rows: string[][] = []
  for (const item of items) {
    const last = rows.at(-1)
    if (last && widthOf([...last, item].join(separator)) <= width) last.push(item)
    else rows.push([item])
  }
  return rows
}
