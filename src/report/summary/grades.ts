import type { Summary } from '../../ir/results/summary.ts'
import { thousands } from '../numbers.ts'
import { flow, labelled } from '../terminal/lines.ts'
import { type Column, printTable } from '../terminal/table.ts'
import { clean, widest } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'

/** A label that reads as row and column; `?` is the side of a score that is not known. */
const TWO_PARTS = /^(\p{L}+|\?)(\p{N}+|\?)$/u

/** `A1` to `D4` as a small matrix, any other labels on a line. */
export function printGrades({ grades }: Summary, theme: Theme): string[] {
  const labels = Object.keys(grades)
  const parts = labels.map(label => TWO_PARTS.exec(label))
  const [rows, columns] = [1, 2].map(side => unique(parts.flatMap(part => part?.[side] ?? [])))
  const isMatrix = parts.every(part => part !== null) && rows && columns && rows.length > 1 && columns.length > 1
  return isMatrix ? matrix(grades, rows, columns, theme) : line(grades, theme)
}

function matrix(
  grades: Summary['grades'],
  rows: readonly string[],
  columns: readonly string[],
  theme: Theme,
): string[] {
  const cell = (label: string) => {
    const leads = grades[label] ?? 0
    return leads === 0 ? theme.chalk.dim('0') : thousands(leads)
  }
  const heads: readonly Column[] = [
    { title: 'grade', align: 'left' },
    ...columns.map(title => ({ title, align: 'right' }) as const),
  ]
  const lines = rows.map(row => [row, ...columns.map(column => cell(row + column))])
  const table = printTable(heads, lines, theme)
  return widest(table) <= theme.width ? table : line(grades, theme)
}

function line(grades: Summary['grades'], theme: Theme): string[] {
  const items = Object.entries(grades).map(([label, leads]) => `${clean(label)} ${thousands(leads)}`)
  if (items.length === 0) return []
  return labelled('grades', flow(items, theme, { separator: theme.glyphs.dot, lines: 2 }), theme)
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}
