import { closingQuote, QUOTE } from './csv-record.ts'

/**
 * Looks for a quote that opens inside an unquoted cell of a line and that a later cell closes: `78"Garden chair, green"`.
 * The delimiters between them are text, and the number of cells fits by chance. Inches (`5" tube,6"`) open nothing.
 * Returns the cell that opens it, from 1; 0 if there is none.
 */
export function splitQuote(cells: readonly string[], text: string, at: number, end: number, delimiter: string): number {
  for (const cell of cells) if (cell.includes('"')) return splitQuoteIn(text.slice(at, end), delimiter)
  return 0
}

function splitQuoteIn(line: string, delimiter: string): number {
  let open: { readonly cell: number; readonly afterDigit: boolean } | undefined
  let start = 0
  for (let cell = 1; start <= line.length; cell += 1) {
    const isQuoted = line.charCodeAt(start) === QUOTE
    const from = isQuoted ? closingQuote(line, start + 1) + 1 : start
    const found = line.indexOf(delimiter, from)
    const end = found < 0 ? line.length : found
    const text = isQuoted ? '' : line.slice(start, end)
    if (text.includes('"') && text.split('"').length % 2 === 0) {
      const closes = /(.)"\s*$/.exec(text)
      if (open !== undefined && closes !== null && !(open.afterDigit && /\d/.test(closes[1] ?? ''))) {
        return open.cell
      }
      const opens = /(.)"[\p{L}\p{N}][^"]*$/u.exec(text)
      open = opens === null ? undefined : { cell, afterDigit: /\d/.test(opens[1] ?? '') }
    }
    start = end + delimiter.length
  }
  return 0
}
