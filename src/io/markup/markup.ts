import type { Refusal } from '../../base/refusal.ts'
import type { ReadOnlyFormat } from '../../ir/results/summary.ts'
import { megabytes } from '../bytes/megabytes.ts'
import type { Records, Sampled } from '../bytes/sampled-text.ts'
import { TOP } from '../csv/csv-preamble.ts'
import { countKnown } from '../known-headings.ts'
import { refuse, startOf } from '../refuse-input.ts'
import type { WorkbookOptions } from '../workbook/workbook-sheets.ts'
import { readPage } from './html.ts'
import { openTables } from './open-tables.ts'
import { readSpreadsheetXml } from './spreadsheet-xml.ts'
import { readCards } from './vcard.ts'

/** UTF-16 units of a text that is read as a whole. */
const MAX_LENGTH = 67_108_864

/** Opens formats other than delimited text that hold tables: a web page, an XML spreadsheet, address cards. */
export async function openMarkup(
  text: Sampled,
  format: Exclude<ReadOnlyFormat, 'ods'>,
  options: WorkbookOptions,
): Promise<Records> {
  const { name } = text
  const whole = await collect(text)
  if (format === 'vcard')
    return openTables([{ name: 'cards', values: readCards(whole) }], format, { name, sheet: options.sheet })
  if (format === 'xml') return openTables(readSpreadsheetXml(whole), format, options)
  const { title, tables } = readPage(whole)
  const isForm = /<input[^<>]{0,500}\btype\s*=\s*["']?password/i.test(whole)
  const filled = tables.filter(({ values }) => {
    const isTable = values.length > 1 && values.some(row => row.length > 1)
    return isTable && (!isForm || values.slice(0, TOP).some(row => countKnown(row.map(String)) > 2))
  })
  if (filled.length === 0) throw refusePage(title, name)
  return openTables(filled, format, options)
}

async function collect({ name, sample, rest }: Sampled): Promise<string> {
  let text = sample
  for await (const piece of rest) {
    text += piece
    if (text.length > MAX_LENGTH) {
      const message = `a page or an XML file of more than ${megabytes(MAX_LENGTH)}`
      throw refuse('file/too-large', message, startOf(name), 'export the leads as CSV')
    }
  }
  return text
}

function refusePage(title: string, name: string): Refusal {
  const named = title === '' ? '' : `, titled \`${title.slice(0, 80)}\``
  const message = `this is a web page (HTML)${named}, and it has no table of leads`
  const hint = 'a login or error page saved in place of the export? download it again, signed in'
  return refuse('file/binary', message, startOf(name), hint)
}
