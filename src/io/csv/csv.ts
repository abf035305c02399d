import type { Refusal } from '../../base/refusal.ts'
import type { Repair } from '../../ir/results/summary.ts'
import { emptyBatch, type Filling, hasAnything, skipRow } from '../batch.ts'
import type { Records, Sampled } from '../bytes/sampled-text.ts'
import { createTextSource, type TextSource } from '../bytes/text-source.ts'
import { checkHeadings } from '../headings.ts'
import { likenessTo } from '../kinds.ts'
import { feedNext, readMixed } from '../mixed.ts'
import type { Batch, LineEnd, Mixed, PlainCutter, Row } from '../records.ts'
import { refuse, refuseEmpty, startOf } from '../refuse-input.ts'
import { isComment, labelOf } from './csv-preamble.ts'
import { makeScanner, type Scanner } from './csv-scan.ts'
import { type Fit, sepLine, topRecords } from './csv-sniff.ts'
import { sniffWriting } from './csv-sniff-odd.ts'
import { describeWriting, outputDelimiter } from './csv-writing.ts'
import { findSection, type Section } from './header/csv-sections.ts'
import { findHeader, type HeaderOptions } from './header/find-header.ts'
import { BELOW, type HeaderPlan } from './header/header-plan.ts'

/** Opens delimited text. The delimiter is looked for unless it is given or the file names it. */
export async function openCsv(text: Sampled, options: HeaderOptions = {}, forced?: string): Promise<Records> {
  const { name, sample, isWhole } = text
  const sep = sepLine(sample)
  const body = sample.slice(sep?.length ?? 0)
  const { writing, preamble, share } = sniff(body, isWhole, forced, sep?.delimiter)
  const section = share === 1 ? undefined : findSection(topRecords(body, isWhole, writing, MAX_SECTIONED), preamble)
  const above = section?.header ?? preamble
  const top = topRecords(body, isWhole, writing, above + BELOW)
  const found = findHeader(top, above, name, options)
  const isLike = likenessTo(rowsOf(top, found.plan))

  /** Reads up to the first record; what is skipped before that is in the first batch. */
  async function begin(pieces: AsyncIterator<string>) {
    const batch = emptyBatch()
    if (sep) skipRow(batch, 'sep= line', 1, sample.slice(0, sep.length).trim())
    const scanner = makeScanner(writing, sep ? 2 : 1, name)
    scanner.feed(body)
    const around: string[] = []
    for (let record = 0; record < found.preamble; record++) {
      const { cells = [], line = 0 } = scanner.readHeader(batch) ?? {}
      around.push(labelOf(cells))
      const kind = isComment(cells) ? 'comment line' : record < (section?.first ?? above) ? 'preamble line' : OTHER
      skipRow(batch, kind, line, cells.join(', '))
    }
    const { headings, line } = await beginTable(scanner, pieces, batch, found.plan, name, isLike)
    if (section !== undefined) scanner.endAtTitle()
    return { scanner, batch, around, headings, line }
  }

  async function* mixed(cutter: PlainCutter): AsyncGenerator<Mixed> {
    const again = await begin(source.again())
    scanner = again.scanner
    yield* readMixed(scanner, again.batch, source.againBytes(), cutter)
  }

  const source = createTextSource(text)
  const { batch, around, headings, line, ...begun } = await begin(source.pieces)
  let { scanner } = begun
  const lineEnd = scanner.lineEnd() ?? firstLineEnd(body)
  const ofFile: Repair[] = [...describeWriting(writing), ...(found.plan?.repairs ?? [])].map(what => ({ what }))
  return {
    format: writing.delimiter === '\t' ? 'tsv' : 'csv',
    headings,
    around,
    delimiter: outputDelimiter(writing),
    ...(lineEnd && { lineEnd }),
    repairs: () => [...ofFile, ...scanner.repairs(), ...tables(section, scanner)],
    diagnostics: () => [...found.diagnostics, ...checkHeadings(headings, { file: name, line, col: 1 })],
    batches: readBatches(scanner, source, batch),
    mixed,
  }
}

/** A delimiter that the file names is believed if it fits. */
function sniff(body: string, isWhole: boolean, forced: string | undefined, named: string | undefined): Fit {
  const fit = sniffWriting(body, isWhole, forced ?? named)
  if (forced !== undefined || named === undefined) return fit
  const other = sniffWriting(body, isWhole)
  const isRepeated = other.writing.delimiter !== named && other.writing.delimiter.replaceAll(named, '') === ''
  return other.cells > 1 && (isRepeated || fit.cells < 2) ? other : fit
}

/** Records among which the table of people is looked for in a report of several tables. */
const MAX_SECTIONED = 5000

const OTHER = 'other table row'

/** Names the table that is read, and those that are not. */
function tables(section: Section | undefined, scanner: Scanner): Repair[] {
  if (section === undefined) return []
  const skipped = [...section.skipped, ...scanner.otherTables()]
  return [
    { what: `only the table \`${section.title}\` is read` },
    ...skipped.map(title => ({ what: `skipped table: \`${title}\`` })),
  ]
}

/** The records of the sample that stand under the headings as they are. */
function rowsOf(top: readonly Row[], plan: HeaderPlan | undefined): (readonly string[])[] {
  const width = plan?.headings.length ?? 0
  return top.map(({ cells }) => cells).filter(cells => cells.length === width && cells !== plan?.headings)
}

/** Takes the header from the text, if there is one, so that the records come next. */
async function beginTable(
  scanner: Scanner,
  pieces: AsyncIterator<string>,
  batch: Filling,
  plan: HeaderPlan | undefined,
  name: string,
  isLike: (cells: readonly string[]) => boolean,
): Promise<{ readonly headings: readonly string[]; readonly line: number }> {
  if (plan?.header.length === 0) {
    scanner.begin(plan.headings, plan.shape, isLike)
    return { headings: plan.headings, line: 1 }
  }
  const header = await readHeader(scanner, pieces, batch)
  if (header === undefined) throw batch.rejects.length > 0 ? refuseHeader(name) : refuseEmpty(name)
  // A header that is longer than the sample is read as it stands.
  if (plan === undefined) return { headings: header.cells, line: header.line }
  for (const kind of plan.header.slice(1)) {
    const { cells = [], line = 0 } = scanner.readHeader(batch) ?? {}
    if (kind !== 'headings') skipRow(batch, kind, line, cells.join(' '))
  }
  scanner.begin(plan.headings, plan.shape, isLike)
  return { headings: plan.headings, line: header.line }
}

function firstLineEnd(text: string): LineEnd | undefined {
  const [found] = /\r\n|\n|\r/.exec(text) ?? []
  return found === undefined ? undefined : found === '\r\n' ? 'CRLF' : found === '\r' ? 'CR' : 'LF'
}

function refuseHeader(name: string): Refusal {
  return refuse('file/binary', 'the first line is longer than 1 MiB: this is no table', startOf(name))
}

async function readHeader(scanner: Scanner, pieces: AsyncIterator<string>, batch: Filling): Promise<Row | undefined> {
  let header = scanner.readHeader(batch)
  for (let more = true; more && header === undefined && batch.rejects.length === 0; ) {
    more = await feedNext(scanner, pieces, piece => piece)
    header = scanner.readHeader(batch)
  }
  return header
}

async function* readBatches(scanner: Scanner, source: TextSource, first: Filling): AsyncGenerator<Batch> {
  const { pieces, given } = source
  let batch = first
  try {
    for (let more = true; more; ) {
      more = await feedNext(scanner, pieces, piece => piece)
      while (scanner.read(batch)) {
        given(batch)
        yield batch
        batch = emptyBatch()
      }
    }
    if (hasAnything(batch)) yield batch
  } finally {
    await pieces.return?.()
  }
}
