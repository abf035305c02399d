import { BETWEEN } from './worker-job.ts'

/** Records as Spark writes them for leadq and leadq for Spark: a quote opens a cell or is doubled inside of one. */

/** Where the record that begins at a place ends: its line break; -1 if that is still to come. */
export function endOfRecord(text: string, from = 0): number {
  let isQuoted = false
  for (let at = from; at < text.length; at += 1) {
    const character = text[at]
    if (character === '"') isQuoted = !isQuoted
    else if (character === '\n' && !isQuoted) return at
  }
  return -1
}

export function cellsIn(record: string): string[] {
  const cells: string[] = []
  for (let at = 0; at <= record.length; ) {
    const end = endOfCell(record, at)
    const cell = record.slice(at, end)
    cells.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    at = end + 1
  }
  return cells
}

function endOfCell(record: string, from: number): number {
  let isQuoted = false
  for (let at = from; at < record.length; at += 1) {
    const character = record[at]
    if (character === '"') isQuoted = !isQuoted
    else if (character === BETWEEN && !isQuoted) return at
  }
  return record.length
}
