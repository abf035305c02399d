import { Buffer } from 'node:buffer'
import { emptyBatch, type Filling, hasAnything } from '../batch.ts'
import type { Mixed, PlainCutter } from '../records.ts'
import type { Scanner } from './csv-scan.ts'

/** Bytes that a scanner gets for one record that is not plain. */
const SLICE = 4096
const MAX_SLICE = 1_048_576
/** Fewer plain records than this between two others, and the scanner gets more at a time. */
const WORTHWHILE = 100

/**
 * The records behind the header, which the scanner has read: plain ones by the cutter, all others by the scanner, in the
 * order of the text.
 */
export async function* readMixed(
  scanner: Scanner,
  first: Filling,
  pieces: AsyncIterator<Uint8Array>,
  cutter: PlainCutter,
): AsyncGenerator<Mixed> {
  let batch = first
  let slice = SLICE
  /** The line on which the scanner took over. */
  let takenOver = 0

  /** Gives the scanner more of what the cutter has, or of what comes after that; false if there is nothing. */
  async function giveMore(): Promise<boolean> {
    if (cutter.waiting() === 0) await cutter.ready()
    if (cutter.waiting() === 0) return feedNext(scanner, pieces, textOf)
    scanner.feed(cutter.giveBack(slice))
    return true
  }

  try {
    for (let more = true; more; ) {
      while (scanner.read(batch)) {
        yield batch
        batch = emptyBatch()
      }
      const unread = scanner.release()
      if (unread === undefined || unread.line === takenOver) {
        // The record does not end in what the scanner has.
        if (unread !== undefined) {
          scanner.resume(unread.line)
          scanner.feed(unread.text)
          slice = Math.min(2 * slice, MAX_SLICE)
        }
        more = await giveMore()
        continue
      }
      if (hasAnything(batch)) yield batch
      batch = emptyBatch()
      cutter.begin(unread)
      const from = cutter.line()
      for (let stop = cutter.cut(); stop !== 'odd'; stop = cutter.cut()) {
        if (stop === 'full') {
          yield 'plain'
          continue
        }
        if (stop === 'later') {
          await cutter.ready()
          continue
        }
        const next = await pieces.next()
        if (next.done !== true) {
          if (!cutter.feed(next.value)) yield 'plain'
        } else if (!cutter.end()) break
      }
      if (cutter.hasRecords()) yield 'plain'
      slice = cutter.line() - from < WORTHWHILE ? Math.min(2 * slice, MAX_SLICE) : SLICE
      takenOver = cutter.line()
      scanner.resume(takenOver)
      more = await giveMore()
    }
    while (scanner.read(batch)) {
      yield batch
      batch = emptyBatch()
    }
    if (hasAnything(batch)) yield batch
  } finally {
    await pieces.return?.()
  }
}

/** Pieces are whole lines, so that no character is cut in two. */
const textOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()

/** Gives the scanner more text; false if there is none. */
export async function feedNext<T>(
  scanner: Scanner,
  pieces: AsyncIterator<T>,
  textOf: (piece: T) => string,
): Promise<boolean> {
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    if (scanner.feed(textOf(next.value))) return true
  }
  scanner.end()
  return false
}
