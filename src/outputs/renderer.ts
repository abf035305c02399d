import type { Input, Row } from '../io/records.ts'
import type { Column } from '../ir/plan/columns.ts'
import type { Duplicate, Verdict } from '../ir/results/verdict.ts'
import type { Format } from './outputs.ts'
import type { ParquetColumns } from './parquet/parquet-columns.ts'

/** How the leads of one input are written: texts in, one text out per lead. Formats without JSON write leadq's columns as texts. */
export type Renderer = Rows & (JsonRows | TextRows)

/** Rows of JSON: a member is put into each record. */
export interface JsonRows {
  /** The text of a record before and after the member. */
  around(row: Row): readonly [string, string]
}

export interface TextRows {
  readonly around?: undefined
  /** A lead by the texts of leadq's columns. */
  write(row: Row, texts: readonly string[]): string
}

interface Rows {
  readonly head: string
  /** Stands between two leads. */
  readonly joint: string
  readonly tail: string
  lead(row: Row, verdict: Verdict | Duplicate): string
  /** How many cells so far a spreadsheet would run as a formula. */
  formulas(): number
  /** The head and the leads are rows of a workbook. */
  readonly isBook?: boolean
  /** The leads are lines that a Parquet file is made of. */
  readonly parquet?: ParquetColumns
  /** How many texts so far are longer than a cell of a workbook. */
  cut?(): number
}

/** The delimiter, line end and BOM of delimited text. */
export interface Spelling {
  readonly delimiter: string
  readonly lineEnd: string
  readonly bom: string
}

export interface Rendering {
  readonly format: Format
  readonly input: Pick<
    Input,
    'format' | 'headings' | 'parquet' | 'delimiter' | 'lineEnd' | 'bom' | 'encoding' | 'sheet'
  >
  /** Positions of input columns that are kept; those of an earlier run are not. */
  readonly kept: readonly number[]
  readonly columns: readonly Column[]
  readonly prefix: string
  readonly escapeFormulas: boolean
  readonly spelling: Spelling
}
