import type { BoundEventSource } from '../../../../ir/plan/bound-events.ts'

/**
 * The events of a lead travel as one cell. It holds groups, each of which begins with `GROUP` and a head: how many leads have
 * these events, and 1 if one of them is of our own domain. Each event follows behind `EVENT`: the number of its source, then
 * the cells that rules read, each behind `CELL`.
 */
export const GROUP = '\u001d'
export const EVENT = '\u001e'
export const CELL = '\u001f'
/** Between the two parts of a head. */
export const HEAD = ','

const ESCAPE = '\u001a'

/** What no cell of an event has as it travels, and the digit behind `ESCAPE` that stands for it; the escape itself is the first. */
export const EVENT_ESCAPES: readonly { readonly plain: string; readonly escaped: string }[] = [
  ESCAPE,
  GROUP,
  EVENT,
  CELL,
  '"',
  '\t',
  '\n',
  '\r',
].map((plain, digit) => ({ plain, escaped: ESCAPE + digit }))

/** A regular expression that finds them. */
export const NEEDS_ESCAPES = `[${EVENT_ESCAPES.map(({ plain }) => plain).join('')}]`

export function unescaped(cell: string): string {
  if (!cell.includes(ESCAPE)) return cell
  return cell.replace(/\u001a(\d)/g, (_, digit) => EVENT_ESCAPES[Number(digit)]?.plain ?? '')
}

/** The positions of the cells of a source that travel, in their order; `width`: its own cells, without members of JSON in them. */
export function travellingCells({ fields, members }: BoundEventSource, width: number): number[] {
  const own = fields.flatMap(({ columns }) => columns).filter(column => column < width)
  return [...new Set([...own, ...members.map(({ column }) => column)])].sort((a, b) => a - b)
}
