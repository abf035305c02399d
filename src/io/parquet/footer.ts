import type { Chunk } from './chunk.ts'
import { CODES, PHYSICAL } from './format.ts'
import type { Table } from './table.ts'
import { bool, bytes, i32, i64, list, struct, type Thrift, type ThriftField, text } from './thrift.ts'

/** Where an index lies. */
export interface Place {
  at: number
  readonly length: number
}

/** Parquet's ColumnIndex. */
export function keyIndex(keys: NonNullable<Chunk['keys']>): Thrift {
  return struct(
    [
      1,
      list(
        'bool',
        keys.map(() => bool(false)),
      ),
    ],
    [
      2,
      list(
        'bytes',
        keys.map(([first]) => bytes(first)),
      ),
    ],
    [
      3,
      list(
        'bytes',
        keys.map(([, last]) => bytes(last)),
      ),
    ],
    [4, i32(CODES.ascending)],
    [
      5,
      list(
        'i64',
        keys.map(() => i64(0)),
      ),
    ],
  )
}

/** Parquet's OffsetIndex. */
export function pageIndex(pages: Chunk['pages']): Thrift {
  const data = pages.filter(({ row }) => row >= 0)
  const locations = data.map(({ at, length, row }) => struct([1, i64(at)], [2, i32(length)], [3, i64(row)]))
  return struct([1, list('struct', locations)])
}

/** Of each column. */
export type IndexPlaces = readonly { readonly keys: Place | undefined; readonly pages: Place }[]

/** Parquet's FileMetaData. */
export function footerOf(
  table: Table,
  groups: readonly { readonly rows: number; readonly chunks: readonly Chunk[] }[],
  places: readonly IndexPlaces[],
): Thrift {
  const columns = [{ name: table.key.name, type: 'text' as const }, ...table.columns]
  const schema = [
    struct([4, text('leadq')], [5, i32(columns.length)]),
    ...columns.map(({ name, type }, index) => {
      const { type: physical, converted, logical } = PHYSICAL[type]
      return struct(
        [1, i32(physical)],
        [3, i32(index === 0 ? CODES.required : CODES.optional)],
        [4, text(name)],
        ...(converted === undefined ? [] : [[6, i32(converted)] as const]),
        ...(logical === undefined ? [] : [[10, logical] as const]),
      )
    }),
  ]
  return struct(
    [1, i32(1)],
    [2, list('struct', schema)],
    [3, i64(table.rows)],
    [
      4,
      list(
        'struct',
        groups.map(({ rows, chunks }, index) => groupOf(rows, chunks, places[index] ?? [])),
      ),
    ],
    [
      5,
      list(
        'struct',
        Object.entries(table.notes).map(([key, value]) => struct([1, text(key)], [2, text(value)])),
      ),
    ],
    [6, text('leadq')],
    [
      7,
      list(
        'struct',
        columns.map(() => struct([1, struct()])),
      ),
    ],
  )
}

function groupOf(rows: number, chunks: readonly Chunk[], places: IndexPlaces): Thrift {
  const size = (of: (chunk: Chunk) => number) => chunks.reduce((sum, chunk) => sum + of(chunk), 0)
  return struct(
    [
      1,
      list(
        'struct',
        chunks.map((chunk, index) => columnOf(chunk, places[index])),
      ),
    ],
    [2, i64(size(({ unpacked }) => unpacked))],
    [3, i64(rows)],
    [4, list('struct', [struct([1, i32(0)], [2, bool(false)], [3, bool(false)])])],
    [6, i64(size(({ data }) => data.length))],
  )
}

function columnOf(chunk: Chunk, places: IndexPlaces[number] | undefined): Thrift {
  const [first, second] = chunk.pages
  const { keys } = chunk
  const bounds = keys === undefined ? [] : boundsOf(keys)
  const encodings = chunk.hasDictionary ? [CODES.plain, CODES.rle, CODES.dictionary] : [CODES.plain, CODES.rle]
  const index = (at: number, length: number, place: Place | undefined): ThriftField[] =>
    place === undefined
      ? []
      : [
          [at, i64(place.at)],
          [length, i32(place.length)],
        ]
  const meta = struct(
    [1, i32(chunk.type)],
    [2, list('i32', encodings.map(i32))],
    [3, list('bytes', [text(chunk.name)])],
    [4, i32(chunk.codec)],
    [5, i64(chunk.rows)],
    [6, i64(chunk.unpacked)],
    [7, i64(chunk.data.length)],
    [9, i64((chunk.hasDictionary ? second : first)?.at ?? 0)],
    ...(chunk.hasDictionary ? [[11, i64(first?.at ?? 0)] as const] : []),
    [12, struct([3, i64(chunk.nulls)], ...bounds)],
  )
  return struct([2, i64(first?.at ?? 0)], [3, meta], ...index(4, 5, places?.pages), ...index(6, 7, places?.keys))
}

function boundsOf(keys: NonNullable<Chunk['keys']>): ThriftField[] {
  const [first, last] = [keys[0]?.[0], keys.at(-1)?.[1]]
  return first === undefined || last === undefined
    ? []
    : [
        [5, bytes(last)],
        [6, bytes(first)],
      ]
}
