/** One line of delimited text, without its line end. A cell is quoted only for the delimiter, a quote, CR or LF. */
export function csvRow(cells: readonly string[], delimiter: string): string {
  const row = cells.join(delimiter)
  // Most rows need no quotes at all, and checking the whole row is cheaper.
  if (!SPECIAL.test(row) && count(row, delimiter) === cells.length - 1) return row
  return cells.map(cell => (SPECIAL.test(cell) || cell.includes(delimiter) ? quoted(cell) : cell)).join(delimiter)
}

const SPECIAL = /["\r\n]/

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`
}

function count(text: string, sign: string): number {
  let found = 0
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + sign.length)) found += 1
  return found
}
