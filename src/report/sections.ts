import { markdownText } from './formats/markdown-text.ts'
import { flow, wrap } from './terminal/lines.ts'
import { heightOf, roomThatFits } from './terminal/screen.ts'
import { type Column, printTable } from './terminal/table.ts'
import { clean, cut } from './terminal/terminal-text.ts'
import type { Theme } from './terminal/theme.ts'

/** A part of a report: a table with remarks below it. Printed for terminals and as markdown alike. */
export interface Section {
  readonly title?: string
  readonly columns: readonly Column[]
  /** Texts of leads and rulebooks as they are; printing neutralises them. */
  readonly rows: readonly (readonly string[])[]
  readonly notes: readonly Note[]
  /** On a full screen the table gives way, that with the lowest number first; its notes stay. */
  readonly yields?: number
  /** On a full screen the table is cut to as many rows as there is room for, and this many at the least. */
  readonly least?: number
}

/** A remark. On a full screen an object is printed by its short form, and without one not at all. */
export type Note = string | { readonly text: string; readonly short?: string }

/** The longest text in a cell of a terminal's table. */
const MAX_CELL = 28

/** How much of the sections is shown. */
interface Room {
  /** Tables that yield earlier than this are left out. */
  readonly yielded: number
  /** Remarks in full. */
  readonly notes: boolean
  readonly rows: number
  /** Blank lines between the sections. */
  readonly airy: boolean
}

const ALL: Room = { yielded: 0, notes: true, rows: Number.POSITIVE_INFINITY, airy: true }

const STEPS: readonly Partial<Room>[] = [
  { yielded: 2 },
  { yielded: 3 },
  { notes: false },
  ...[12, 8, 6].map(rows => ({ rows })),
  { airy: false },
  ...[5, 4, 3, 2, 1, 0].map(rows => ({ rows })),
]

/**
 * The sections in so many lines of a terminal, by default all of them. Tables and rows without room are named in the last
 * line.
 */
export function printSections(sections: readonly Section[], theme: Theme, lines = Number.POSITIVE_INFINITY): string {
  const whole = printIn(ALL, sections, theme)
  if (heightOf(whole, theme.width) <= lines) return whole
  const print = (room: Room) => printIn(room, sections, { ...theme, compact: true })
  return print(roomThatFits(ALL, STEPS, room => heightOf(print(room), theme.width) <= lines))
}

function printIn(room: Room, sections: readonly Section[], theme: Theme): string {
  const shown = sections.map(section => shrunk(section, room)).filter(hasContent)
  const blocks = shown.map(section => printSection(section, theme).join('\n'))
  const hidden = [
    ...sections.flatMap(section => tableHidden(section, room)),
    ...sections.flatMap(section => rowsHidden(section, room)),
  ]
  const more = hidden.length === 0 ? [] : [closing(hidden, theme)]
  return `${[...blocks, ...more].join(room.airy ? '\n\n' : '\n')}\n`
}

/** A section with as much as there is room for. */
function shrunk(section: Section, room: Room): Section {
  const rows = section.rows.slice(0, rowsOf(section, room))
  const { title: _, ...untitled } = section
  // Without its table a title would say nothing.
  const rest = section.rows.length > 0 && rows.length === 0 ? untitled : section
  return { ...rest, rows, notes: room.notes ? section.notes : section.notes.flatMap(shortOf) }
}

function rowsOf({ yields, least, rows }: Section, room: Room): number {
  if (yields !== undefined && yields < room.yielded) return 0
  return least === undefined ? rows.length : Math.max(least, room.rows)
}

function tableHidden(section: Section, room: Room): string[] {
  return section.rows.length > 0 && rowsOf(section, room) === 0 ? [section.title ?? ''] : []
}

function rowsHidden(section: Section, room: Room): string[] {
  const shown = rowsOf(section, room)
  return shown > 0 && shown < section.rows.length
    ? [`${section.rows.length - shown} more of ${section.title ?? ''}`]
    : []
}

function closing(hidden: readonly string[], theme: Theme): string {
  const rest = flow(hidden.map(clean), theme, { width: theme.width - REST.length, separator: theme.glyphs.dot })
  return theme.chalk.dim(REST + rest.join(''))
}

const REST = '`--verbose` shows the rest: '

function printSection({ title, columns, rows, notes }: Section, theme: Theme): string[] {
  const cells = rows.map(row => row.map(cell => cut(clean(cell), MAX_CELL, theme.glyphs.ellipsis)))
  const headed = theme.compact === true && title !== undefined ? headedBy(title, columns) : undefined
  return [
    ...(title === undefined || headed !== undefined ? [] : [theme.chalk.bold(clean(title))]),
    ...printTable(headed ?? columns, cells, theme),
    ...notes.flatMap(note => wrap(clean(textOf(note)), theme.width, 2)),
  ]
}

function textOf(note: Note): string {
  return typeof note === 'string' ? note : note.text
}

function shortOf(note: Note): string[] {
  const short = typeof note === 'string' ? note : note.short
  return short === undefined ? [] : [short]
}

/** The title as the heading of the first column, where that says no more than it; remarks without a table need none. */
function headedBy(title: string, [first, ...others]: readonly Column[]): Column[] | undefined {
  if (first === undefined) return []
  if (!title.startsWith(first.title ?? '')) return undefined
  return [{ ...first, title: clean(title) }, ...others]
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
    ...notes.map(note => `- ${markdownText(textOf(note))}`),
  ]
}

function hasContent({ rows, notes }: Section): boolean {
  return rows.length > 0 || notes.length > 0
}
