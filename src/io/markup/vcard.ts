import { Buffer } from 'node:buffer'

/** Headings, each by the property of an address book and the part of it. */
const COLUMNS: readonly (readonly [heading: string, property: string, part?: number])[] = [
  ['UID', 'UID'],
  ['Full Name', 'FN'],
  ['Last Name', 'N', 0],
  ['First Name', 'N', 1],
  ['Email', 'EMAIL'],
  ['Company', 'ORG', 0],
  ['Department', 'ORG', 1],
  ['Job Title', 'TITLE'],
  ['Mobile', 'TEL CELL'],
  ['Phone', 'TEL'],
  ['Street', 'ADR', 2],
  ['City', 'ADR', 3],
  ['State', 'ADR', 4],
  ['Postal Code', 'ADR', 5],
  ['Country', 'ADR', 6],
  ['Website', 'URL'],
  ['Tags', 'CATEGORIES'],
  ['Notes', 'NOTE'],
]

interface Property {
  readonly name: string
  readonly parameters: string
  readonly value: string
}

/** Address cards as a table: a row for each card, a column for every property of any card. */
export function readCards(text: string): string[][] {
  const cards = unfolded(text)
    .split(/^BEGIN:VCARD[ \t]*$/im)
    .slice(1)
    .map(card => card.split('\n').flatMap(readProperty))
  const rows = cards.map(card => COLUMNS.map(([, name, part]) => propertyValue(card, name, part)))
  const used = COLUMNS.map((_, column) => rows.some(row => row[column] !== ''))
  const keep = (cells: readonly string[]) => cells.filter((_, column) => used[column])
  return [keep(COLUMNS.map(([heading]) => heading)), ...rows.map(keep)]
}

/** Joins folded lines. */
function unfolded(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n[ \t]/g, '')
  return lines.replace(/=\n(?=[^\n]*)/g, found => (/QUOTED-PRINTABLE/i.test(lines) ? '' : found))
}

function readProperty(line: string): Property[] {
  const [, name = '', parameters = '', raw = ''] = /^(?:[\w-]+\.)?([A-Z-]+)((?:;[^:]*)?):(.*)$/i.exec(line) ?? []
  if (name === '') return []
  const value = /ENCODING=QUOTED-PRINTABLE|;QUOTED-PRINTABLE/i.test(parameters) ? fromQuotedPrintable(raw) : raw
  return [{ name: name.toUpperCase(), parameters: parameters.toUpperCase(), value }]
}

function fromQuotedPrintable(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/** The value of a property, the preferred one first. */
function propertyValue(card: readonly Property[], wanted: string, part: number | undefined): string {
  const [name, type] = wanted.split(' ')
  const isMobile = ({ parameters }: Property) => /CELL|MOBILE|IPHONE/.test(parameters)
  const named = card.filter(property => property.name === name)
  const fitting =
    type === 'CELL' ? named.filter(isMobile) : name === 'TEL' ? named.filter(each => !isMobile(each)) : named
  const chosen = fitting.find(({ parameters }) => /PREF/.test(parameters)) ?? fitting[0]
  if (chosen === undefined) return ''
  const text = part === undefined ? chosen.value : (chosen.value.split(/(?<!\\);/)[part] ?? '')
  return text
    .replace(/\\n/gi, '\n')
    .replace(/\\([,;:\\])/g, '$1')
    .trim()
}
