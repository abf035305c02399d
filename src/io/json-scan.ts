import type { Refusal } from '../base/refusal.ts'
import { CR, LF } from './csv-record.ts'
import { findJsonError, type JsonError, printJsonError } from './json-error.ts'
import { type Extent, follow, startExtent } from './json-extent.ts'
import { LONGEST, SHOWN } from './records.ts'
import { refuse } from './refuse.ts'

/** A value that may be a record, by its own text. */
export interface Element {
  readonly line: number
  readonly text: string
  /** Over 1 MiB: the text is only its beginning. */
  readonly isTooLong: boolean
  /** The list it stands in: keys joined by `.`; empty for a list that is the whole document. */
  readonly list: string
}

/** Cuts text into elements. */
export interface ElementScanner {
  feed(piece: string): void
  /** No text comes after this. */
  end(): void
  /** Nothing if there is not enough text for one more. */
  next(): Element | undefined
}
