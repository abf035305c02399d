import type { Refusal } from '../../base/refusal.ts'
import { emptyBatch, type Filling, hasAnything, leaveOut } from '../batch.ts'
import type { Records, Sampled } from '../bytes/sampled-text.ts'
import { checkHeadings } from '../headings.ts'
import type { Batch, Row } from '../records.ts'
import { refuse, refuseEmpty, startOf } from '../refuse-input.ts'
import { isComment, labelOf } from './csv-preamble.ts'
import { makeScanner, type Scanner } from './csv-scan.ts'
import { measureFit, sepLine, sniffDelimiter } from './csv-sniff.ts'

/** Opens delimited text. The delimiter is looked for unless it is given or the file names it. */
export async function openCsv(text: Sampled, forced?: string): Promise<Records> {
  const { name, sample, isWhole, rest } = text
  const batch = emptyBatch()
  const sep = sepLine(sample)
  if (sep) leaveOut(batch, 'sep= line')
  const body = sample.slice(sep?.length ?? 0)
  const given = forced ?? sep?.delimiter
  const { delimiter, preamble } = given ? measureFit(body, isWhole, given) : sniffDelimiter(body, isWhole)
  const scanner = makeScanner(delimiter, sep ? 2 : 1, name)
  const pieces = rest[Symbol.asyncIterator]()
  scanner.feed(body)
  const around: string[] = []
  for (let record = 0; record < preamble; record++) {
    const { cells = [] } = scanner.readHeader(batch) ?? {}
    around.push(labelOf(cells))
    leaveOut(batch, isComment(cells) ? 'comment line' : 'preamble line')
  }
  const header = await readHeader(scanner, pieces, batch)
  if (header === undefined) throw batch.rejects.length > 0 ? refuseHeader(name) : refuseEmpty(name)
  const lineEnd = scanner.lineEnd()
  return {
    format: delimiter === '\t' ? 'tsv' : 'csv',
    headings: header.cells,
    around,
    delimiter,
    ...(lineEnd && { lineEnd }),
    diagnostics: () => checkHeadings(header.cells, { file: name, line: header.line, col: 1 }),
    batches: readBatches(scanner, pieces, batch),
  }
}

function refuseHeader(name: string): Refusal {
  return refuse('file/binary', 'the first line is longer than 1 MiB: this is no table', startOf(name))
}

async function readHeader(scanner: Scanner, pieces: AsyncIterator<string>, batch: Filling): Promise<Row | undefined> {
  let header = scanner.readHeader(batch)
  for (let more = true; more && header === undefined && batch.rejects.length === 0; ) {
    more = await feedNext(scanner, pieces)
    header = scanner.readHeader(batch)
  }
  return header
}

async function* readBatches(scanner: Scanner, pieces: AsyncIterator<string>, first: Filling): AsyncGenerator<Batch> {
  let batch = first
  try {
    for (let more = true; more; ) {
      more = await feedNext(scanner, pieces)
      while (scanner.read(batch)) {
        yield batch
        batch = emptyBatch()
      }
    }
    if (hasAnything(batch)) yield batch
  } finally {
    await pieces.return?.()
  }
}

/** False if there was no more text. */
async function feedNext(scanner: Scanner, pieces: AsyncIterator<string>): Promise<boolean> {
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    if (scanner.feed(next.value)) return true
  }
  scanner.end()
  return false
}
