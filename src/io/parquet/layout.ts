import { CODES, MAGIC, PHYSICAL } from './format.ts'
import { type ColumnType, PAGE_ROWS, type RandomAccess } from './table.ts'
import { asStruct, bytesIn, createThriftReader, type Fields, type Found, listIn, numberIn, structIn } from './thrift.ts'

/** Where everything lies in a file that `writeTable` has written. */
export interface FileLayout {
  readonly rows: number
  /** The key first. */
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[]
  readonly notes: Readonly<Record<string, string>>
  readonly groups: readonly GroupPlace[]
}

export interface GroupPlace {
  /** Its first row. */
  readonly from: number
  readonly rows: number
  /** By column. */
  readonly chunks: readonly ChunkPlace[]
}

export interface ChunkPlace {
  /** Whether its pages are packed. */
  readonly isPacked: boolean
  /** Absent for the key. */
  readonly dictionary: PagePlace | undefined
  readonly pages: () => readonly RowsPlace[]
  /** The page of a row. */
  readonly pageOf: (row: number) => RowsPlace | undefined
  /** First and last key of each page; only of the key. */
  readonly bounds: () => readonly (readonly [first: string, last: string])[]
}

export interface PagePlace {
  readonly at: number
  readonly length: number
}

/** A page of rows; rows are counted from the first of the group. */
export interface RowsPlace extends PagePlace {
  readonly row: number
  readonly rows: number
}

/** Bytes at the end of a file that are read at once. */
const TAIL = 64 * 1024

/** Reads the metadata of a file. Throws a `RangeError` where it is damaged, or no file of `writeTable`. */
export function layoutOf(file: RandomAccess): FileLayout {
  const end = MAGIC.length + 4
  const from = Math.max(0, file.size - TAIL)
  const tail = Buffer.from(file.read(from, file.size - from))
  if (tail.length < end || !tail.subarray(-MAGIC.length).equals(MAGIC)) throw new RangeError('the file has no end')
  const length = tail.readUInt32LE(tail.length - end)
  if (length + end > file.size) throw new RangeError('the file has no footer')
  const bytesAt = (at: number, length: number) =>
    at >= from ? tail.subarray(at - from, at - from + length) : Buffer.from(file.read(at, length))
  const footer = createThriftReader(bytesAt(file.size - end - length, length)).struct()
  const [, ...schema] = listIn(footer, 2).map(asStruct)
  let rows = 0
  const groups = listIn(footer, 4).map(found => {
    const group = asStruct(found)
    const own = numberIn(group, 3)
    const place = { from: rows, rows: own, chunks: listIn(group, 1).map(each => chunkOf(asStruct(each), own, bytesAt)) }
    rows += own
    return place
  })
  const notes = listIn(footer, 5).map(asStruct)
  return {
    rows: numberIn(footer, 3),
    columns: schema.map(element => ({ name: bytesIn(element, 4).toString(), type: typeOf(numberIn(element, 1)) })),
    notes: Object.fromEntries(notes.map(note => [bytesIn(note, 1).toString(), bytesIn(note, 2).toString()])),
    groups,
  }
}

const TYPES: readonly ColumnType[] = ['text', 'number', 'date']

function typeOf(physical: number): ColumnType {
  const type = TYPES.find(each => PHYSICAL[each].type === physical)
  if (type === undefined) throw new RangeError('a column has an unknown type')
  return type
}

function chunkOf(chunk: Fields, rows: number, bytesAt: (at: number, length: number) => Buffer): ChunkPlace {
  const indexAt = (at: number, length: number) =>
    createThriftReader(bytesAt(numberIn(chunk, at), numberIn(chunk, length))).struct()
  const meta = structIn(chunk, 3)
  const data = numberIn(meta, 9)
  const dictionary = meta.has(11) ? numberIn(meta, 11) : undefined
  const codec = numberIn(meta, 4)
  if (codec !== CODES.gzip && codec !== CODES.unpacked) throw new RangeError('a column is packed in an unknown way')
  return {
    isPacked: codec === CODES.gzip,
    dictionary: dictionary === undefined ? undefined : { at: dictionary, length: data - dictionary },
    pages: () => {
      const index = listIn(indexAt(4, 5), 1)
      return index.map((_, page) => placeIn(index, page, rows))
    },
    pageOf: row => {
      const index = listIn(indexAt(4, 5), 1)
      const page = Math.floor(row / PAGE_ROWS)
      return page < index.length ? placeIn(index, page, rows) : undefined
    },
    bounds() {
      const index = indexAt(6, 7)
      const lasts = listIn(index, 3)
      return listIn(index, 2).map((first, page) => [latin1(first), latin1(lasts[page])] as const)
    },
  }
}

/** Every page but the last holds `PAGE_ROWS` rows. */
function placeIn(index: readonly Found[], page: number, rows: number): RowsPlace {
  const location = asStruct(index[page])
  const row = page * PAGE_ROWS
  if (numberIn(location, 3) !== row) throw new RangeError('pages are of other sizes than leadq writes')
  return { at: numberIn(location, 1), length: numberIn(location, 2), row, rows: Math.min(PAGE_ROWS, rows - row) }
}

function latin1(found: unknown): string {
  if (!Buffer.isBuffer(found)) throw new RangeError('a key is missing')
  return found.toString('latin1')
}
