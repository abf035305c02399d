import { type Batch, SAMPLED_CHARACTERS, SAMPLED_RECORDS } from '../records.ts'
import type { Sampled } from './sampled-text.ts'

/** The text of a file behind the beginning that was looked at, kept until it is clear that it is read only once. */
export interface TextSource {
  readonly pieces: AsyncIterator<string>
  /** Notes that records were given; when they are more than a sample, nothing is kept any more. */
  given(batch: Batch): void
  /** The same text from its beginning. */
  again(): AsyncIterator<string>
  /** What `again` has not given yet, as UTF-8. */
  againBytes(): AsyncIterator<Uint8Array>
}

export function createTextSource({ rest, restBytes }: Sampled): TextSource {
  const encoder = new TextEncoder()
  const pieces = rest[Symbol.asyncIterator]()
  /** Undefined when they are not needed any more. */
  let kept: string[] | undefined = []
  let records = 0
  let characters = 0

  async function* onceMore(): AsyncGenerator<string> {
    if (kept === undefined) throw new TypeError('only a sample is read twice')
    for (let piece = kept.shift(); piece !== undefined; piece = kept.shift()) yield piece
    for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value
  }

  async function* remainingBytes(): AsyncGenerator<Uint8Array> {
    if (kept === undefined) throw new TypeError('only a sample is read twice')
    try {
      for (let piece = kept.shift(); piece !== undefined; piece = kept.shift()) yield encoder.encode(piece)
      yield* restBytes
    } finally {
      await pieces.return?.()
    }
  }

  return {
    pieces: {
      async next() {
        const next = await pieces.next()
        if (next.done !== true) kept?.push(next.value)
        return next
      },
      return: async () => (await pieces.return?.()) ?? { done: true, value: undefined },
    },
    given({ rows }) {
      if (records >= SAMPLED_RECORDS || characters >= SAMPLED_CHARACTERS) kept = undefined
      records += rows.length
      for (const { text } of rows) characters += text.length
    },
    again: onceMore,
    againBytes: remainingBytes,
  }
}
