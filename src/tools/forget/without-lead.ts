import { leadKey } from '../../ir/plan/lead-key.ts'
import { RUN_FILES } from '../../ir/results/run-folder.ts'
import { fold } from '../../ir/values/fold.ts'
import { cellsOf, delimiterOf, rawRecords } from './records.ts'

/** The lead whose rows are taken out. */
export interface Unwanted {
  /** Its key in the form that all spellings share. */
  readonly key: string
  /** Headings of the columns that identify a lead, folded. */
  readonly headings: ReadonlySet<string>
}

type Clean = (content: AsyncIterable<Uint8Array>, lead: Unwanted, count: () => void) => AsyncGenerator<Uint8Array>

/** How the rows of a lead are taken out of a file, by the end of its name; other files are removed as a whole. */
export function cleanerOf(name: string): Clean | undefined {
  if (name === RUN_FILES.summary) return textWithout
  return CLEANERS[/\.[a-z]+$/i.exec(name)?.[0]?.toLowerCase() ?? '']
}

const CLEANERS: Readonly<Partial<Record<string, Clean>>> = {
  '.csv': delimitedWithout,
  '.tsv': delimitedWithout,
  '.ndjson': linesWithout,
  '.jsonl': linesWithout,
  '.txt': textWithout,
  '.md': textWithout,
  '.yaml': textWithout,
}

/** Delimited text with a header: every other row stays as it stands, to the byte. */
async function* delimitedWithout(
  content: AsyncIterable<Uint8Array>,
  lead: Unwanted,
  count: () => void,
): AsyncGenerator<Uint8Array> {
  let delimiter: string | undefined
  let columns: readonly number[] = []
  for await (const record of rawRecords(content, true)) {
    const text = record.toString()
    if (delimiter === undefined) {
      delimiter = delimiterOf(text)
      const headings = cellsOf(text.replace(/^\u{feff}/u, ''), delimiter)
      columns = headings.flatMap((heading, at) => (lead.headings.has(fold(heading)) ? [at] : []))
      yield record
      continue
    }
    const cells = cellsOf(text, delimiter)
    // Without such a column, a row with the key in any cell is taken for the lead's.
    const asked = columns.length > 0 ? columns.map(at => cells[at] ?? '') : cells
    if (asked.some(cell => isKey(cell, lead))) count()
    else yield record
  }
}

/** A JSON record on each line. */
async function* linesWithout(
  content: AsyncIterable<Uint8Array>,
  lead: Unwanted,
  count: () => void,
): AsyncGenerator<Uint8Array> {
  for await (const line of rawRecords(content, false)) {
    if (hasKey(line.toString(), lead)) count()
    else yield line
  }
}

/** Texts about a run name few leads, as examples: there the key is struck out. */
async function* textWithout(
  content: AsyncIterable<Uint8Array>,
  lead: Unwanted,
  count: () => void,
): AsyncGenerator<Uint8Array> {
  const isAlone = !isNameless(lead)
  for await (const line of rawRecords(content, false)) {
    const words = isAlone ? line.toString().split(BETWEEN) : []
    const cleaned = words.map(word => (isKey(word, lead) ? STRUCK : word))
    if (cleaned.every((word, at) => word === words[at])) yield line
    else {
      count()
      yield Buffer.from(cleaned.join(''))
    }
  }
}

/** Whether a text names the lead: the page of a run shows no persons, unless somebody has asked for some. */
export async function names(content: AsyncIterable<Uint8Array>, lead: Unwanted): Promise<boolean> {
  let isNamed = false
  const note = () => {
    isNamed = true
  }
  for await (const _ of textWithout(content, lead, note)) if (isNamed) return true
  return isNamed
}

const STRUCK = '[removed]'

/** What stands between the words of a text. */
const BETWEEN = /([\s,;:()"'`<>[\]{}]+)/

/** Whether a key could be any number or short word of a text. */
function isNameless({ key }: Unwanted): boolean {
  return key.length < MIN_NAME || /^\d+$/.test(key)
}

const MIN_NAME = 5

function hasKey(line: string, lead: Unwanted): boolean {
  if (line.trim() === '') return false
  const record: unknown = JSON.parse(line)
  const entries = typeof record === 'object' && record !== null ? Object.entries(record) : []
  return entries.some(
    ([name, value]) =>
      lead.headings.has(fold(name)) &&
      (typeof value === 'string' || typeof value === 'number') &&
      isKey(`${value}`, lead),
  )
}

/** Also behind the sign that keeps a spreadsheet from running a cell. */
function isKey(cell: string, { key }: Unwanted): boolean {
  const text = cell.trim().replace(/^'/, '')
  return text !== '' && leadKey(text) === key
}
