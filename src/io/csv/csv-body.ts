import type { Clean } from './csv-clean.ts'
import { countLineEnds, readQuoted } from './csv-record.ts'

/** Where the first record stands: its byte, and its line. */
export interface Body {
  readonly start: number
  readonly line: number
}

/**
 * Where the records begin if the first bytes of a text are its header, and nothing else stands above it; undefined if
 * they are not, or if the header does not end in these bytes.
 */
export function findBody(head: Buffer, { headings, delimiter, lineEnd }: Clean): Body | undefined {
  const start = head.indexOf(BOM) === 0 ? BOM.length : 0
  const text = head.toString('utf8', start)
  const first = text.search(/[\r\n]/)
  const cells: string[] = []
  const end = first < 0 ? first : readQuoted(text, 0, first, { delimiter, expected: 0 }, cells)
  const isHeader = cells.length === headings.length && cells.every((cell, index) => cell === headings[index])
  const sign = { LF: '\n', CRLF: '\r\n', CR: '\r' }[lineEnd]
  if (typeof end === 'string' || end < 0 || !isHeader || !text.startsWith(sign, end)) return undefined
  const header = text.slice(0, end)
  return { start: start + Buffer.byteLength(header) + sign.length, line: countLineEnds(header) + 2 }
}

const BOM = Buffer.from('efbbbf', 'hex')
