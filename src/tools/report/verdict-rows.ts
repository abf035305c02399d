import { openTable } from '../../io/parquet/read-table.ts'
import type { TableColumn } from '../../io/parquet/table.ts'
import type { VerdictRows } from './run-page.ts'

/** The verdicts in the bytes of a file; undefined if it is damaged: the page is then without its map. */
export function verdictRows(bytes: Uint8Array): VerdictRows | undefined {
  try {
    const table = openTable({ size: bytes.length, read: (at, length) => bytes.subarray(at, at + length) })
    const columns = new Map<string, TableColumn | undefined>()
    const cell = (row: number, name: string) => {
      if (!columns.has(name)) columns.set(name, table.column(name))
      const column = columns.get(name)
      return column?.values[column.ids[row] ?? -1]
    }
    return {
      rows: table.rows,
      text: (row, name) => String(cell(row, name) ?? ''),
      number(row, name) {
        const value = cell(row, name)
        return typeof value === 'number' ? value : undefined
      },
    }
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
