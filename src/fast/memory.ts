import { Buffer } from 'node:buffer'

const MB = 2 ** 20

/** The parts of the one buffer; what is not used costs nothing. */
const SIZES = { values: 12 * MB, fragments: 4 * MB, rows: 8 * MB, input: 8 * MB, output: 16 * MB } as const

/** Every loop that reads or copies four bytes at a time may go this far beyond an end. */
const MARGIN = 64

export interface Region {
  readonly from: number
  readonly to: number
}

/** What is kept for the whole of an input, until its region is full. */
export interface Keeper {
  /** Where a copy of these bytes is; -1 if there is no more room. */
  bytes(from: number, to: number): number
  text(text: string): number
}

/**
 * One buffer for values that are remembered, for records on their way in and for leads on their way out, so that bytes are
 * copied within it.
 */
export interface Memory {
  readonly bytes: Buffer
  readonly view: DataView
  readonly values: Keeper
  readonly fragments: Keeper
  readonly rows: Region
  readonly input: Region
  readonly output: Region
}

export function createMemory(): Memory {
  let end = MARGIN
  const region = (size: number): Region => {
    const from = end
    end += size + MARGIN
    return { from, to: from + size }
  }
  const values = region(SIZES.values)
  const fragments = region(SIZES.fragments)
  const rows = region(SIZES.rows)
  const input = region(SIZES.input)
  const output = region(SIZES.output)
  const all = new ArrayBuffer(end)
  const bytes = Buffer.from(all)
  return {
    bytes,
    view: new DataView(all),
    values: keeper(bytes, values),
    fragments: keeper(bytes, fragments),
    rows,
    input,
    output,
  }
}

function keeper(bytes: Buffer, { from, to }: Region): Keeper {
  let end = from
  const take = (size: number) => {
    if (end + size > to) return -1
    end += size
    return end - size
  }
  return {
    bytes(start, stop) {
      const at = take(stop - start)
      if (at >= 0) bytes.copyWithin(at, start, stop)
      return at
    },
    text(text) {
      const at = take(Buffer.byteLength(text))
      if (at >= 0) bytes.write(text, at)
      return at
    },
  }
}

/** Texts of columns as bytes, by number; number 0 is none. */
export interface Fragments {
  /** The number of a text; 0 if there is no more room. */
  of(text: string): number
  at(): Int32Array
  length(): Int32Array
}

export function createFragments(keep: Keeper): Fragments {
  const known = new Map<string, number>()
  let [at, length] = [new Int32Array(1024), new Int32Array(1024)]
  return {
    of(text) {
      const before = known.get(text)
      if (before !== undefined) return before
      const address = keep.text(text)
      if (address < 0) return 0
      const number = known.size + 1
      ;[at, length] = [atLeast(at, number), atLeast(length, number)]
      at[number] = address
      length[number] = Buffer.byteLength(text)
      known.set(text, number)
      return number
    },
    at: () => at,
    length: () => length,
  }
}

/** The same numbers in a table that has a place for `index`, further ones `empty`. */
export function atLeast<T extends Int32Array | Float64Array | Uint8Array>(table: T, index: number, empty = 0): T {
  if (index < table.length) return table
  let size = table.length
  while (size <= index) size *= 2
  const larger = sameKind(table, size)
  if (empty !== 0) larger.fill(empty, table.length)
  larger.set(table)
  return larger
}

function sameKind<T extends Int32Array | Float64Array | Uint8Array>(table: T, size: number): T
function sameKind(table: Int32Array | Float64Array | Uint8Array, size: number) {
  if (table instanceof Int32Array) return new Int32Array(size)
  return table instanceof Float64Array ? new Float64Array(size) : new Uint8Array(size)
}
