import type { Place } from '../../base/place.ts'
import { clean, cut, cutFront, padStart, widthOf } from './terminal-text.ts'
import type { Theme } from './theme.ts'

const NUMBER = 5
/** Characters shown before the place. */
const MAX_BEFORE = 2_000

/** The source line of a place, with carets under the place; undefined if the text has no such line. */
export function printFrame(place: Place, text: string, theme: Theme): string[] {
  const line = text.split('\n')[place.line - 1]?.replace(/\r$/, '')
  if (line === undefined) return []
  const { chalk, width } = theme
  const number = padStart(String(place.line), NUMBER)
  const { source, indent, carets } = excerpt(line, place, width - number.length - 3, theme.glyphs.ellipsis)
  const edge = `${' '.repeat(number.length)} | `
  return [
    `${chalk.dim(`${number} | `)}${source}`.trimEnd(),
    `${chalk.dim(edge)}${' '.repeat(indent)}${chalk.red('^'.repeat(carets))}`,
  ]
}

/** As much of a line as there is room for: a third of it at most stands before the carets, if anything has to go. */
function excerpt(line: string, place: Place, room: number, ellipsis: string) {
  const start = place.col - 1
  const end = markEnd(line, place)
  // A rulebook can stand in one line, and all that is shown of it is a line of the terminal.
  const [marked, after] = [
    visible(line.slice(start, Math.min(end, start + room))),
    visible(line.slice(end, end + room)),
  ]
  const spare = room - widthOf(marked + after)
  const before = cutFront(
    visible(line.slice(Math.max(0, start - MAX_BEFORE), start)),
    Math.max(spare, Math.floor(room / 3)),
    ellipsis,
  )
  const indent = widthOf(before)
  const carets = Math.max(1, Math.min(widthOf(marked), room - indent))
  return { source: cut(before + marked + after, room, ellipsis), indent, carets }
}

/** Without an end the place is one character; over several lines, the rest of the first. */
function markEnd(line: string, { line: first, col, endLine = first, endCol = col + 1 }: Place): number {
  return endLine > first ? line.length : Math.max(endCol, col + 1) - 1
}

/** A tab is as wide as the terminal likes, so it becomes one space; a byte order mark takes no column. */
function visible(source: string): string {
  return clean(source.replaceAll('\ufeff', '').replaceAll('\t', ' '))
}
