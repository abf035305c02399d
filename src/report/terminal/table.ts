import Table from 'cli-table3'
import { widest } from './terminal-text.ts'
import type { Theme } from './theme.ts'

export interface Column {
  /** Absent in every column: a table without headings. */
  readonly title?: string
  readonly align: 'left' | 'right'
}

/** No borders: columns two apart. The rule under the headings is drawn by `printTable`, the library cannot do only that. */
const CHARS = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
} as const

/** A light table: columns aligned, headings with a rule below. Cells are clean, cut to size and may be coloured. */
export function printTable(columns: readonly Column[], rows: readonly (readonly string[])[], theme: Theme): string[] {
  if (rows.length === 0) return []
  const titled = columns.some(({ title }) => title !== undefined)
  const head = columns.map(({ title = '' }) => theme.chalk.bold(title))
  const lines = align(columns, titled ? [head, ...rows] : rows)
  if (!titled || theme.compact === true) return lines
  const [first = '', ...rest] = lines
  return [first, theme.chalk.dim(theme.glyphs.rule.repeat(widest(lines))), ...rest]
}

function align(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const table = new Table({
    chars: CHARS,
    colAligns: columns.map(column => column.align),
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
  })
  table.push(...rows.map(row => [...row]))
  return table
    .toString()
    .split('\n')
    .map(line => line.trimEnd())
}
