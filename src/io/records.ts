import type { Diagnostic } from '../base/diagnostic.ts'
import type { RetiredReason } from '../ir/catalogue/retired.ts'
import type { RetiredMark } from '../ir/plan/retired.ts'
import type { Encoding, InputFormat, Repair } from '../ir/results/summary.ts'
import type { NamedType } from '../ir/values/column-type.ts'

/** The results of reading: records as they are in a file, before their columns are bound to fields. */
export type Format = InputFormat

/** Whether a record is identified by the line it starts on; in JSON and Parquet it is by its number. */
export function hasLines(format: Format): boolean {
  return format !== 'json' && format !== 'ndjson' && format !== 'parquet'
}

export type { Encoding } from '../ir/results/summary.ts'

export type LineEnd = 'LF' | 'CRLF' | 'CR'

/** One lead as it stands in the file. */
export interface Row {
  /** The physical line, from 1, on which its record starts; of a workbook the row. */
  readonly line: number
  /** As many as there are headings. */
  readonly cells: readonly string[]
  /** The record's own text: raw lines without the last line end (CSV), or the object (JSON). */
  readonly text: string
}

/** A record that could not be read, or not be written for an importer; only its own first line or value is lost. */
export interface Reject {
  readonly line: number
  readonly code:
    | ('lead/cells' | 'lead/quote' | 'lead/too-long' | 'lead/not-a-record' | 'lead/json')
    | ('import/no-key' | 'import/bad-key' | 'import/text')
  readonly message: string
  /** Raw first line or value, at most `SHOWN` characters of it. */
  readonly text: string
}

/** Why a record was skipped on purpose. */
export type Skipped =
  | 'blank row'
  | 'sep= line'
  | 'preamble line'
  | 'comment line'
  | 'ruling line'
  | 'header row'
  | 'description row'
  | 'other table row'
  | 'footer line'
  | 'totals row'
  | 'message of a loader'
  | 'record of another stream'
  | RetiredReason

export interface Batch {
  readonly rows: readonly Row[]
  readonly rejects: readonly Reject[]
  readonly leftOut: Readonly<Record<string, number>>
  /** Rows that are not leads (titles, totals, blank rows), each with its line. */
  readonly skippedLines?: readonly SkippedLine[]
  /** The skipped records that are no longer live (deleted, archived, merged). */
  readonly skipped?: readonly SkippedRow[]
}

/** A row that is not a lead, and its kind. */
export interface SkippedLine {
  readonly line: number
  readonly kind: Skipped
  readonly text: string
}

/** A record that its system marks as deleted, archived, merged or historic, and the column that shows it. */
export interface SkippedRow {
  readonly row: Row
  readonly mark: RetiredMark
}

/** What the workbook records about a column. */
export interface SheetColumn {
  /** The type of all its filled cells; `text` if they differ. */
  readonly type: 'text' | 'number' | 'date' | 'boolean'
  /** Whether numbers with decimals are in it: they are spelled with a point, whatever the locale. */
  readonly decimals: boolean
}

export interface SheetInfo {
  readonly name: string
  /** How many sheets the workbook has. */
  readonly of: number
  /** As many as there are headings. */
  readonly columns: readonly SheetColumn[]
}

/** An input whose first records have been looked at. Its batches can be read once. */
export interface Input {
  readonly format: Format
  readonly compressed: boolean
  readonly headings: readonly string[]
  /** Keys of a JSON document around its records, or labels of the lines above a table. */
  readonly around: readonly string[]
  readonly delimiter?: string
  readonly lineEnd?: LineEnd
  /** Of a workbook, the sheet that is read. */
  readonly sheet?: SheetInfo
  /** Of a source that knows types itself: as many as there are headings. */
  readonly types?: readonly NamedType[]
  /** Of Parquet: the file, for columns that are written as they are. */
  readonly parquet?: ParquetFile
  readonly bom: boolean
  /** What is known so far; final after the last batch. */
  encoding(): Encoding
  /** What is known so far; complete after the last batch. */
  repairs?(): readonly Repair[]
  /** What is known so far; complete after the last batch. */
  diagnostics(): Diagnostic[]
  readonly batches: AsyncIterable<Batch>
  /**
   * Of delimited text and JSON: all records from the first one on, in another way, instead of the rest of the batches; as
   * long as they have given no more than a sample.
   */
  mixed?(cutter: PlainCutter): AsyncIterable<Mixed>
}

export interface ParquetFile {
  /** As it stands in queries. */
  readonly path: string
  /** Removes it, if it is a temporary one. */
  remove?(): Promise<void>
}

/** Text that begins with a record, and where it begins. */
export interface Unread {
  readonly text: string
  readonly line: number
  /** Of JSON: the column, and what stands between its records. */
  readonly col?: number
  readonly joint?: Joint
  /** Nothing stands before the next record. */
  readonly isFirst?: boolean
}

/** What stands between records of JSON: line ends, commas, or perhaps commas where documents follow each other. */
export type Joint = 'line' | 'comma' | 'any'

/** A batch of records, or the news that a cutter has cut some. */
export type Mixed = Batch | 'plain'

/** Cuts plain records from UTF-8 in a quicker way than the reader of their format, and leaves all others to that. */
export interface PlainCutter {
  /** Takes text that comes before all that it still has. */
  begin(unread: Unread): void
  /** Takes bytes that come after it, at once or later; false if records have to be taken from it before. */
  feed(bytes: Uint8Array): boolean
  /**
   * Cuts further records, as many as fit: `full` if there may be more, `more` if more text is needed, `odd` if the next
   * record is not a plain one, `later` if it has to be waited for.
   */
  cut(): 'full' | 'more' | 'odd' | 'later'
  /** Resolves when nothing has to be waited for. */
  ready(): Promise<void>
  /** No more text comes; true if there are records to be cut or waited for all the same. */
  end(): boolean
  /** Whether records were cut that nobody has taken yet. */
  hasRecords(): boolean
  /** The line of the next record. */
  line(): number
  /** Its column, which is counted for JSON alone. */
  col(): number
  /** Grows with the records that were cut. */
  progress(): number
  /** Bytes that are not cut yet. */
  waiting(): number
  /** Takes out the next lines, which begin in so many bytes. */
  giveBack(bytes: number): string
  /** Passes over so many bytes that are not cut yet. */
  skip(bytes: number): void
}

/** Longest record that is read, in UTF-16 units of its text. */
export const MAX_RECORD_LENGTH = 1_048_576

/** How much of a rejected record is kept. */
export const MAX_REJECT_LENGTH = 10_000

/** A sample of an input: its first records, as many as this, or of so many characters if that is less. */
export const SAMPLED_RECORDS = 10_000
export const SAMPLED_CHARACTERS = 64 * 1024 * 1024

/** Records in a batch. */
export const BATCH = 500
