import { emptyBatch } from '../batch.ts'
import type { Row } from '../records.ts'
import { countPreamble, TOP } from './csv-preamble.ts'
import { makeScanner, type Scanner } from './csv-scan.ts'
import { plainWriting, type Writing } from './csv-writing.ts'

export const DELIMITERS = [',', ';', '\t', '|']

/** How a writing cuts a text. */
export interface Fit {
  readonly writing: Writing
  /** Records above the header. */
  readonly preamble: number
  /** Cells of the header. */
  readonly cells: number
  /** The share of records that have as many cells as the header. */
  readonly share: number
  /** Whether there are any records below the header. */
  readonly hasRecords: boolean
}

/**
 * The delimiter that cuts the first records most evenly; of equal ones that with records below its header, then that with
 * more cells, then the first listed. `Email,Company` above `a@x.example,Ruhr &amp; S&ouml;hne` is a header with commas and
 * not a title above a header with semicolons.
 */
export function sniffDelimiter(sample: string, isWhole: boolean): Fit {
  const fitsOf = (delimiters: readonly string[]) =>
    delimiters.map(delimiter => measureFit(sample, isWhole, plainWriting(delimiter)))
  // One that does not occur cuts nothing, and is measured only where none does.
  const several = fitsOf(DELIMITERS.filter(each => sample.includes(each))).filter(({ cells }) => cells > 1)
  // Of a single column, the one that stands in none of its cells.
  const [best] = (several.length > 0 ? several : fitsOf(DELIMITERS)).sort(
    (a, b) => b.share - a.share || Number(b.hasRecords) - Number(a.hasRecords) || b.cells - a.cells,
  )
  return best ?? measureFit(sample, isWhole, plainWriting(','))
}

export function measureFit(sample: string, isWhole: boolean, writing: Writing): Fit {
  const preamble = countPreamble(topRecords(sample, isWhole, writing, TOP).map(({ cells }) => cells))
  const batch = emptyBatch()
  const scanner = scanSample(sample, isWhole, writing)
  for (let record = 0; record < preamble; record++) scanner.readHeader(batch)
  const cells = scanner.readHeader(batch)?.cells.length ?? 0
  if (cells > 0) scanner.read(batch)
  const rows = batch.rows.length
  const records = rows + batch.rejects.length
  return { writing, preamble, cells, share: records === 0 ? 1 : rows / records, hasRecords: records > 0 }
}

function scanSample(sample: string, isWhole: boolean, writing: Writing): Scanner {
  const scanner = makeScanner(writing)
  scanner.feed(sample)
  if (isWhole || !/[\r\n]/.test(sample)) scanner.end()
  return scanner
}

/** The first records of a text that are not blank, each with as many cells as it has. */
export function topRecords(sample: string, isWhole: boolean, writing: Writing, count: number): Row[] {
  const scanner = scanSample(sample, isWhole, writing)
  const top: Row[] = []
  for (let row = scanner.readHeader(emptyBatch()); row; row = scanner.readHeader(emptyBatch())) {
    if (top.push(row) >= count) break
  }
  return top
}

/** The line with which Excel names the delimiter: `sep=;`. */
export interface SepLine {
  readonly delimiter: string
  /** The line with its line end. */
  readonly length: number
}

export function sepLine(sample: string): SepLine | undefined {
  const [line = '', delimiter] = /^"?sep=([^"\r\n]{1,3}?)\1*"?(?:\r\n|\n|\r|$)/i.exec(sample) ?? []
  const trimmed = delimiter?.trim()
  return delimiter === undefined ? undefined : { delimiter: trimmed || delimiter, length: line.length }
}
