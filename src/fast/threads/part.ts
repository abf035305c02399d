import type { VerdictCounts } from '../../ir/results/counts.ts'
import type { FastJob, FastJudge } from '../job.ts'
import { copyKeys, type LeadKeys } from '../keys.ts'
import { guessRecord, type Lines } from './boundary.ts'

/** Plain records of a block that were judged one after the other. Their lines are counted from 0. */
export interface Part {
  /** Where its first record begins in the block, and where its last one ends. */
  readonly from: number
  readonly to: number
  readonly lines: number
  readonly scored: number
  readonly formulas: number
  readonly counts: VerdictCounts
  readonly chunks: readonly PartChunk[]
  /** Those of its leads, in their order. */
  readonly keys: readonly LeadKeys[]
}

export interface PartChunk {
  readonly bytes: Uint8Array
  readonly leads: number
  readonly stages: readonly { readonly stage: string; readonly bytes: Uint8Array; readonly leads: number }[]
}

/** A block of bytes to be judged, and room for what is written of it; both are shared with whoever asks. */
export interface Block {
  readonly input: Uint8Array
  readonly output: Uint8Array
}

/**
 * Bytes behind a record that is not plain which are left to whoever reads it, as some records behind it go that way, too:
 * so many, and a part of a small block.
 */
const GAP = 16_384
const GAP_SHARE = 0.1
/** Parts of a block; after more of them, its records are not worth judging here. */
const MAX_PARTS = 32

/** Judges blocks of bytes that begin somewhere in a file; `make` makes the engine. */
export function createBlockJudge(lines: Lines, make: (identify: FastJob['identify']) => FastJudge) {
  let keys: LeadKeys[] = []
  const judge = make(found => keys.push(copyKeys(found)))
  const { cutter } = judge
  let room = createRoom(new Uint8Array(0))

  /** Judges plain records from a place on, as many as there are. */
  function judgePart(bytes: Uint8Array, from: number): { readonly part: Part; readonly isLast: boolean } {
    const [scored, formulas] = [judge.scored(), judge.formulas()]
    const chunks: PartChunk[] = []
    keys = []
    cutter.begin({ text: '', line: 0 })
    let stop = cutter.cut()
    for (; stop === 'full'; stop = cutter.cut()) chunks.push(...judged())
    if (cutter.hasRecords()) chunks.push(...judged())
    const part = {
      from,
      to: bytes.length - cutter.waiting(),
      lines: cutter.line(),
      scored: judge.scored() - scored,
      formulas: judge.formulas() - formulas,
      counts: judge.takeCounts(),
      chunks,
      keys,
    }
    return { part, isLast: stop === 'more' }
  }

  function* judged(): Generator<PartChunk> {
    for (const { bytes, leads, stages } of judge.judge()) {
      yield {
        bytes: room.copy([bytes]),
        leads,
        stages: [...stages].map(([stage, { parts, leads: ofStage }]) => ({
          stage,
          bytes: room.copy(parts),
          leads: ofStage,
        })),
      }
    }
  }

  return ({ input, output }: Block): readonly Part[] => {
    const parts: Part[] = []
    const gap = Math.min(GAP, Math.floor(GAP_SHARE * input.length))
    room = createRoom(output)
    cutter.feed(input)
    for (let from = 0; from >= 0 && parts.length < MAX_PARTS; ) {
      const { part, isLast } = judgePart(input, from)
      if (part.to > from) parts.push(part)
      const next = isLast ? -1 : guessRecord(input, part.to + gap, lines)
      if (next >= 0) cutter.skip(next - part.to)
      from = next
    }
    cutter.skip(cutter.waiting())
    return parts
  }
}

/** Puts copies into a buffer as long as there is room, and then into ones of their own. */
function createRoom(output: Uint8Array): { copy(parts: readonly Uint8Array[]): Uint8Array } {
  let end = 0
  return {
    copy(parts) {
      const size = parts.reduce((sum, { length }) => sum + length, 0)
      const all = end + size <= output.length ? output.subarray(end, end + size) : new Uint8Array(size)
      if (end + size <= output.length) end += size
      let at = 0
      for (const part of parts) {
        all.set(part, at)
        at += part.length
      }
      return all
    },
  }
}
