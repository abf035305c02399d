import { Buffer } from 'node:buffer'
import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import type { Refusal } from '../../base/refusal.ts'
import { megabytes } from '../bytes/megabytes.ts'
import type { Records } from '../bytes/sampled-text.ts'
import { checkHeadings } from '../headings.ts'
import { refuse, startOf } from '../refuse-input.ts'
import { readNumber } from './workbook-cells.ts'
import {
  MAX_UNPACKED_BYTES,
  openPackage,
  type Package,
  type Parts,
  readParts,
  type SheetPart,
} from './workbook-parts.ts'
import { chooseSheet, type WorkbookOptions } from './workbook-sheets.ts'
import { shownStyles } from './workbook-styles.ts'
import { surveySheet } from './workbook-survey.ts'
import { findTable, type Table, type Values } from './workbook-table.ts'
import { readDirectory, tooLarge } from './zip-read.ts'
import { packStored } from './zip-write.ts'

/**
 * Excel workbooks (.xlsx). A workbook is read as a whole, so one that would not fit into memory is refused before it is
 * unpacked.
 */
const MAX_PACKED_BYTES = 134_217_728
/** Rows times columns. */
const MAX_CELLS = 25_000_000

const RETRY = 'open it in a spreadsheet program and save it again, or as CSV'

export async function openWorkbook(bytes: AsyncIterable<Uint8Array>, options: WorkbookOptions): Promise<Records> {
  const { name } = options
  const files = openPackage(readDirectory(await collect(bytes, name), name), name)
  const parts = readParts(files)
  if (parts === undefined) {
    const content = isOpenDocumentSheet(files) ? files.read('content.xml') : undefined
    if (content === undefined) throw refuseArchive(files, name)
    const [{ readOpenDocument }, { openTables }] = await Promise.all([
      import('../markup/open-document.ts'),
      import('../markup/open-tables.ts'),
    ])
    return openTables(readOpenDocument(content.toString('utf8')), 'ods', options)
  }
  const { sheet, table } = await chooseSheet(parts.sheets, name, options.sheet, part =>
    readTable(part, parts, files, options),
  )
  const { headings, around, line, columns, uncomputed } = table
  return {
    format: 'xlsx',
    headings,
    around,
    sheet: { name: sheet.name, of: parts.sheets.length, columns },
    repairs: () => table.repairs.map(what => ({ what })),
    diagnostics: () => [
      ...table.diagnostics,
      ...checkHeadings(headings, { file: name, line, col: 1 }),
      ...formulas(uncomputed, name),
    ],
    batches: later(table),
  }
}

async function collect(bytes: AsyncIterable<Uint8Array>, name: string): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > MAX_PACKED_BYTES) throw tooLarge(name, `it has more than ${megabytes(MAX_PACKED_BYTES)} as it is`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function readTable(
  sheet: SheetPart,
  parts: Parts,
  files: Package,
  options: WorkbookOptions,
): Promise<Table | undefined> {
  const { name } = options
  const size = [sheet.path, parts.strings ?? '', parts.styles ?? ''].reduce((sum, path) => sum + files.sizeOf(path), 0)
  const where = `the sheet \`${sheet.name}\``
  if (size > MAX_UNPACKED_BYTES)
    throw tooLarge(name, `${where} is ${megabytes(size)}; the limit is ${megabytes(MAX_UNPACKED_BYTES)}`)
  const bytes = files.read(sheet.path)
  const styles = parts.styles === undefined ? undefined : files.read(parts.styles)
  const survey = bytes && surveySheet(bytes, shownStyles(styles?.toString('utf8') ?? ''))
  if (survey === undefined) throw refuseUnreadable(name, `${where} has cells at places that do not exist`)
  const { rows, columns, xml } = survey
  if (rows * columns > MAX_CELLS) throw tooLarge(name, `${where} reaches over ${rows} rows and ${columns} columns`)
  const strings = parts.strings === undefined ? undefined : files.read(parts.strings)
  const values = await readValues(packed({ xml, strings, styles }, parts.since1904)).catch(error =>
    Promise.reject(refuseUnreadable(name, `${where} is malformed (${messageOf(error)})`)),
  )
  return findTable(values, survey, name, options)
}

function formulas(uncomputed: number, name: string): Diagnostic[] {
  if (uncomputed === 0) return []
  const cells = uncomputed === 1 ? '1 cell has a formula' : `${uncomputed} cells have formulas`
  const message = `${cells} without a value, read as empty`
  return [diagnose('file/formulas', message, { place: startOf(name), hint: RETRY })]
}

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** One sheet as a workbook of its own, in the plainest form, so that the library reads nothing unexpected. */
function packed(
  { xml, strings, styles }: { xml: Buffer; strings: Buffer | undefined; styles: Buffer | undefined },
  since1904: boolean,
): ArrayBuffer {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"/>`
  const relations = [
    relation('a', 'worksheet', 'sheet.xml'),
    strings === undefined ? '' : relation('b', 'sharedStrings', 'strings.xml'),
    styles === undefined ? '' : relation('c', 'styles', 'styles.xml'),
  ]
  return packStored([
    ['xl/workbook.xml', Buffer.from(`<workbook><workbookPr date1904="${since1904 ? 1 : 0}"/>${ONE_SHEET}</workbook>`)],
    ['xl/_rels/workbook.xml.rels', Buffer.from(`<Relationships>${relations.join('')}</Relationships>`)],
    ['xl/sheet.xml', xml],
    ...(strings === undefined ? [] : [['xl/strings.xml', strings] as const]),
    ...(styles === undefined ? [] : [['xl/styles.xml', styles] as const]),
  ])
}

const ONE_SHEET = '<sheets><sheet name="a" sheetId="1" r:id="a"/></sheets>'

/** Loaded only when there is a workbook to read. */
async function readValues(workbook: ArrayBuffer): Promise<Values> {
  const { readSheet } = await import('read-excel-file/universal')
  return readSheet(workbook, 1, { trim: false, parseNumber: readNumber })
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 200)
}

function refuseUnreadable(name: string, message: string): Refusal {
  return refuse('file/workbook', `this workbook cannot be read: ${message}`, startOf(name), RETRY)
}

/** Whether this is an OpenDocument spreadsheet that is not encrypted. */
function isOpenDocumentSheet(files: Package): boolean {
  const type = files.read('mimetype')?.toString('latin1').trim()
  const isEncrypted = files.read('META-INF/manifest.xml')?.includes('encryption-data') === true
  return type?.startsWith('application/vnd.oasis.opendocument.spreadsheet') === true && !isEncrypted
}

const SAVE = 'save it as .xlsx or CSV'

/** Archives that are not workbooks, by a file that each of them contains. */
const ARCHIVES: readonly { readonly file: string; readonly what: string; readonly hint: string }[] = [
  { file: 'xl/workbook.bin', what: 'a binary Excel workbook (.xlsb)', hint: SAVE },
  { file: 'content.xml', what: 'an OpenDocument file other than a plain spreadsheet', hint: SAVE },
  { file: 'Index/Document.iwa', what: 'a Numbers document', hint: SAVE },
  { file: 'word/document.xml', what: 'a Word document', hint: 'export the leads as CSV' },
  { file: 'ppt/presentation.xml', what: 'a presentation', hint: 'export the leads as CSV' },
]

function refuseArchive(files: Package, name: string): Refusal {
  const kind = ARCHIVES.find(({ file }) => files.has(file))
  const what = kind?.what ?? 'a zip archive'
  return refuse('file/binary', `this is ${what}, not text`, startOf(name), kind?.hint ?? 'unpack it first')
}

async function* later({ batches }: Table) {
  yield* batches()
}
