import type { Host } from './host.ts'
import { createSorter, readLine, type Sortable, writeLine } from './sorter.ts'

/** A written lead on its way to the outputs. */
export interface Item {
  readonly stage: string
  /** The total; leads without one come last. */
  readonly score: number
  readonly text: string
}

/** Takes leads in input order and gives them back in the order that was asked for. */
export interface Ordering {
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
  const prune = () => {
    held = held.sort(byScore).slice(0, count)
  }
  return {
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

/** All leads by score, best first. */
export function sortedByScore(host: Pick<Host, 'scratch'>): Ordering {
  const sorter = createSorter(BY_SCORE, host)
  return {
    async add(items) {
      await sorter.add(items)
      return []
    },
    rest: sorter.sorted,
    drop: sorter.drop,
  }
}

/** Sorting is stable, so equal scores stay in input order. */
function byScore(a: Item, b: Item): number {
  return a.score === b.score ? 0 : b.score - a.score
}

const BY_SCORE: Sortable<Item> = {
  compare: byScore,
  sizeOf: ({ text }) => text.length,
  toLine: ({ stage, score, text }) => writeLine([stage, score, text]),
  fromLine: line => {
    const [stage = '', score, text = ''] = readLine(line)
    return { stage, score: Number(score), text }
  },
}
