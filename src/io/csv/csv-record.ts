import { MAX_RECORD_LENGTH } from '../records.ts'
import type { QuoteProblem } from './csv-reject.ts'

export const QUOTE = 0x22
export const LF = 0x0a
export const CR = 0x0d

export interface Dialect {
  readonly delimiter: string
  /** Cells of a record; 0 while the header is being read. */
  readonly expected: number
}

/**
 * Reads the one record that starts at `at` into `cells`, after RFC 4180; a quote inside an unquoted cell is a plain
 * character, but only in a record of one line: across lines it is the mark of a quote gone astray. Gives where the
 * record ends (its line end excluded). `firstLineEnd` is where its first line ends.
 *
 * A record that has gone beyond its first line stops at one cell too many. That bounds what stray quotes can cost:
 * every further line that could itself be the start of such a record adds a cell to this one, so that no text is read
 * more often than there are columns.
 */
export function readQuoted(
  text: string,
  at: number,
  firstLineEnd: number,
  dialect: Dialect,
  cells: string[],
): number | QuoteProblem {
  const separator = dialect.delimiter.charCodeAt(0)
  const tooMany = dialect.expected || Number.POSITIVE_INFINITY
  let hasStray = false
  for (let start = at; ; ) {
    let end = start
    if (text.charCodeAt(start) === QUOTE) {
      const close = closingQuote(text, start + 1)
      if (close < 0) return text.length - at > MAX_RECORD_LENGTH ? 'too long' : 'open'
      cells.push(unquoted(text, start + 1, close))
      end = close + 1
      if (end - at > MAX_RECORD_LENGTH) return 'too long'
      if (end < text.length && !isEnd(text.charCodeAt(end), separator)) {
        return end > firstLineEnd ? 'after later quote' : 'after quote'
      }
    } else {
      for (; end < text.length && !isEnd(text.charCodeAt(end), separator); end++) {
        hasStray ||= text.charCodeAt(end) === QUOTE
      }
      cells.push(text.slice(start, end))
    }
    if (end > firstLineEnd && hasStray) return 'stray quote'
    if (end >= text.length || text.charCodeAt(end) !== separator) return end - at > MAX_RECORD_LENGTH ? 'too long' : end
    start = end + 1
    if (start > firstLineEnd && cells.length >= tooMany) return 'too many cells'
  }
}

/** The quote that ends a cell whose text starts at `from`; -1 if there is none. */
export function closingQuote(text: string, from: number): number {
  let close = text.indexOf('"', from)
  while (close >= 0 && text.charCodeAt(close + 1) === QUOTE) close = text.indexOf('"', close + 2)
  return close
}

function unquoted(text: string, from: number, to: number): string {
  const cell = text.slice(from, to)
  return cell.includes('"') ? cell.replaceAll('""', '"') : cell
}

function isEnd(char: number, separator: number): boolean {
  return char === separator || char === LF || char === CR
}

/** Line ends in a text, each of LF, CRLF and CR counted once. */
export function countLineEnds(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (char === LF || (char === CR && text.charCodeAt(at + 1) !== LF)) count++
  }
  return count
}

/** Whether no cell of a record has any text. */
export function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell.trim() !== '') return false
  return true
}

/** A cell without the quotes at its ends. */
export function unwrap(cell: string): string {
  return cell.replace(/^"|"$/g, '')
}
