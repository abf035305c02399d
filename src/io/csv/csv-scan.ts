import type { Repair } from '../../ir/results/summary.ts'
import { type Filling, isFull, skipRow } from '../batch.ts'
import type { TextReader } from '../mixed.ts'
import { type LineEnd, MAX_RECORD_LENGTH, MAX_REJECT_LENGTH, type Reject, type Row } from '../records.ts'
import { makeTail } from './csv-footer.ts'
import { readWritten } from './csv-odd.ts'
import { isRuling, readFooter } from './csv-preamble.ts'
import { CR, countLineEnds, isBlank, LF, readQuoted, unwrap } from './csv-record.ts'
import { QUOTE_PROBLEMS, type QuoteProblem, TOO_LONG, wrongCount } from './csv-reject.ts'
import { countRepairs } from './csv-repairs.ts'
import { hasPadded, type Rescued, rescue, rescueHeader, rescuePadded } from './csv-rescue.ts'
import { evenShape, type Shape, withoutSurplus } from './csv-shape.ts'
import { splitQuote } from './csv-split-quote.ts'
import { csvRow } from './csv-write.ts'
import { isPlain, outputDelimiter, type Writing } from './csv-writing.ts'
import { makeHeaderCheck } from './header/csv-headers.ts'
import { isTitle } from './header/csv-sections.ts'

/** Cuts text into records. It holds the text that has not been read yet: at most one record, and a piece. */
export interface Scanner extends TextReader {
  /** The next record that is not blank, of any number of cells; nothing if there is not enough text for it. */
  readHeader(batch: Filling): Row | undefined
  /**
   * Sets the headings of the following records, and the check whether cells are like those of other records; by default
   * the headings are the record that was read as the header.
   */
  begin(headings: readonly string[], shape: Shape, isLike?: (cells: readonly string[]) => boolean): void
  /** The table ends where the title of another one stands. */
  endAtTitle(): void
  /** The titles of tables below it. */
  otherTables(): readonly string[]
  /** Records that were read though they are not written like the others. */
  repairs(): Repair[]
  /** The line end that came first. */
  lineEnd(): LineEnd | undefined
}

/**
 * A stray quote must cost its own line and no other. So a record that goes wrong is rejected by its first line alone,
 * and reading goes on with the line after that one as if no quote were open. `line` is the line of the first text.
 */
export function makeScanner(writing: Writing, line = 1, name?: string): Scanner {
  const { delimiter } = writing
  const plain = isPlain(writing)
  const written = outputDelimiter(writing)
  const repaired = countRepairs()
  let text = ''
  let at = 0
  let last = false
  /** The line on which it went on. */
  let resumed = 0
  /** Headings, and cells of a record; 0 until the header is there. */
  let expected = 0
  let shape = evenShape(0)
  let isLike = (_: readonly string[]) => true
  let tail = makeTail(0)
  let readAgain = makeHeaderCheck([], name)
  /** In the rest of a line that was rejected before its end was seen. */
  let skipping = false
  /** Filing a record that was read in another way, so that its raw text is none of this writing. */
  let rescuing = false
  /** Whether the table ends at a title, and the titles that came. */
  let endsAtTitle = false
  const titles: string[] = []
  let wanted = 0
  let ending: LineEnd | undefined
  // Where the next one stands; the end of the text if there is none.
  let nextLf = -1
  let nextCr = -1
  let nextQuote = -1

  function next(char: string): number {
    const found = text.indexOf(char, at)
    return found < 0 ? text.length : found
  }

  function findLineEnd(): number {
    if (nextLf < at) nextLf = next('\n')
    if (nextCr < at) nextCr = next('\r')
    return Math.min(nextLf, nextCr)
  }

  /** Whether text still to come could change what ends here. */
  function isOpen(end: number): boolean {
    return !last && (end >= text.length || (end === text.length - 1 && text.charCodeAt(end) === CR))
  }

  /** Goes on behind the line end at `end`. */
  function pass(end: number, lines: number): void {
    const isCr = text.charCodeAt(end) === CR
    const isCrLf = isCr && text.charCodeAt(end + 1) === LF
    if (end < text.length) ending ??= isCrLf ? 'CRLF' : isCr ? 'CR' : 'LF'
    at = end + (isCrLf ? 2 : 1)
    line += lines
  }

  function rejectOf(code: Reject['code'], message: string, end: number): Reject {
    return { line, code, message, text: text.slice(at, Math.min(end, at + MAX_REJECT_LENGTH)) }
  }

  function reject(batch: Filling, code: Reject['code'], message: string, end: number): void {
    if (tail.isWaiting()) tail.settle(batch, false)
    batch.rejects.push(rejectOf(code, message, end))
  }

  /** Files a record by what it holds; `end` is the end of its first line. */
  function file(batch: Filling, raw: string, found: readonly string[], end: number): void {
    if (isBlank(found)) {
      skipRow(batch, 'blank row', line)
      tail.blank()
      return
    }
    if (expected === 0) {
      if (isRuling(found)) skipRow(batch, 'ruling line', line, raw)
      else batch.rows.push({ line, cells: found, text: raw })
      return
    }
    if (endsAtTitle && found.length < shape.width && isTitle(found)) titles.push((found[0] ?? '').trim())
    if (titles.length > 0) {
      skipRow(batch, 'other table row', line, raw)
      return
    }
    const fitted = shape.fit(found) ?? fitAnyway(found, end)
    const cells = fitted ?? found
    const leftOut = expected > 1 ? (readFooter(cells, expected) ?? readAgain(cells, line)) : undefined
    if (leftOut) {
      skipRow(batch, leftOut, line, raw)
      if (leftOut !== 'header row' && leftOut !== 'ruling line') tail.footer()
      return
    }
    const wrong = fitted ? undefined : rejectOf('lead/cells', wrongCount(shape.width, found.length), end)
    const row = { line, cells, text: cells === found && plain && !rescuing ? raw : csvRow(cells, written) }
    if (tail.holds(cells, row, wrong)) return
    if (tail.isWaiting()) tail.settle(batch, false)
    if (wrong) batch.rejects.push(wrong)
    else batch.rows.push(row)
  }

  /** The cells of a record with blank cells too many, or with another delimiter than its file. */
  function fitAnyway(found: readonly string[], end: number): readonly string[] | undefined {
    const fewer = withoutSurplus(found, expected)
    if (fewer === undefined) return fitRescued(end)
    // A delimiter too many in the middle would shift what stands behind it.
    if (!isLike(fewer)) return undefined
    repaired.add('rows with extra delimiters at their end', line)
    return fewer
  }

  function fitRescued(end: number): readonly string[] | undefined {
    const other = name === undefined ? undefined : rescue(text.slice(at, end), writing, shape.width)
    const cells = other && shape.fit(other.cells)
    if (other !== undefined && cells !== undefined) repaired.add(other.repair, line)
    return cells
  }

  /** Reads one record; false if there is not enough text for it. */
  function step(batch: Filling): boolean {
    if (at >= text.length) return false
    const end = findLineEnd()
    if (skipping) return skip(end)
    if (end - at > MAX_RECORD_LENGTH) return stepOver(batch, end)
    if (isOpen(end)) return false
    if (!plain) return stepQuoted(batch, end)
    if (nextQuote < at) nextQuote = next('"')
    if (nextQuote < end) return stepQuoted(batch, end)
    const raw = text.slice(at, end)
    file(batch, raw, raw.split(delimiter), end)
    pass(end, 1)
    return true
  }

  function stepQuoted(batch: Filling, firstEnd: number): boolean {
    const cells: string[] = []
    const end = plain
      ? readQuoted(text, at, firstEnd, { delimiter, expected: shape.width }, cells)
      : readWritten(text, at, firstEnd, writing, shape.width, cells)
    if (typeof end === 'string') return stepBack(batch, firstEnd, end, cells.length)
    if (isOpen(end)) return false
    const padded =
      plain && end === firstEnd && hasPadded(cells) ? rescuePadded(text.slice(at, end), writing, cells) : undefined
    if (padded !== undefined) return fileRescued(batch, padded, firstEnd)
    const split = plain && expected > 0 && end === firstEnd ? splitQuote(cells, text, at, end, delimiter) : 0
    if (split > 0) return stepBack(batch, firstEnd, 'split cell', split)
    const isWrong = expected > 0 && shape.fit(cells) === undefined
    if (end > firstEnd && isWrong) return stepBack(batch, firstEnd, 'wrong count', cells.length)
    return filed(batch, cells, firstEnd, end)
  }

  /** A record that may go beyond its first line. */
  function filed(batch: Filling, cells: string[], firstEnd: number, end: number): true {
    const raw = text.slice(at, end)
    file(batch, raw, cells, firstEnd)
    pass(end, end > firstEnd ? countLineEnds(raw) + 1 : 1)
    return true
  }

  function fileRescued(batch: Filling, { cells, repair }: Rescued, end: number): true {
    repaired.add(repair, line)
    rescuing = true
    file(batch, text.slice(at, end), cells, end)
    rescuing = false
    pass(end, 1)
    return true
  }

  /** After a record that went wrong: only its first line is gone. A header stays, read as if it had no quotes. */
  function stepBack(batch: Filling, firstEnd: number, problem: QuoteProblem, cells: number): boolean {
    if (problem === 'open' && !last) return false
    const raw = text.slice(at, firstEnd)
    const other = expected === 0 ? rescueHeader(raw, writing) : rescue(raw, writing, shape.width)
    if (other !== undefined && (expected === 0 || shape.fit(other.cells) !== undefined)) {
      return fileRescued(batch, other, firstEnd)
    }
    if (expected === 0) {
      file(batch, raw, raw.split(delimiter).map(unwrap), firstEnd)
    } else {
      const { code, explain } = QUOTE_PROBLEMS[problem]
      reject(batch, code, explain(shape.width, cells), firstEnd)
    }
    pass(firstEnd, 1)
    return true
  }

  function stepOver(batch: Filling, end: number): boolean {
    reject(batch, 'lead/too-long', TOO_LONG, end)
    skipping = true
    return skip(end)
  }

  function skip(end: number): boolean {
    at = end
    if (isOpen(end)) return false
    skipping = false
    pass(end, 1)
    return true
  }

  function begin(headings: readonly string[], records: Shape, like = (_: readonly string[]) => true): void {
    expected = headings.length
    shape = records
    isLike = like
    tail = makeTail(expected)
    readAgain = makeHeaderCheck(headings, name)
  }

  return {
    feed(piece) {
      text = text.slice(at) + piece
      at = 0
      nextLf = nextCr = nextQuote = -1
      return text.length >= wanted
    },
    end() {
      last = true
    },
    readHeader(batch) {
      expected = 0
      shape = evenShape(0)
      while (batch.rows.length === 0 && batch.rejects.length === 0 && step(batch));
      const header = batch.rows.pop()
      const headings = header?.cells ?? []
      begin(headings, evenShape(headings.length))
      return header
    },
    begin,
    endAtTitle() {
      endsAtTitle = true
    },
    otherTables: () => titles,
    read(batch) {
      while (!isFull(batch)) {
        if (step(batch)) continue
        // A record that needs more text is read again from its start: twice as much each time keeps that cheap.
        wanted = 2 * (text.length - at)
        if (last && at >= text.length) tail.settle(batch, true)
        return false
      }
      return true
    },
    release() {
      const isEven = shape.isEven && shape.width === expected
      if (!plain || !isEven || last || skipping || endsAtTitle || !tail.isSettled() || line === resumed)
        return undefined
      const unread = { text: text.slice(at), line }
      text = ''
      at = 0
      wanted = 0
      nextLf = nextCr = nextQuote = -1
      return unread
    },
    resume(from) {
      line = from
      resumed = from
    },
    lineEnd: () => ending,
    repairs: () => repaired.all(),
  }
}
