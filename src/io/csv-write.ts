/** One line of delimited text, without its line end. A cell is quoted only for the delimiter, a quote, CR or LF. */
export function csvRow(cells: readonly string[], delimiter: string): string {
  let row = ''
  for (const [index, cell] of cells.entries()) {
    if (index > 0) row += delimiter
    row += /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell
  }
  return row
}
