import { CR, LF, QUOTE } from '../../io/csv/csv-record.ts'

/** How records are written. */
export interface Lines {
  /** One byte. */
  readonly delimiter: string
  /** Cells of a record. */
  readonly width: number
}

/** Records that have to have the right number of cells behind a place that is taken for the beginning of one. */
const LIKE = 3

/**
 * A place from `from` on where a record seems to begin: behind a line end, with records of the right width behind it.
 * -1 if there is none. A guess, as the line end may stand inside quotes: whoever cuts the records before it finds out.
 */
export function guessRecord(bytes: Uint8Array, from: number, { delimiter, width }: Lines): number {
  const separator = delimiter.charCodeAt(0)
  for (let end = bytes.indexOf(LF, from); end >= 0; end = bytes.indexOf(LF, end + 1)) {
    if (looksLikeRecords(bytes, end + 1, separator, width)) return end + 1
  }
  return -1
}

function looksLikeRecords(bytes: Uint8Array, from: number, separator: number, width: number): boolean {
  let at = from
  for (let record = 0; record < LIKE; record += 1) {
    let cells = 1
    for (; at < bytes.length && bytes[at] !== LF; at += 1) {
      const byte = bytes[at]
      if (byte === separator) cells += 1
      else if (byte === QUOTE) {
        at = closing(bytes, at)
        const next = bytes[at + 1]
        if (at < bytes.length - 1 && next !== separator && next !== LF && next !== CR) return false
      }
    }
    // The rest of the bytes tells nothing.
    if (at >= bytes.length) return record > 0
    if (cells !== width) return false
    at += 1
  }
  return true
}

/** Where quotes that open at `from` are closed, or the end. */
function closing(bytes: Uint8Array, from: number): number {
  for (let at = from + 1; at < bytes.length; at += 1) {
    if (bytes[at] !== QUOTE) continue
    if (bytes[at + 1] !== QUOTE) return at
    at += 1
  }
  return bytes.length
}
