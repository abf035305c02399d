import type { ParquetFile } from '../../io/records.ts'

/** The columns of a Parquet file that is written. */
export interface ParquetColumns {
  /** Their names, which differ in more than their case. */
  readonly ofInput: readonly string[]
  readonly ofLeadq: readonly { readonly name: string; readonly type: ParquetType }[]
  /**
   * Leads of a Parquet file keep its columns as they are: a row is then the number of its record and leadq's cells, and
   * these are the columns that are taken from there.
   */
  readonly from?: { readonly file: ParquetFile; readonly columns: readonly string[] }
}

export type ParquetType = 'VARCHAR' | 'BIGINT' | 'INTEGER'
