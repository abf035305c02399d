import type { Refusal } from '../../base/refusal.ts'
import { CR, LF } from '../csv/csv-record.ts'
import type { Unread } from '../records.ts'
import { refuse } from '../refuse-input.ts'
import { type JsonError, otherSyntax, printJsonError } from './json-error.ts'

/** The text of a JSON value that may be a record. */
export interface Element {
  /** Where it starts, both from 1. */
  readonly line: number
  readonly col: number
  readonly text: string
  /** Over 1 MiB: the text is only its beginning. */
  readonly isTooLong: boolean
  /** The list it stands in, as keys joined by `.`; empty for a list that is the whole document. */
  readonly list: string
  /** Its key, in an object whose keys are the ids of its records. */
  readonly key?: string
}

/** Cuts text into elements. */
export interface ElementScanner {
  feed(piece: string): void
  /** No text comes after this. */
  end(): void
  /** Nothing if there is not enough text for one more. */
  next(): Element | undefined
  /** Whether its text can be given away here. */
  canRelease(): boolean
  /** Gives away the text that was not scanned yet; nothing if that is not possible, or if nothing was scanned since it went on. */
  release(): Unread | undefined
  /** Goes on at a place, with text that is fed next. */
  resume(line: number, col: number): void
  /** Lists met so far, empty ones too. */
  readonly lists: ReadonlySet<string>
  /** Keys of the objects around them, met so far. */
  readonly keys: ReadonlySet<string>
}

export interface Spot {
  readonly line: number
  readonly col: number
}

/** Where one is after `text`, if one starts at `from`. */
export function after(text: string, { line, col }: Spot): Spot {
  if (!text.includes('\n') && !text.includes('\r')) return { line, col: col + text.length }
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (char === LF || (char === CR && text.charCodeAt(at + 1) !== LF)) {
      line++
      col = 1
    } else col++
  }
  return { line, col }
}

/** For a mistake in a text that starts at `start`. */
export function refuseJson(name: string, text: string, start: Spot, error: JsonError): Refusal {
  const place = { file: name, ...after(text.slice(0, error.at), start) }
  return refuse('file/json', printJsonError(text, error, 'file'), place, otherSyntax(text, error))
}
