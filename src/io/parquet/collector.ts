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

type Places = Int16Array | Int32Array

/** Rows that there is room for at first; it doubles. */
const ROWS = 1024
const MAX_SHORT = 0x7fff

export function createCollector(columns: readonly { readonly name: string; readonly type: ColumnType }[]): Collector {
  const values = columns.map(() => new Map<string | number, number>())
  // Most columns have few values, and two bytes are enough for their places.
  const ids = columns.map((): Places => new Int16Array(ROWS))
  const keys: string[] = []
  let room = ROWS

  function grow(): void {
    room *= 2
    for (const [column, places] of ids.entries()) {
      const more = places instanceof Int16Array ? new Int16Array(room) : new Int32Array(room)
      more.set(places)
      ids[column] = more
    }
  }

  function addValue(column: number, value: string | number, known: Map<string | number, number>): number {
    const place = known.size
    known.set(value, place)
    const places = ids[column]
    if (place > MAX_SHORT && places instanceof Int16Array) ids[column] = Int32Array.from(places)
    return place
  }

  return {
    placeOf(column, value) {
      const known = values[column]
      if (value === undefined || known === undefined) return -1
      return known.get(value) ?? addValue(column, value, known)
    },
    add(key, places) {
      const row = keys.push(keyBytes(key)) - 1
      if (row >= room) grow()
      for (let column = 0; column < ids.length; column += 1) {
        const own = ids[column]
        if (own !== undefined) own[row] = places[column] ?? -1
      }
    },
    rows: () => keys.length,
    table: (name, notes) => ({
      rows: keys.length,
      key: { name, values: keys },
      columns: columns.map(
        (column, index): TableColumn => ({
          ...column,
          values: [...(values[index]?.keys() ?? [])],
          ids: ids[index]?.subarray(0, keys.length) ?? new Int16Array(),
        }),
      ),
      notes,
    }),
  }
}
