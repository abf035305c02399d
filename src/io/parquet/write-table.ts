import { type Chunk, chunkOf, keyChunk } from './chunk.ts'
import { footerOf, keyIndex, type Place, pageIndex } from './footer.ts'
import { MAGIC } from './format.ts'
import { GROUP_PAGES, PAGE_ROWS, type Table } from './table.ts'
import { type Thrift, writeThrift } from './thrift.ts'

const GROUP_ROWS = PAGE_ROWS * GROUP_PAGES

/**
 * A table as a Parquet file, its rows sorted by key, piece by piece. The columns hold few different values, so that
 * each is written as a dictionary and the places in it; every page is found by Parquet's page index, and the page of
 * a key by the first and last keys in it.
 */
export function* writeTable(table: Table): Generator<Uint8Array> {
  const order = sortedRows(table.key.values)
  let written = MAGIC.length
  yield MAGIC
  const groups: { readonly rows: number; readonly chunks: Chunk[] }[] = []
  for (let from = 0; from < table.rows; from += GROUP_ROWS) {
    const rows = order.subarray(from, from + GROUP_ROWS)
    const chunks: Chunk[] = []
    for (const write of [
      () => keyChunk(table.key, rows),
      ...table.columns.map(column => () => chunkOf(column, rows)),
    ]) {
      const chunk = write()
      for (const page of chunk.pages) page.at += written
      chunks.push(chunk)
      written += chunk.data.length
      yield chunk.data
    }
    groups.push({ rows: rows.length, chunks })
  }
  const indexes: Buffer[] = []
  const place = (index: Thrift): Place => {
    const written = writeThrift(index)
    indexes.push(written)
    return { at: 0, length: written.length }
  }
  const places = groups.map(({ chunks }) =>
    chunks.map(chunk => ({
      keys: chunk.keys === undefined ? undefined : place(keyIndex(chunk.keys)),
      pages: place(pageIndex(chunk.pages)),
    })),
  )
  for (const each of places.flat()) {
    for (const index of [each.keys, each.pages]) {
      if (index === undefined) continue
      index.at = written
      written += index.length
    }
  }
  yield* indexes
  const footer = writeThrift(footerOf(table, groups, places))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(footer.length)
  yield Buffer.concat([footer, length, MAGIC])
}

/** The rows in the order of their keys; those of the same key in their own order. */
function sortedRows(keys: readonly string[]): Int32Array {
  const order = Int32Array.from(keys, (_, row) => row)
  let isSorted = true
  for (let row = 1; isSorted && row < keys.length; row += 1) isSorted = (keys[row - 1] ?? '') <= (keys[row] ?? '')
  if (isSorted) return order
  // Numbers sort many times faster than texts: some bytes of the key and, below them, its row.
  const common = commonLength(keys)
  const numbers = Float64Array.from(keys, (key, row) => bytesAt(key, common) * ROWS + row).sort()
  for (let at = 0; at < numbers.length; at += 1) order[at] = (numbers[at] ?? 0) % ROWS
  const compare = (a: number, b: number) => {
    const [one, other] = [keys[a] ?? '', keys[b] ?? '']
    return one < other ? -1 : one > other ? 1 : a - b
  }
  for (let from = 0; from < order.length; ) {
    const bytes = Math.floor((numbers[from] ?? 0) / ROWS)
    let to = from + 1
    while (to < order.length && Math.floor((numbers[to] ?? 0) / ROWS) === bytes) to += 1
    if (to - from > 1) order.subarray(from, to).sort(compare)
    from = to
  }
  return order
}

/** More rows than fit in memory: a number holds a row and three bytes. */
const ROWS = 2 ** 28

/** How many characters all keys begin with. */
function commonLength(keys: readonly string[]): number {
  const [first = ''] = keys
  let length = first.length
  for (const key of keys) while (!key.startsWith(first.slice(0, length))) length -= 1
  return length
}

/** Three characters, each of one byte; what is not there is before everything else. */
function bytesAt(key: string, at: number): number {
  const byte = (place: number) => (place < key.length ? key.charCodeAt(place) + 1 : 0)
  return (byte(at) * 257 + byte(at + 1)) * 257 + byte(at + 2)
}
