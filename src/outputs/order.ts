import type { Host } from '../leads/host.ts'
import { readLine, sortable, writeLine } from '../leads/sort/lines.ts'
import { createSorter } from '../leads/sort/sorter.ts'

/** A written lead on its way to the outputs. */
export interface Item {
  readonly stage: string
  /** The total; leads without one come last. */
  readonly score: number
  readonly text: string
}

/** Takes leads in input order and gives them back in the order that was asked for. */
export interface Ordering {
  /** Whether a lead of this score can still be among those that are written; absent: all are. */
  mayCount?(score: number): boolean
  /** Takes some leads; gives those that can already be written. */
  add(items: readonly Item[]): Promise<readonly Item[]>
  /** What was held back. */
  rest(): AsyncIterable<Item>
  drop(): Promise<void>
}

/** Input order: nothing is held back. */
export function asTheyCome(): Ordering {
  return {
    add: async items => items,
    rest: async function* () {},
    drop: async () => {},
  }
}

/** The `count` leads with the highest scores, best first; of equal ones the earlier. */
export function bestOf(count: number): Ordering {
  let held: Item[] = []
  /** Leads that are no better than this come after enough others. */
  let reached = Number.NaN
  const prune = () => {
    held = held.sort(byScore).slice(0, count)
    reached = held[count - 1]?.score ?? Number.NaN
  }
  return {
    mayCount: score => !(score <= reached),
    async add(items) {
      held.push(...items)
      if (held.length >= 2 * count + 1_000) prune()
      return []
    },
    async *rest() {
      prune()
      yield* held
    },
    drop: async () => {},
  }
}

/** All leads by score, best first; of equal ones the earlier. */
export function sortedByScore(host: Pick<Host, 'scratch'>): Ordering {
  const sorter = createSorter(host)
  let place = 0
  return {
    async add(items) {
      await sorter.add(
        items.map(({ stage, score, text }) => writeLine([bestFirst(score), sortable(place++), score, stage, text])),
      )
      return []
    },
    async *rest() {
      for await (const lines of sorter.sorted()) yield* lines.map(readItem)
    },
    drop: sorter.drop,
  }
}

/** Sorting is stable, so equal scores stay in input order. */
function byScore(a: Item, b: Item): number {
  return a.score === b.score ? 0 : b.score - a.score
}

function readItem(line: string): Item {
  const [, , score, stage = '', text = ''] = readLine(line)
  return { stage, score: Number(score), text }
}

const bits = new DataView(new ArrayBuffer(8))

/** A score as a text that sorts highest first; no score sorts last. */
function bestFirst(score: number): string {
  bits.setFloat64(0, 0 - score)
  const isNegative = bits.getUint8(0) > 127
  // Inverts the bits of negative numbers, so that the bits of all numbers sort like the numbers.
  const high = isNegative ? ~bits.getUint32(0) : bits.getUint32(0) | 0x80000000
  const low = isNegative ? ~bits.getUint32(4) : bits.getUint32(4)
  return hex(high) + hex(low)
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0')
}
