import { gzipSync } from 'node:zlib'
import { CODES, PHYSICAL } from './format.ts'
import { MAX_WIDTH, packRuns, widthOf } from './runs.ts'
import { type ColumnType, PAGE_ROWS, type Table, type TableColumn } from './table.ts'
import { i32, struct, type ThriftField, writeThrift } from './thrift.ts'

const GZIP = { level: 1 }

/** The part of a column that lies in one row group. */
export interface Chunk {
  readonly data: Buffer
  readonly name: string
  readonly type: number
  readonly rows: number
  /** Bytes before packing. */
  readonly unpacked: number
  readonly codec: number
  readonly hasDictionary: boolean
  /** The dictionary first, if there is one. */
  readonly pages: { at: number; readonly length: number; readonly row: number }[]
  readonly nulls: number
  /** First and last key of each page. */
  readonly keys: readonly (readonly [Buffer, Buffer])[] | undefined
}

/** The keys of these rows. */
export function keyChunk({ name, values }: Table['key'], rows: Int32Array): Chunk {
  const pages = createPages()
  const keys: [Buffer, Buffer][] = []
  for (let from = 0; from < rows.length; from += PAGE_ROWS) {
    const own = Array.from(rows.subarray(from, from + PAGE_ROWS), row => values[row] ?? '')
    pages.add(plainTexts(own, 'latin1'), from, dataHeader(own.length, CODES.plain))
    keys.push([Buffer.from(own[0] ?? '', 'latin1'), Buffer.from(own.at(-1) ?? '', 'latin1')])
  }
  return { name, type: PHYSICAL.text.type, rows: rows.length, hasDictionary: false, nulls: 0, keys, ...pages.done() }
}

/** The values that a column has in these rows, each page in one walk. */
export function chunkOf({ name, type, values, ids }: TableColumn, rows: Int32Array): Chunk {
  const pages = createPages()
  const width = widthOf(Math.max(0, values.length - 1))
  if (width > MAX_WIDTH) throw new RangeError(`${name} has too many values`)
  // The dictionary holds the values of these rows alone, in the order in which they come.
  const places = new Int32Array(values.length).fill(-1)
  const own: (string | number)[] = []
  const [levels, filled] = [new Int32Array(PAGE_ROWS), new Int32Array(PAGE_ROWS)]
  let nulls = 0
  for (let from = 0; from < rows.length; from += PAGE_ROWS) {
    const count = Math.min(PAGE_ROWS, rows.length - from)
    let known = 0
    for (let index = 0; index < count; index += 1) {
      const id = ids[rows[from + index] ?? 0] ?? -1
      if (id < 0) {
        levels[index] = 0
        continue
      }
      levels[index] = 1
      let place = places[id] ?? -1
      if (place < 0) {
        place = own.push(values[id] ?? '') - 1
        places[id] = place
      }
      filled[known] = place
      known += 1
    }
    nulls += count - known
    const content = pageOf(packRuns(levels, count, 1), packRuns(filled, known, width), width)
    pages.add(content, from, dataHeader(count, CODES.dictionary))
  }
  pages.dictionary(plainValues(type, own), [
    [1, i32(CODES.dictionaryPage)],
    [7, struct([1, i32(own.length)], [2, i32(CODES.plain)])],
  ])
  const { type: physical } = PHYSICAL[type]
  return { name, type: physical, rows: rows.length, hasDictionary: true, nulls, keys: undefined, ...pages.done() }
}

function pageOf(levels: Buffer, places: Buffer, width: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(levels.length)
  return Buffer.concat([length, levels, Buffer.from([width]), places])
}

/** Pages of fewer bytes than this are not packed: it would take longer than it saves. */
const MIN_PACKED = 128

/** Pages one behind the other; the dictionary, which is known last, comes first. */
function createPages() {
  const contents: { readonly content: Buffer; readonly row: number; readonly fields: readonly ThriftField[] }[] = []
  return {
    /** `row`: the first row in it. */
    add(content: Buffer, row: number, fields: readonly ThriftField[]): void {
      contents.push({ content, row, fields })
    },
    dictionary(content: Buffer, fields: readonly ThriftField[]): void {
      contents.unshift({ content, row: -1, fields })
    },
    done() {
      const bytes = contents.reduce((sum, { content }) => sum + content.length, 0)
      const isPacked = bytes >= MIN_PACKED * contents.length
      const parts: Buffer[] = []
      const pages: Chunk['pages'] = []
      let [length, unpacked] = [0, 0]
      for (const { content, row, fields } of contents) {
        const packed = isPacked ? gzipSync(content, GZIP) : content
        const [type, ...rest] = fields
        if (type === undefined) throw new Error('a page has a type')
        const header = writeThrift(struct(type, [2, i32(content.length)], [3, i32(packed.length)], ...rest))
        parts.push(header, packed)
        pages.push({ at: length, length: header.length + packed.length, row })
        length += header.length + packed.length
        unpacked += header.length + content.length
      }
      return { data: Buffer.concat(parts), pages, unpacked, codec: isPacked ? CODES.gzip : CODES.unpacked }
    },
  }
}

function dataHeader(rows: number, encoding: number): ThriftField[] {
  return [
    [1, i32(CODES.dataPage)],
    [5, struct([1, i32(rows)], [2, i32(encoding)], [3, i32(CODES.rle)], [4, i32(CODES.rle)])],
  ]
}

function plainValues(type: ColumnType, values: readonly (string | number)[]): Buffer {
  if (type === 'text') return plainTexts(values.map(String), 'utf8')
  const size = type === 'date' ? 4 : 8
  const plain = Buffer.alloc(values.length * size)
  values.forEach((value, index) => {
    if (type === 'date') plain.writeInt32LE(Number(value), index * size)
    else plain.writeBigInt64LE(BigInt(value), index * size)
  })
  return plain
}

function plainTexts(values: readonly string[], encoding: 'latin1' | 'utf8'): Buffer {
  const plain = Buffer.allocUnsafe(values.reduce((sum, value) => sum + 4 + Buffer.byteLength(value, encoding), 0))
  let at = 0
  for (const value of values) {
    const length = plain.write(value, at + 4, encoding)
    plain.writeUInt32LE(length, at)
    at += 4 + length
  }
  return plain
}
