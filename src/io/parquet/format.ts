import type { ColumnType } from './table.ts'
import { struct, type Thrift } from './thrift.ts'

/** The first and the last bytes of a file. */
export const MAGIC = Buffer.from('PAR1')

/** Parquet's numbers for what is used of it. */
export const CODES = {
  required: 0,
  optional: 1,
  plain: 0,
  rle: 3,
  dictionary: 8,
  unpacked: 0,
  gzip: 2,
  dataPage: 0,
  dictionaryPage: 2,
  ascending: 1,
} as const

/** How the types of columns are kept: numbers in 64 bits, days in 32. */
export const PHYSICAL: Readonly<Record<ColumnType, { type: number; converted?: number; logical?: Thrift }>> = {
  text: { type: 6, converted: 0, logical: struct([1, struct()]) },
  number: { type: 2 },
  date: { type: 1, converted: 6, logical: struct([6, struct()]) },
}
