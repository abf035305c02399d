import { diagnose } from '../base/diagnostic.ts'
import { Refusal } from '../base/refusal.ts'
import type { TextFormat } from '../ir/results/summary.ts'
import { isZip } from './bytes/binary.ts'
import { type Markup, sniffForeign } from './bytes/foreign.ts'
import { lengthOf, peek, prepend } from './bytes/peek.ts'
import { type Records, SAMPLE, type Sampled } from './bytes/sampled-text.ts'
import { sniffFormat } from './bytes/sniff.ts'
import { openText } from './bytes/text.ts'
import { unpack } from './bytes/unpack.ts'
import { openCsv } from './csv/csv.ts'
import type { HeaderOptions } from './csv/header/find-header.ts'
import { type Input, MAX_RECORD_LENGTH } from './records.ts'
import { refuseEmpty } from './refuse-input.ts'

export interface ReadOptions extends HeaderOptions {
  /** What diagnostics call the input. */
  readonly name: string
  /** The format, if it is not to be detected; a workbook always is. */
  readonly format?: TextFormat | undefined
  /** Of a workbook: the name of a sheet, or its number. */
  readonly sheet?: string | undefined
}

/** Opens an input: detects its format and returns its records in batches. Closes `bytes` if that fails. */
export async function openInput(bytes: AsyncIterable<Uint8Array>, options: ReadOptions): Promise<Input> {
  const source = bytes[Symbol.asyncIterator]()
  try {
    return await open({ [Symbol.asyncIterator]: () => source }, options)
  } catch (error) {
    await source.return?.()
    throw error
  }
}

async function open(bytes: AsyncIterable<Uint8Array>, options: ReadOptions): Promise<Input> {
  const { name, format, sheet } = options
  const unpacked = await unpack(bytes, name)
  const { head, rest, compressed } = unpacked
  if (isZip(head)) {
    const { openWorkbook } = await import('./workbook/workbook.ts')
    const records = await openWorkbook(prepend([head], rest), options)
    return { ...records, compressed, bom: false, encoding: () => 'UTF-8' }
  }
  const { bom, decoder, cleaner, pieces, bytes: restBytes } = openText(unpacked, name)
  const text = { ...(await sampleText(name, pieces)), restBytes }
  const markup = sniffForeign(text.sample, name)
  if (sheet !== undefined && markup === undefined) {
    throw new Refusal(diagnose('file/no-sheet', `${name} is not a workbook and has no sheet \`${sheet}\``), 'usage')
  }
  const records = await (markup === undefined ? openRecords(text, format, options) : openOther(text, markup, options))
  return {
    ...records,
    compressed,
    bom,
    encoding: () => decoder.encoding(),
    repairs: () => [...cleaner.repairs(), ...(records.repairs?.() ?? [])],
    diagnostics: () => [...decoder.diagnostics(), ...records.diagnostics()],
  }
}

async function openOther(text: Sampled, markup: Markup, options: ReadOptions): Promise<Records> {
  const { openMarkup } = await import('./markup/markup.ts')
  return openMarkup(text, markup, options)
}

async function sampleText(
  name: string,
  pieces: AsyncIterable<string>,
  size = SAMPLE,
): Promise<Omit<Sampled, 'restBytes'>> {
  const { first, rest } = await peek(pieces, size, lengthOf)
  const sample = first.join('')
  const isWhole = sample.length < size
  // The text after the first line distinguishes a JSON document from JSON lines.
  const isEnough = isWhole || size > MAX_RECORD_LENGTH || !/^\s*\{[^\r\n]*$/.test(sample)
  return isEnough ? { name, sample, isWhole, rest } : sampleText(name, prepend([sample], rest), 2 * MAX_RECORD_LENGTH)
}

async function openRecords(text: Sampled, forced: TextFormat | undefined, header: HeaderOptions): Promise<Records> {
  const format = forced ?? sniffFormat(text.sample, text.name)
  if (format === 'csv') return openCsv(text, header)
  if (format === 'tsv') return openCsv(text, header, '\t')
  if (text.isWhole && text.sample.trim() === '') throw refuseEmpty(text.name)
  const { openJson } = await import('./json/json.ts')
  return openJson(text, format)
}
