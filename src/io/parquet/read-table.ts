import { gunzipSync } from 'node:zlib'
import { type ChunkPlace, type FileLayout, layoutOf, type PagePlace } from './layout.ts'
import { readRuns } from './runs.ts'
import { type ColumnType, keyBytes, keyText, PAGE_ROWS, type RandomAccess, type TableColumn } from './table.ts'
import { createThriftReader, numberIn, structIn } from './thrift.ts'

/** A table that `writeTable` has written. Its functions throw a `RangeError` where the file is damaged. */
export interface OpenTable {
  readonly rows: number
  /** All columns but the key, in order. */
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[]
  readonly notes: Readonly<Record<string, string>>
  /** The first row with this key. */
  find(key: string): number | undefined
  /** The cells of a row; undefined where there is no value, or no such column. */
  cells(row: number, names: readonly string[]): (string | number | undefined)[]
  /** All keys, sorted by their bytes, as `keyBytes` spells them. */
  keys(): string[]
  column(name: string): TableColumn | undefined
}

export function openTable(file: RandomAccess): OpenTable {
  const layout = layoutOf(file)
  const { groups, columns } = layout
  const pageAt: PageAt = ({ at, length }, { isPacked }) => pageOf(Buffer.from(file.read(at, length)), isPacked)
  const indexOf = (name: string) => columns.findIndex((column, place) => place > 0 && column.name === name)
  return {
    rows: layout.rows,
    columns: columns.slice(1),
    notes: layout.notes,
    find(key) {
      const wanted = keyBytes(key)
      const bytes = Buffer.from(wanted, 'latin1')
      for (const { from, chunks } of groups) {
        const [chunk] = chunks
        const page = chunk?.bounds().findIndex(([first, last]) => first <= wanted && wanted <= last) ?? -1
        const place = page < 0 ? undefined : chunk?.pages()[page]
        if (chunk === undefined || place === undefined) continue
        const row = rowOf(pageAt(place, chunk).content, place.rows, bytes)
        if (row !== undefined) return from + place.row + row
      }
      return undefined
    },
    cells(row, names) {
      const group = groups.find(({ from, rows }) => row >= from && row < from + rows)
      if (group === undefined) throw new RangeError('there is no such row')
      return names.map(name => {
        const index = indexOf(name)
        const chunk = group.chunks[index]
        return chunk && cellOf(chunk, row - group.from, columns[index]?.type ?? 'text', pageAt)
      })
    },
    keys: () =>
      groups.flatMap(
        ({ chunks: [chunk] }) => chunk?.pages().flatMap(page => textsIn(pageAt(page, chunk).content, page.rows)) ?? [],
      ),
    column(name) {
      const index = indexOf(name)
      const column = columns[index]
      return column && { ...column, ...readColumn(layout, index, column.type, pageAt) }
    },
  }
}

type PageAt = (place: PagePlace, chunk: ChunkPlace) => Page

function cellOf(chunk: ChunkPlace, row: number, type: ColumnType, pageAt: PageAt): string | number | undefined {
  const page = chunk.pageOf(row)
  if (page === undefined) throw new RangeError('there is no such row')
  const own = row - page.row
  const places = new Int32Array(own + 1)
  placesIn(pageAt(page, chunk).content, places)
  const place = places[own] ?? -1
  return place < 0 ? undefined : dictionaryOf(chunk, type, pageAt)[place]
}

function readColumn({ rows, groups }: FileLayout, index: number, type: ColumnType, pageAt: PageAt) {
  const ids = new Int32Array(rows)
  const known = new Map<string | number, number>()
  for (const { from, chunks } of groups) {
    const chunk = chunks[index]
    if (chunk === undefined) throw new RangeError('a column is missing')
    const own = dictionaryOf(chunk, type, pageAt).map(value => {
      const id = known.get(value) ?? known.size
      known.set(value, id)
      return id
    })
    for (const page of chunk.pages()) {
      const places = ids.subarray(from + page.row, from + page.row + page.rows)
      placesIn(pageAt(page, chunk).content, places)
      for (let row = 0; row < places.length; row += 1) {
        const place = places[row] ?? -1
        if (place >= 0) places[row] = own[place] ?? -1
      }
    }
  }
  return { values: [...known.keys()], ids }
}

interface Page {
  readonly content: Buffer
  /** Of a dictionary: how many values it has. */
  readonly values: number
}

/** A page without its header, unpacked. */
function pageOf(bytes: Buffer, isPacked: boolean): Page {
  const reader = createThriftReader(bytes)
  const header = reader.struct()
  const from = reader.position()
  const packed = bytes.subarray(from, from + numberIn(header, 3))
  const values = header.has(7) ? numberIn(structIn(header, 7), 1) : 0
  try {
    return { content: isPacked ? gunzipSync(packed) : packed, values }
  } catch {
    throw new RangeError('a page cannot be unpacked')
  }
}

function dictionaryOf(chunk: ChunkPlace, type: ColumnType, pageAt: PageAt): (string | number)[] {
  const { dictionary } = chunk
  if (dictionary === undefined) throw new RangeError('a column has no dictionary')
  const { content, values } = pageAt(dictionary, chunk)
  if (type === 'text') return textsIn(content, values).map(keyText)
  const read = (at: number) => (type === 'date' ? content.readInt32LE(at * 4) : Number(content.readBigInt64LE(at * 8)))
  return Array.from({ length: values }, (_, at) => read(at))
}

/** The first of some texts that is this one. */
function rowOf(content: Buffer, count: number, wanted: Buffer): number | undefined {
  for (let row = 0, at = 0; row < count; row += 1) {
    const from = at + COUNT
    at = from + content.readUInt32LE(at)
    if (at - from === wanted.length && content.compare(wanted, 0, wanted.length, from, at) === 0) return row
  }
  return undefined
}

/** Bytes that say the length of a text. */
const COUNT = 4

/** Texts with one character for each byte. */
function textsIn(content: Buffer, count: number): string[] {
  const texts: string[] = []
  for (let at = 0; texts.length < count; ) {
    const length = content.readUInt32LE(at)
    texts.push(content.toString('latin1', at + 4, at + 4 + length))
    at += 4 + length
  }
  return texts
}

const levels = new Int32Array(PAGE_ROWS)
const filled = new Int32Array(PAGE_ROWS)

/** The place of each row's value in the dictionary, -1 for no value; of the first rows of a page. */
function placesIn(content: Buffer, into: Int32Array): void {
  const length = content.readUInt32LE(0)
  readRuns(content.subarray(4, 4 + length), 1, levels, into.length)
  let count = 0
  for (let row = 0; row < into.length; row += 1) count += levels[row] ?? 0
  const width = content[4 + length] ?? 0
  readRuns(content.subarray(5 + length), width, filled, count)
  let next = 0
  for (let row = 0; row < into.length; row += 1) {
    if (levels[row] !== 1) into[row] = -1
    else {
      into[row] = filled[next] ?? 0
      next += 1
    }
  }
}
