/** Collects the cells of a table row by row, as tags open and close. */
export interface SheetCells {
  row(): void
  /** A cell with the number of columns and rows it spans. */
  cell(value: unknown, across?: number, down?: number): void
  /** Skips cells that exist but are empty. */
  skip(columns: number): void
  values(): unknown[][]
}

/** Most columns of a table; further ones are cut. */
const MAX_COLUMNS = 16_384

export function collectCells(): SheetCells {
  const rows: unknown[][] = []
  /** By column: a value that spans further rows, and how many. */
  let held = new Map<number, { readonly value: unknown; left: number }>()
  let column = 0

  function put(value: unknown): void {
    const row = rows.at(-1)
    if (row === undefined || column >= MAX_COLUMNS) return
    if (value !== '') {
      while (row.length < column) row.push('')
      row[column] = value
    }
    column += 1
  }

  function fillHeld(): void {
    for (let above = held.get(column); above !== undefined && above.left > 0; above = held.get(column)) {
      above.left -= 1
      put(above.value)
    }
  }

  return {
    row() {
      rows.push([])
      column = 0
    },
    cell(value, across = 1, down = 1) {
      fillHeld()
      if (down > 1) held.set(column, { value, left: down - 1 })
      put(value)
      column = Math.min(MAX_COLUMNS, column + across - 1)
    },
    skip(columns) {
      column = Math.min(MAX_COLUMNS, column + columns)
    },
    values() {
      held = new Map()
      return rows
    },
  }
}
