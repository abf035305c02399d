import type { Buffer } from 'node:buffer'
import type { Chosen, Chunk, LeadItem } from '../job.ts'
import type { Writer } from './writer.ts'

/** One lead as it was written, or not. */
export interface Sent {
  readonly isWritten: boolean
  readonly stage: string
  readonly score: number
}

/** The stage of leads that are not scored, and of all leads if the rulebook has no stages. */
export const NO_STAGE = ''

/** Gathers written leads to chunks. */
export interface Sending {
  /** Takes a lead that was written from this place on. */
  add(sent: Sent, from: number): void
  isFull(): boolean
  /** Gives what was gathered, and begins anew. */
  flush(): Generator<Chunk>
}

export function createSending(
  writer: Pick<Writer, 'since' | 'isFull' | 'reset'>,
  { split, items: wanted }: Pick<Chosen, 'split' | 'items'>,
): Sending {
  let stages = new Map<string, { parts: Buffer[]; leads: number }>()
  let items: LeadItem[] = []
  let leads = 0

  return {
    add({ isWritten, stage, score }, from) {
      if (!isWritten) return
      leads += 1
      if (wanted !== undefined) {
        items.push({ stage, score, text: writer.since(from).toString() })
        writer.reset()
      } else if (split && stage !== NO_STAGE) {
        const known = stages.get(stage) ?? { parts: [], leads: 0 }
        known.parts.push(writer.since(from))
        known.leads += 1
        stages.set(stage, known)
      }
    },
    isFull: writer.isFull,
    *flush() {
      if (leads > 0) yield { bytes: writer.since(0), leads, stages, items }
      writer.reset()
      stages = new Map()
      items = []
      leads = 0
    },
  }
}
