import { emptyBatch, hasAnything } from '../batch.ts'
import type { Mixed, PlainCutter } from '../records.ts'
import type { Scanner } from './csv-scan.ts'

/** Bytes that a scanner gets for one record that is not plain. */
const SLICE = 4096
const MAX_SLICE = 1_048_576
/** Fewer plain records than this between two others, and the scanner gets more at a time. */
const WORTHWHILE = 100

/**
 * The records behind those that the scanner has read: plain ones by the cutter, all others by the scanner, in the order of
 * the text.
 */
export async function* readMixed(
  scanner: Scanner,
  pieces: AsyncIterator<string>,
  cutter: PlainCutter,
): AsyncGenerator<Mixed> {
  let batch = emptyBatch()
  let slice = SLICE
  /** The line on which the scanner took over. */
  let takenOver = 0
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
        more = cutter.waiting() > 0 ? giveOn(scanner, cutter, slice) : await feedNext(scanner, pieces)
        continue
      }
      if (hasAnything(batch)) yield batch
      batch = emptyBatch()
      cutter.begin(unread)
      const first = cutter.line()
      for (let stop = cutter.cut(); stop !== 'odd'; stop = cutter.cut()) {
        if (stop === 'full') {
          yield 'plain'
          continue
        }
        const next = await pieces.next()
        if (next.done === true) break
        if (!cutter.feed(next.value)) yield 'plain'
      }
      if (cutter.hasRecords()) yield 'plain'
      slice = cutter.line() - first < WORTHWHILE ? Math.min(2 * slice, MAX_SLICE) : SLICE
      takenOver = cutter.line()
      scanner.resume(takenOver)
      more = giveOn(scanner, cutter, slice) || (await feedNext(scanner, pieces))
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

/** Gives the scanner some of what the cutter has; false if there is nothing. */
function giveOn(scanner: Scanner, cutter: PlainCutter, bytes: number): boolean {
  if (cutter.waiting() === 0) return false
  scanner.feed(cutter.giveBack(bytes))
  return true
}

/** False if there was no more text. */
export async function feedNext(scanner: Scanner, pieces: AsyncIterator<string>): Promise<boolean> {
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    if (scanner.feed(next.value)) return true
  }
  scanner.end()
  return false
}
