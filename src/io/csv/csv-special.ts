import { allTexts, mayBeHeader } from '../known-headings.ts'
import { mayBeFooter, readFooter, startsOfFooters } from './csv-preamble.ts'
import { readQuoted } from './csv-record.ts'
import { makeHeaderCheck } from './header/csv-headers.ts'

/** Where the cells of a record stand that tell what it is, without their quotes. */
export interface Outline {
  firstFrom: number
  firstTo: number
  secondFrom: number
  secondTo: number
  /** The first cell that is not empty. */
  filledFrom: number
  filledTo: number
}

/**
 * Whether a record is not a lead but small print, totals, or a repeated header. Called for every record, in bytes; for
 * nearly all of them the first characters of the first cells decide.
 */
export function makeSpecialCheck(
  headings: readonly string[],
  delimiter: string,
  name: string,
): (bytes: Buffer, start: number, end: number, outline: Outline) => boolean {
  const expected = headings.length
  const [first = ''] = headings
  const readAgain = makeHeaderCheck(headings, name)
  const isHeading = oneOf([...allTexts(), first])
  const isFooter = startsOf(startsOfFooters())
  let isFirst = true

  function isSuspect(bytes: Buffer, outline: Outline): boolean {
    const { firstFrom, firstTo, secondFrom, secondTo, filledFrom, filledTo } = outline
    const isLikeFooter = isFooter(bytes, filledFrom) && !isNumber(bytes, filledFrom, filledTo)
    if (isLikeFooter && mayBeFooter(bytes.toString('utf8', filledFrom, filledTo))) return true
    if (!isHeading(bytes, firstFrom, firstTo) && !isHeading(bytes, secondFrom, secondTo)) return false
    const cell = bytes.toString('utf8', firstFrom, firstTo)
    return cell === first || mayBeHeader([cell, bytes.toString('utf8', secondFrom, secondTo)])
  }

  return (bytes, start, end, outline) => {
    if (expected === 1) return false
    const wasFirst = isFirst
    isFirst = false
    if (!wasFirst && !isSuspect(bytes, outline)) return false
    const text = bytes.toString('utf8', start, end)
    const cells: string[] = []
    readQuoted(text, 0, text.search(/[\r\n]|$/), { delimiter, expected }, cells)
    if (readFooter(cells, expected) !== undefined) return true
    try {
      return readAgain(cells, 0) !== undefined
    } catch {
      // Another header: the record-by-record reader refuses the file and reports the line.
      return true
    }
  }
}

/** Whether some bytes may be one of several texts. */
function oneOf(texts: readonly string[]): (bytes: Buffer, from: number, to: number) => boolean {
  const isStart = startsOf(texts)
  const marks = new Uint8Array(MARKS)
  for (const text of texts) {
    const own = Buffer.from(text)
    marks[hashOf(own, 0, own.length) % MARKS] = 1
  }
  return (bytes, from, to) => isStart(bytes, from) && marks[hashOf(bytes, from, to) % MARKS] === 1
}

/** Many for each text, so that few others have the same. */
const MARKS = 2 ** 17

function hashOf(bytes: Buffer, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

/** An id or a number: what stands below tables has a sign or a space in it, too. */
function isNumber(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (DIGITS_AND_LETTERS[bytes[at] ?? 0] === 0) return false
  const first = bytes[from] ?? 0
  return first >= 0x30 && first <= 0x39
}

const DIGITS_AND_LETTERS = new Uint8Array(256)
for (let byte = 0; byte < 0x7f; byte += 1)
  if (/[0-9A-Za-z]/.test(String.fromCharCode(byte))) DIGITS_AND_LETTERS[byte] = 1

/** Whether a text in bytes starts with one of several texts; undecided for other characters than ASCII. */
function startsOf(texts: Iterable<string>): (bytes: Buffer, at: number) => boolean {
  const pairs = new Uint8Array(65_536)
  for (const text of texts) {
    const [one = 0, two] = Buffer.from(text)
    if (two === undefined) pairs.fill(1, one << 8, (one + 1) << 8)
    else pairs[(one << 8) | two] = 1
  }
  return (bytes, at) => {
    const one = bytes[at] ?? 0
    return one > 0x7f || one <= 0x20 || pairs[(one << 8) | (bytes[at + 1] ?? 0)] === 1
  }
}
