import { type ColumnType, keyBytes, type Table, type TableColumn } from './table.ts'

/** Collects the rows of a table, one after the other. */
export interface Collector {
  /** The place of a value in a column, the same for equal values; -1 for none. */
  placeOf(column: number, value: string | number | undefined): number
  /** Adds a row: its key, and the place of its value in each column. */
  add(key: string, places: Int32Array): void
  rows(): number
  table(key: string, notes: Readonly<Record<string, string>>): Table
}

export function createCollector(columns: readonly { readonly name: string; readonly type: ColumnType }[]): Collector {
  const collected = columns.map(createColumn)
  const keys: string[] = []
  return {
    placeOf: (column, value) => (value === undefined ? -1 : (collected[column]?.placeOf(value) ?? -1)),
    add(key, places) {
      const row = keys.length
      keys.push(keyBytes(key))
      for (let index = 0; index < collected.length; index += 1) collected[index]?.set(row, places[index] ?? -1)
    },
    rows: () => keys.length,
    table: (name, notes) => ({
      rows: keys.length,
      key: { name, values: keys },
      columns: columns.map((column, index): TableColumn => {
        const { values, ids } = collected[index]?.result(keys.length) ?? { values: [], ids: new Int16Array() }
        return { ...column, values, ids }
      }),
      notes,
    }),
  }
}

/** Rows that there is room for at first; it doubles. */
const ROWS = 1024
const MAX_SHORT = 0x7fff

function createColumn() {
  const places = new Map<string | number, number>()
  let ids: Int16Array | Int32Array = new Int16Array(ROWS)
  return {
    placeOf(value: string | number): number {
      const known = places.get(value)
      if (known !== undefined) return known
      const place = places.size
      places.set(value, place)
      // Most columns have few values, and two bytes are enough for their places.
      if (place > MAX_SHORT && ids instanceof Int16Array) ids = Int32Array.from(ids)
      return place
    },
    set(row: number, place: number): void {
      if (row >= ids.length) {
        const more = ids instanceof Int16Array ? new Int16Array(2 * ids.length) : new Int32Array(2 * ids.length)
        more.set(ids)
        ids = more
      }
      ids[row] = place
    },
    result: (rows: number) => ({ values: [...places.keys()], ids: ids.subarray(0, rows) }),
  }
}
