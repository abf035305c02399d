import { emptyBatch } from '../batch.ts'
import { countPreamble, TOP } from './csv-preamble.ts'
import { makeScanner, type Scanner } from './csv-scan.ts'

const DELIMITERS = [',', ';', '\t', '|']

/** How a delimiter cuts a text. */
export interface Fit {
  readonly delimiter: string
  /** Records above the header. */
  readonly preamble: number
  /** Cells of the header. */
  readonly cells: number
  /** The share of records that have as many cells as the header. */
  readonly share: number
}

/** The delimiter that cuts the first records most evenly; of equal ones that with more cells, then the first listed. */
export function sniffDelimiter(sample: string, isWhole: boolean): Fit {
  const fits = DELIMITERS.map(delimiter => measureFit(sample, isWhole, delimiter)).filter(({ cells }) => cells > 1)
  const [best] = fits.sort((a, b) => b.share - a.share || b.cells - a.cells)
  return best ?? measureFit(sample, isWhole, ',')
}

export function measureFit(sample: string, isWhole: boolean, delimiter: string): Fit {
  const preamble = countPreamble(topRecords(scanSample(sample, isWhole, delimiter)))
  const batch = emptyBatch()
  const scanner = scanSample(sample, isWhole, delimiter)
  for (let record = 0; record < preamble; record++) scanner.readHeader(batch)
  const cells = scanner.readHeader(batch)?.cells.length ?? 0
  if (cells > 1) scanner.read(batch)
  const rows = batch.rows.length
  const records = rows + batch.rejects.length
  return { delimiter, preamble, cells, share: records === 0 ? 1 : rows / records }
}

function scanSample(sample: string, isWhole: boolean, delimiter: string): Scanner {
  const scanner = makeScanner(delimiter)
  scanner.feed(sample)
  if (isWhole || !/[\r\n]/.test(sample)) scanner.end()
  return scanner
}

function topRecords(scanner: Scanner): (readonly string[])[] {
  const top: (readonly string[])[] = []
  for (let row = scanner.readHeader(emptyBatch()); row; row = scanner.readHeader(emptyBatch())) {
    if (top.push(row.cells) >= TOP) break
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
  const [line = '', delimiter] = /^"?sep=([^"\r\n])"?(?:\r\n|\n|\r|$)/i.exec(sample) ?? []
  return delimiter === undefined ? undefined : { delimiter, length: line.length }
}
