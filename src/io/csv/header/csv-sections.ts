import { kindOf } from '../../kinds.ts'
import { countKnown, isHeader, namesPeople } from '../../known-headings.ts'
import type { Row } from '../../records.ts'
import { isOfValues } from './header-plan.ts'

/** The table of people in a report of several tables. */
export interface Section {
  readonly title: string
  /** The position of its header among the records. */
  readonly header: number
  /** Where the first table of the report begins; what stands above is only a title. */
  readonly first: number
  /** The titles of the tables above it. */
  readonly skipped: readonly string[]
}

const MAX_TITLE = 80

/** Whether a record is the title of a table: a single text at its start. */
export function isTitle(cells: readonly string[]): boolean {
  const [first = ''] = cells
  if (first.trim() === '' || first.length > MAX_TITLE || first.includes('@')) return false
  return cells.slice(1).every(cell => cell.trim() === '')
}

/**
 * Reports of webinars and meetings have several tables, each below its title: a summary, hosts, attendees, activities.
 * The one with most of the headings that lists of people have is the one with leads; nothing if there are not several.
 */
export function findSection(top: readonly Row[], preamble: number): Section | undefined {
  const sections = top.flatMap(({ cells }, at) => {
    const header = top[at + 1]?.cells
    return isTitle(cells) && header !== undefined && startsTable(header)
      ? [{ title: cells[0] ?? '', header: at + 1 }]
      : []
  })
  const lists = sections.filter(({ header }) => namesPeople(top[header]?.cells ?? []))
  if (sections.length < 2 || lists.length === 0) return findBelow(top, preamble)
  const known = ({ header }: { readonly header: number }) => countKnown(top[header]?.cells ?? [])
  const best = lists.reduce((first, other) => (known(other) > known(first) ? other : first))
  const skipped = sections.filter(({ header }) => header < best.header).map(({ title }) => title.trim())
  return { title: best.title.trim(), header: best.header, first: (sections[0]?.header ?? 1) - 1, skipped }
}

/** Headings that only a list of people has, with people below them: no other table has so many. */
const MIN_KNOWN = 3

/** A table of people below another one, under a title or none. */
function findBelow(top: readonly Row[], preamble: number): Section | undefined {
  const cellsAt = (at: number) => top[at]?.cells ?? []
  if (namesPeople(cellsAt(preamble))) return undefined
  const header = top.findIndex(({ cells }, at) => {
    if (at <= preamble || countKnown(cells) < MIN_KNOWN || !isHeader(cells) || !namesPeople(cells)) return false
    return top.slice(at + 1, at + 1 + BELOW_IT).some(row => row.cells.some(cell => kindOf(cell) === 'mail'))
  })
  if (header < 0) return undefined
  const above = cellsAt(header - 1)
  const title = isTitle(above) ? (above[0] ?? '') : cellsAt(header).slice(0, 3).join(', ')
  return { title: title.trim(), header, first: preamble, skipped: [cellsAt(preamble).slice(0, 3).join(', ')] }
}

/** Records below a header of which one must have an address. */
const BELOW_IT = 5

/** A row of names: of two at least, and of no values. */
export function startsTable(cells: readonly string[]): boolean {
  return cells.filter(cell => cell.trim() !== '').length > 1 && !isOfValues(cells)
}
