import { countKnown } from '../known-headings.ts'
import { readWritten } from './csv-odd.ts'
import { DELIMITERS, type Fit, measureFit, sniffDelimiter, topRecords } from './csv-sniff.ts'
import { isPlain, plainWriting, type Writing } from './csv-writing.ts'

/** Text that other writings are tried on. */
const TRIED = 16_384

/** Records whose cells are looked at. */
const LOOKED_AT = 50

/** Delimiters that few programs write. */
const OTHERS = ['||', ';;', '\t\t', ' | ', ', ', '; ', '::', '~', '^', '\u{1}', '\u{1f}', '\u{a6}', ':']

/** Another writing has to leave this much less undone than a plain one. */
const CLEARLY = 0.02

/** The writing that reads a text best: a plain one, unless another one leaves less undone. */
export function sniffWriting(sample: string, isWhole: boolean, given?: string): Fit {
  const plain = given === undefined ? sniffDelimiter(sample, isWhole) : measureFit(sample, isWhole, plainWriting(given))
  const isClean = plain.share === 1 && plain.cells > 1 && plain.preamble === 0
  if (isClean && qualityOf(plain, sample, isWhole) === 1) return plain
  const isShort = isWhole && sample.length <= TRIED
  const tried = isShort ? sample : sample.slice(0, TRIED)
  const rank = (writing: Writing) => {
    const fit = measureFit(tried, isShort, writing)
    const quality = qualityOf(fit, tried, isShort)
    return { writing, cells: fit.cells, preamble: fit.preamble, quality: fit.cells > 1 ? quality : 0 }
  }
  const ranked = [
    rank(plain.writing),
    ...candidates(tried, given)
      .map(rank)
      .filter(({ cells }) => cells > 1),
  ]
  const least = Math.min(...ranked.filter(({ quality }) => quality > POOR).map(({ preamble }) => preamble))
  const best = ranked
    .map(fit => (fit.preamble > least ? { ...fit, quality: fit.quality - DROPPED } : fit))
    .reduce((best, other) => (other.quality - best.quality > CLEARLY ? other : best))
  if (best.quality < POOR) {
    const below = given === undefined ? sniffBelow(tried, isShort) : undefined
    if (below !== undefined) return { writing: below, preamble: 0, cells: 1, share: 0, hasRecords: true }
  }
  return best.writing === plain.writing ? plain : measureFit(sample, isWhole, best.writing)
}

/** The penalty for a reading that takes records for titles which another one reads as records. */
const DROPPED = 0.3

/** Below this a reading has failed. */
const POOR = 0.5

/** The delimiter of rows whose header has another one. */
function sniffBelow(sample: string, isWhole: boolean): Writing | undefined {
  return DELIMITERS.map(plainWriting).find(writing => {
    const [header, ...rows] = topRecords(sample, isWhole, writing, LOOKED_AT)
    const [width = 0] = rows.map(({ cells }) => cells.length)
    const isEven = width > 1 && rows.filter(({ cells }) => cells.length === width).length * 10 >= rows.length * 9
    return (
      isEven && header !== undefined && header.cells.length < width && splitHeader(header.text, width) !== undefined
    )
  })
}

/** The cells of a header by whatever delimiter gives as many as its rows have. */
export function splitHeader(text: string, width: number): string[] | undefined {
  const blank = text.includes('" "') ? [' '] : []
  return [...DELIMITERS, ', ', ...blank]
    .map(delimiter => {
      const cells: string[] = []
      const end = readWritten(text, 0, text.length, plainWriting(delimiter), 0, cells)
      return end === text.length ? cells : []
    })
    .find(cells => cells.length === width)
}

/** 1 if all records have the cells of the header and nothing odd is left in them. */
function qualityOf({ writing, preamble, share, cells }: Fit, sample: string, isWhole: boolean): number {
  const top = topRecords(sample, isWhole, writing, preamble + LOOKED_AT).slice(preamble)
  const [header = [], ...rows] = top.map(record => record.cells)
  if (isDoubtful(writing, header, sample)) return 0
  const even = rows.filter(row => row.length === header.length)
  return cells < 2 ? share : share - undone([header, ...even])
}

/** A delimiter that is frequent in texts needs more evidence than an equal number of cells. */
function isDoubtful({ delimiter, runs }: Writing, header: readonly string[], sample: string): boolean {
  if (DELIMITERS.includes(delimiter)) return false
  if (countKnown(header) >= 2) return false
  return header.length < 3 || (delimiter === ' ' && !runs && !/(?:^|\s)"[^"\r\n]*"(?:\s|$)/m.test(sample))
}

/** Signs that a reading is wrong: cells with quotes around them, empty columns, blanks at every start. */
function undone(all: readonly (readonly string[])[]): number {
  const [header = [], ...rows] = all
  const cells = all.flat().filter(cell => cell !== '')
  const quoted = cells.filter(cell => QUOTED.test(cell)).length
  const packed = rows.filter(row => row.some(cell => PACKED.test(cell))).length
  const air = header.filter(
    (heading, column) => NOTHING.has(heading) && isUsual(rows, row => NOTHING.has(row[column] ?? '')),
  ).length
  const isAiry = header.length > 2 && air * 2 >= header.length - 1
  const isLed =
    header.length > 1 && isUsual(all, row => row.slice(1).every(cell => cell === '' || cell.startsWith(' ')))
  return packed / Math.max(1, rows.length) + quoted / Math.max(1, cells.length) + (isAiry ? 0.5 : 0) + (isLed ? 0.2 : 0)
}

/** Whether this holds of all records but one, or of nine in ten: one damaged record says nothing about the others. */
function isUsual<Of>(all: readonly Of[], holds: (one: Of) => boolean): boolean {
  const others = all.filter(one => !holds(one)).length
  return others === 0 || (all.length > 2 && others <= Math.max(1, all.length / 10))
}

/** Cells that are nothing, or what stands between cells. */
const NOTHING: ReadonlySet<string> = new Set(['', ...DELIMITERS])

const QUOTED = /^\s*'.*'\s*$/s

/** A cell in which a whole record stands. */
const PACKED = /([,;\t|])[^,;\t|@ ]+@[^,;\t|@ ]+\1|(["'])[,;\t|]\2/

/** A line that is one cell in quotes: each quote inside it is doubled. */
const ONE_QUOTED = /^"(?:[^"]|"")*"$/

function candidates(sample: string, given: string | undefined): Writing[] {
  const lines = sample.split(/\r\n|\n|\r/).filter(line => line.trim() !== '')
  const isFrequent = (delimiter: string) => lines.filter(line => line.includes(delimiter)).length * 2 >= lines.length
  const isFrequentlyLike = (pattern: RegExp) => lines.filter(line => pattern.test(line)).length * 10 >= lines.length * 7
  const delimiters = (given === undefined ? [...DELIMITERS, ...OTHERS] : [given]).filter(isFrequent)
  const plain = delimiters.map(plainWriting)
  const [first = ''] = lines
  const changes: Partial<Writing>[] = [
    ...(/ "|" /.test(first) ? [{ padded: true }] : []),
    ...(first.includes('\\"') ? [{ backslash: true }] : []),
    ...(isFrequentlyLike(/(?:^|\W)'/) ? [{ quote: "'" } as const, { quote: "'", padded: true } as const] : []),
    ...(isFrequentlyLike(ONE_QUOTED) ? [{ wrapped: true }] : []),
  ]
  const blanks: Writing[] =
    given === undefined && isFrequent(' ')
      ? [plainWriting(' '), ...(isFrequent('  ') ? [{ ...plainWriting('  '), runs: true, padded: true }] : [])]
      : []
  const hasEdges = (line: string) => /^[|+].*[|+]\s*$/.test(line)
  if (lines.every(hasEdges)) return [{ ...plainWriting('|'), edges: true, padded: true }]
  const changed = changes.flatMap(change => plain.map(writing => ({ ...writing, ...change })))
  return [
    ...plain,
    ...blanks,
    ...changed.filter(({ wrapped, delimiter }) => !wrapped || isPlain(plainWriting(delimiter))),
  ]
}
