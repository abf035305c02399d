import { MAX_RECORD_LENGTH } from '../records.ts'
import { CR, closingQuote, LF, readQuoted } from './csv-record.ts'
import type { QuoteProblem } from './csv-reject.ts'
import { isPlain, type Writing } from './csv-writing.ts'

/**
 * Reads the one record that starts at `at` into `cells`, however it is written; for plain writings that is `readQuoted`,
 * whose contract and whose bound on the work it shares.
 */
export function readWritten(
  text: string,
  at: number,
  firstLineEnd: number,
  writing: Writing,
  expected: number,
  cells: string[],
): number | QuoteProblem {
  if (isPlain(writing)) return readQuoted(text, at, firstLineEnd, { delimiter: writing.delimiter, expected }, cells)
  if (writing.wrapped) return readWrapped(text, at, firstLineEnd, writing, expected, cells)
  const { delimiter, runs, edges, quote, padded } = writing
  const tooMany = expected || Number.POSITIVE_INFINITY
  for (let start = runs ? behindBlanks(text, at) : edges ? behindEdge(text, at, delimiter) : at; ; ) {
    const open = padded ? behindBlanks(text, start) : start
    let end = open
    if (text.charAt(open) === quote) {
      const close = closingOf(text, open + 1, writing)
      if (close < 0) return text.length - at > MAX_RECORD_LENGTH ? 'too long' : 'open'
      cells.push(unquoted(text.slice(open + 1, close), writing))
      end = padded ? behindBlanks(text, close + 1) : close + 1
      if (!isEnd(text, end, delimiter)) return end > firstLineEnd ? 'after later quote' : 'after quote'
    } else {
      while (!isEnd(text, end, delimiter)) end += 1
      const cell = text.slice(start, end)
      cells.push(padded ? cell.trim() : cell)
    }
    if (end - at > MAX_RECORD_LENGTH) return 'too long'
    if (!text.startsWith(delimiter, end)) return end
    start = end + delimiter.length
    if (runs) start = behindBlanks(text, start)
    if ((runs || edges) && isLineEnd(text, behindBlanks(text, start))) return behindBlanks(text, start)
    if (start > firstLineEnd && cells.length >= tooMany) return 'too many cells'
  }
}

/** A line in quotes is a text in which the record stands; a line that is not is the record itself. */
function readWrapped(
  text: string,
  at: number,
  firstLineEnd: number,
  { delimiter }: Writing,
  expected: number,
  cells: string[],
): number | QuoteProblem {
  const dialect = { delimiter, expected }
  const outer: string[] = []
  const end = readQuoted(text, at, firstLineEnd, dialect, outer)
  if (typeof end === 'string') return end
  const [inner = ''] = outer
  if (outer.length > 1 || text.charAt(at) !== '"' || !inner.includes(delimiter)) {
    cells.push(...outer)
    return end
  }
  const read = readQuoted(inner, 0, inner.length, dialect, cells)
  return typeof read === 'string' ? read : read < inner.length ? 'after quote' : end
}

function closingOf(text: string, from: number, { quote, backslash, padded, delimiter }: Writing): number {
  if (quote === '"' && !backslash) return closingQuote(text, from)
  for (let close = text.indexOf(quote, from); close >= 0; close = text.indexOf(quote, close + 1)) {
    if (backslash && isEscaped(text, from, close)) continue
    if (text.charAt(close + 1) === quote) close += 1
    // An apostrophe inside single quotes is none of them unless the cell ends behind it.
    else if (quote === '"' || isEnd(text, padded ? behindBlanks(text, close + 1) : close + 1, delimiter)) return close
  }
  return -1
}

function isEscaped(text: string, from: number, quote: number): boolean {
  let before = quote
  while (before > from && text.charAt(before - 1) === '\\') before -= 1
  return (quote - before) % 2 === 1
}

function unquoted(cell: string, { quote, backslash }: Writing): string {
  const single = cell.includes(quote + quote) ? cell.replaceAll(quote + quote, quote) : cell
  return backslash ? single.replace(/\\(["'\\])/g, '$1') : single
}

function isEnd(text: string, at: number, delimiter: string): boolean {
  return isLineEnd(text, at) || text.startsWith(delimiter, at)
}

function isLineEnd(text: string, at: number): boolean {
  if (at >= text.length) return true
  const char = text.charCodeAt(at)
  return char === LF || char === CR
}

function behindBlanks(text: string, at: number): number {
  let end = at
  while (text.charAt(end) === ' ') end += 1
  return end
}

function behindEdge(text: string, at: number, delimiter: string): number {
  const edge = behindBlanks(text, at)
  return text.startsWith(delimiter, edge) ? edge + delimiter.length : at
}
