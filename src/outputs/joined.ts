import type { Input } from '../io/records.ts'
import type { Host } from '../leads/host.ts'
import { asTheyCome, bestOf, type Ordering, sortedByScore } from './order.ts'
import type { Format } from './outputs.ts'
import { spellingOf } from './render.ts'
import type { Spelling } from './renderer.ts'

/** What inputs share that are joined in one output, by the path of that output. */
export interface Joined {
  /** An output is spelled like the first input that goes into it. */
  spellingFor(path: string, format: Format, input: Input): Spelling
  /** Inputs that are joined are ordered as one. */
  orderingFor(path: string): Ordering
  /** Ends the ordering of an output after its last lead. */
  closeOrdering(path: string): Promise<void>
  /** Removes every scratch file of the orderings. */
  drop(): Promise<void>
}

export interface Order {
  readonly sort: boolean
  /** Only this many leads are written, the best first. */
  readonly top?: number | undefined
}

export function createJoined(order: Order, host: Pick<Host, 'scratch'>): Joined {
  const spellings = new Map<string, Spelling>()
  const orderings = new Map<string, Ordering>()
  return {
    spellingFor(path, format, input) {
      const spelling = spellings.get(path) ?? spellingOf({ format, input })
      spellings.set(path, spelling)
      return spelling
    },
    orderingFor(path) {
      const ordering = orderings.get(path) ?? orderingOf(order, host)
      orderings.set(path, ordering)
      return ordering
    },
    async closeOrdering(path) {
      await orderings.get(path)?.drop()
      orderings.delete(path)
    },
    async drop() {
      for (const ordering of orderings.values()) await ordering.drop()
    },
  }
}

function orderingOf({ sort, top }: Order, host: Pick<Host, 'scratch'>): Ordering {
  if (top !== undefined) return bestOf(top)
  return sort ? sortedByScore(host) : asTheyCome()
}
