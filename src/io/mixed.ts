import { Buffer } from 'node:buffer'
import { emptyBatch, type Filling, hasAnything } from './batch.ts'
import type { Mixed, PlainCutter, Unread } from './records.ts'

/** What reads records from text: delimited text, or JSON. */
export interface TextReader {
  /** False as long as there is too little new text to be worth reading. */
  feed(piece: string): boolean
  /** No text comes after this. */
  end(): void
  /** Fills a batch; false if the text is used up, or the next records can be cut in another way. */
  read(batch: Filling): boolean
  /**
   * Gives away the text that was not read yet, for records to be cut from it in another way; nothing if that is not possible
   * here, or if no record was read since it went on.
   */
  release(): Unread | undefined
  /** Goes on at a place, with text that is fed next. */
  resume(line: number, col: number): void
}

/** Bytes that the reader gets for one record that is not plain. */
const SLICE = 4096
const MAX_SLICE = 1_048_576
/** Fewer plain records than this between two others, and the reader gets more at a time. */
const WORTHWHILE = 100

/**
 * The records of an input from where its reader stands: plain ones by the cutter, all others by the reader, in the order of
 * the text.
 */
export async function* readMixed(
  reader: TextReader,
  first: Filling,
  pieces: AsyncIterator<Uint8Array>,
  cutter: PlainCutter,
): AsyncGenerator<Mixed> {
  let batch = first
  let slice = SLICE

  /** Gives the reader more of what the cutter has, or of what comes after that; false if there is nothing. */
  async function giveMore(): Promise<boolean> {
    if (cutter.waiting() === 0) await cutter.ready()
    if (cutter.waiting() === 0) return feedNext(reader, pieces, textOf)
    reader.feed(cutter.giveBack(slice))
    return true
  }

  try {
    for (let more = true; more; ) {
      while (reader.read(batch)) {
        yield batch
        batch = emptyBatch()
      }
      const unread = reader.release()
      if (unread === undefined) {
        slice = Math.min(2 * slice, MAX_SLICE)
        more = await giveMore()
        continue
      }
      if (hasAnything(batch)) yield batch
      batch = emptyBatch()
      cutter.begin(unread)
      const from = cutter.progress()
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
      slice = cutter.progress() - from < WORTHWHILE ? Math.min(2 * slice, MAX_SLICE) : SLICE
      reader.resume(cutter.line(), cutter.col())
      more = await giveMore()
    }
    while (reader.read(batch)) {
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

/** Gives the reader more text; false if there is none. */
export async function feedNext<T>(
  reader: Pick<TextReader, 'feed' | 'end'>,
  pieces: AsyncIterator<T>,
  textOf: (piece: T) => string,
): Promise<boolean> {
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    if (reader.feed(textOf(next.value))) return true
  }
  reader.end()
  return false
}
