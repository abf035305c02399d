/** A table in memory, column by column, as it is written to Parquet. */
export interface Table {
  readonly rows: number
  /** The column by which rows are found: texts, as `keyBytes` spells them. */
  readonly key: { readonly name: string; readonly values: readonly string[] }
  readonly columns: readonly TableColumn[]
  /** Beside the rows. */
  readonly notes: Readonly<Record<string, string>>
}

export type ColumnType = 'text' | 'number' | 'date'

/** A column of few values that come again and again. Numbers are whole. */
export interface TableColumn {
  readonly name: string
  readonly type: ColumnType
  readonly values: readonly (string | number)[]
  /** Of each row its place in `values`; -1: no value. */
  readonly ids: Int16Array | Int32Array
}

/** Rows of a page: all columns begin their pages with the same rows, so that a row is found in each of them at once. */
export const PAGE_ROWS = 2048

/** Pages of a row group. */
export const GROUP_PAGES = 64

/** A text with one character for each byte of its UTF-8, which sorts as the bytes do. */
export function keyBytes(text: string): string {
  return isAscii(text) ? text : Buffer.from(text).toString('latin1')
}

/** The text again. */
export function keyText(bytes: string): string {
  return isAscii(bytes) ? bytes : Buffer.from(bytes, 'latin1').toString()
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 0x7f) return false
  return true
}

/** A file that can be read at any place. */
export interface RandomAccess {
  readonly size: number
  read(at: number, length: number): Uint8Array
}
