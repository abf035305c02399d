type Table = Int32Array | Uint32Array | Float64Array | Uint8Array

/** The same numbers in a table that has a place for `index`. */
export function withPlace<T extends Table>(table: T, index: number): T {
  if (index < table.length) return table
  const larger = sameKind(table, Math.max(2 * table.length, index + 1))
  larger.set(table)
  return larger
}

function sameKind<T extends Table>(table: T, size: number): T
function sameKind(table: Table, size: number): Table {
  if (table instanceof Int32Array) return new Int32Array(size)
  if (table instanceof Uint32Array) return new Uint32Array(size)
  return table instanceof Float64Array ? new Float64Array(size) : new Uint8Array(size)
}
