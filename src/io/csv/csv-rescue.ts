import { MAX_RECORD_LENGTH } from '../records.ts'
import { readWritten } from './csv-odd.ts'
import { QUOTE } from './csv-record.ts'
import { plainWriting, type Writing } from './csv-writing.ts'

/** A record that is written in another way than the rest of its file. */
export interface Rescued {
  readonly cells: string[]
  readonly repair: string
}

interface Way {
  readonly repair: string
  /** Must be found in the line, so that other lines cost nothing. */
  readonly mark: RegExp
  readonly writing: (writing: Writing) => Writing
  /** Cells that a record must have, so that the right number of them is no accident. */
  readonly least: number
}

const OTHER_DELIMITERS = [',', ';', '\t', '|']

/** Other styles of quoting, the most frequent first. */
const QUOTINGS: readonly Way[] = [
  {
    repair: 'rows with blanks around quotes',
    mark: / "|" /,
    writing: writing => ({ ...writing, padded: true }),
    least: 1,
  },
  {
    repair: 'rows with quotes written as \\"',
    mark: /\\"/,
    writing: writing => ({ ...writing, backslash: true }),
    least: 1,
  },
  {
    repair: 'rows with quotes written as \\" and blanks around them',
    mark: /\\"/,
    writing: writing => ({ ...writing, backslash: true, padded: true }),
    least: 1,
  },
]

/** Other ways to write a record. */
const WAYS: readonly Way[] = [
  ...QUOTINGS,
  {
    repair: 'rows in quotes as a whole',
    mark: /^"/,
    writing: ({ delimiter }) => ({ ...plainWriting(delimiter), wrapped: true }),
    least: 2,
  },
  {
    repair: 'rows with single quotes around cells',
    mark: /(?:^|[,;\t|])'/,
    writing: writing => ({ ...writing, quote: "'" }),
    least: 2,
  },
  {
    repair: 'rows with the delimiter ` `',
    mark: /" "/,
    writing: writing => ({ ...writing, delimiter: ' ', runs: false }),
    least: 3,
  },
  ...OTHER_DELIMITERS.map(delimiter => ({
    repair: `rows with the delimiter \`${delimiter === '\t' ? '\\t' : delimiter}\``,
    mark: new RegExp(`[${delimiter}]`),
    writing: (writing: Writing) => ({ ...writing, delimiter, runs: false }),
    least: 3,
  })),
]

/** Whether a cell is in quotes but for blanks around them. */
export function hasPadded(cells: readonly string[]): boolean {
  for (const cell of cells) {
    const first = cell.charCodeAt(0)
    if ((first === BLANK || first === QUOTE) && PADDED.test(cell)) return true
  }
  return false
}

const BLANK = 0x20

/** A cell that is in quotes but for the blanks around them, so that its quotes would be part of its text. */
const PADDED = /^ +".*"\s*$|^".*" +$/

/**
 * Reads a line whose cells have blanks around their quotes; nothing if that is what their text is, or if the line does
 * not come to as many cells.
 */
export function rescuePadded(line: string, writing: Writing, found: readonly string[]): Rescued | undefined {
  const [way] = QUOTINGS
  const cells: string[] = []
  const end = way && readWritten(line, 0, line.length, way.writing(writing), found.length, cells)
  const isSame =
    cells.length !== found.length || cells.every((cell, index) => [found[index], found[index]?.trim()].includes(cell))
  return way === undefined || end !== line.length || isSame ? undefined : { cells, repair: way.repair }
}

/** Reads a header in another style of writing; undefined if that does not help. */
export function rescueHeader(line: string, writing: Writing): Rescued | undefined {
  return rescueBy(QUOTINGS, line, writing, cells => cells.length > 1)
}

/**
 * Reads a line that does not fit in another style, if that gives exactly as many cells as the others have. Otherwise
 * the record stays rejected: cells are never shifted.
 */
export function rescue(line: string, writing: Writing, expected: number): Rescued | undefined {
  const ways = WAYS.filter(({ least }) => expected >= least)
  const isRight = (cells: readonly string[]) => cells.length === expected
  return (
    rescueBy(ways, line, writing, isRight) ??
    rescueQuoted(line, writing, expected) ??
    rescueTypographic(line, writing, isRight)
  )
}

/** Reads a line whose cells stand in the quotes that a word processor makes of straight ones. */
function rescueTypographic(
  line: string,
  writing: Writing,
  isRight: (cells: readonly string[]) => boolean,
): Rescued | undefined {
  if (line.length > MAX_RECORD_LENGTH || !/[“”„«»]/.test(line)) return undefined
  const cell = line.split(writing.delimiter)
  const opens = (part: string) => part.replace(/^( ?)[“”„«»]/, '$1"')
  const closes = (part: string) => part.replace(/[“”«»](\s?)$/, '"$1')
  const straight = cell.map(part => closes(opens(part))).join(writing.delimiter)
  const cells: string[] = []
  const end = readWritten(straight, 0, straight.length, { ...writing, padded: true }, 0, cells)
  return end === straight.length && isRight(cells)
    ? { cells, repair: 'rows with typographic quotes (“ ”) around cells' }
    : undefined
}

/** Reads a line whose cells all stand in quotes, by what stands between them: quotes inside a cell are then its text. */
function rescueQuoted(line: string, { delimiter }: Writing, expected: number): Rescued | undefined {
  if (expected < 2 || !/^".*"$/.test(line)) return undefined
  const cells = line.slice(1, -1).split(`"${delimiter}"`)
  if (cells.length !== expected) return undefined
  return { cells: cells.map(cell => cell.replaceAll('""', '"')), repair: 'rows with quotes inside quotes' }
}

function rescueBy(
  ways: readonly Way[],
  line: string,
  writing: Writing,
  isRight: (cells: readonly string[]) => boolean,
): Rescued | undefined {
  if (line.length > MAX_RECORD_LENGTH) return undefined
  for (const { repair, mark, writing: other } of ways) {
    if (!mark.test(line)) continue
    const way = other(writing)
    if (way.delimiter === writing.delimiter && isSame(way, writing)) continue
    const cells: string[] = []
    const end = readWritten(line, 0, line.length, way, 0, cells)
    if (end === line.length && isRight(cells)) return { cells, repair }
  }
  return undefined
}

function isSame(one: Writing, other: Writing): boolean {
  return (
    one.quote === other.quote &&
    one.backslash === other.backslash &&
    one.padded === other.padded &&
    one.wrapped === other.wrapped
  )
}
