import { markdownText } from './formats/markdown-text.ts'
import { wrap } from './terminal/lines.ts'
import { type Column, printTable } from './terminal/table.ts'
import { clean, cut } from './terminal/terminal-text.ts'
import type { Theme } from './terminal/theme.ts'

/** A part of a report: a table with remarks below it. Printed for terminals and as markdown alike. */
export interface Section {
  readonly title?: string
  readonly columns: readonly Column[]
  /** Texts of leads and rulebooks as they are; printing neutralises them. */
  readonly rows: readonly (readonly string[])[]
  readonly notes: readonly string[]
}

/** The longest text in a cell of a terminal's table. */
const MAX_CELL = 28

export function printSections(sections: readonly Section[], theme: Theme): string {
  const blocks = sections.filter(hasContent).map(section => printSection(section, theme).join('\n'))
  return `${blocks.join('\n\n')}\n`
}

function printSection({ title, columns, rows, notes }: Section, theme: Theme): string[] {
  const cells = rows.map(row => row.map(cell => cut(clean(cell), MAX_CELL, theme.glyphs.ellipsis)))
  return [
    ...(title === undefined ? [] : [theme.chalk.bold(clean(title))]),
    ...printTable(columns, cells, theme),
    ...notes.flatMap(note => wrap(clean(note), theme.width, 2)),
  ]
}

export function markdownSections(heading: string, sections: readonly Section[]): string {
  const blocks = sections.filter(hasContent).map(section => markdownSection(section).join('\n'))
  return `${[`### ${markdownText(heading)}`, ...blocks].join('\n\n')}\n`
}

function markdownSection({ title, columns, rows, notes }: Section): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(markdownText).join(' | ')} |`
  const table = [
    line(columns.map(column => column.title ?? '')),
    `| ${columns.map(({ align }) => (align === 'right' ? '---:' : '---')).join(' | ')} |`,
    ...rows.map(line),
  ]
  return [
    ...(title === undefined ? [] : [`**${markdownText(title)}**`, '']),
    ...(rows.length === 0 ? [] : table),
    ...(rows.length > 0 && notes.length > 0 ? [''] : []),
    ...notes.map(note => `- ${markdownText(note)}`),
  ]
}

function hasContent({ rows, notes }: Section): boolean {
  return rows.length > 0 || notes.length > 0
}
