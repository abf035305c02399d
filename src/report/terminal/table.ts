import { padEnd, padStart, widest } from './terminal-text.ts'
import type { Theme } from './theme.ts'

export interface Column {
  /** Absent in every column: a table without headings. */
  readonly title?: string
  readonly align: 'left' | 'right'
  /** Left out on a screen, the last of them first, where the table is too wide for it. */
  readonly minor?: true
}

/** A light table: columns aligned, headings with a rule below. Cells are clean, cut to size and may be coloured. */
export function printTable(columns: readonly Column[], rows: readonly (readonly string[])[], theme: Theme): string[] {
  if (rows.length === 0) return []
  const lines = printColumns(columns, rows, theme)
  const minor = columns.findLastIndex(column => column.minor === true)
  if (theme.compact !== true || minor < 0 || widest(lines) <= theme.width) return lines
  const without = <T>(cells: readonly T[]) => cells.filter((_, index) => index !== minor)
  return printTable(without(columns), rows.map(without), theme)
}

function printColumns(columns: readonly Column[], rows: readonly (readonly string[])[], theme: Theme): string[] {
  const titled = columns.some(({ title }) => title !== undefined)
  const head = columns.map(({ title = '' }) => theme.chalk.bold(title))
  const lines = align(columns, titled ? [head, ...rows] : rows)
  if (!titled || theme.compact === true) return lines
  const [first = '', ...rest] = lines
  return [first, theme.chalk.dim(theme.glyphs.rule.repeat(widest(lines))), ...rest]
}

function align(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const widths = columns.map((_, column) => widest(rows.map(row => row[column] ?? '')))
  const cell = (text: string, column: number) => {
    const width = widths[column] ?? 0
    return columns[column]?.align === 'right' ? padStart(text, width) : padEnd(text, width)
  }
  return rows.map(row => row.map(cell).join(GAP).trimEnd())
}

/** Between two columns. */
const GAP = '  '
