import { emptyBatch } from './batch.ts'
import { makeScanner } from './csv-scan.ts'

const DELIMITERS = [',', ';', '\t', '|']

/** How well a delimiter fits: the share of records that have as many cells as the header. */
interface Fit {
  readonly delimiter: string
  readonly cells: number
  readonly share: number
}

/** The delimiter that cuts the first records most evenly; of equal ones that with more cells, then the first listed. */
export function sniffDelimiter(sample: string, isWhole: boolean): string {
  const fits = DELIMITERS.map(delimiter => measure(sample, isWhole, delimiter)).filter(({ cells }) => cells > 1)
  const [best] = fits.sort((a, b) => b.share - a.share || b.cells - a.cells)
  return best?.delimiter ?? ','
}

function measure(sample: string, isWhole: boolean, delimiter: string): Fit {
  const batch = emptyBatch()
  const scanner = makeScanner(delimiter)
  scanner.feed(sample)
  if (isWhole || !/[\r\n]/.test(sample)) scanner.end()
  const cells = scanner.readHeader(batch)?.cells.length ?? 0
  if (cells > 1) scanner.read(batch)
  const rows = batch.rows.length
  const records = rows + batch.rejects.length
  return { delimiter, cells, share: records === 0 ? 1 : rows / records }
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
