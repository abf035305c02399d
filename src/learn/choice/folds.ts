import { createRandom, shuffle } from '../statistics/random.ts'
import { inOrder } from './in-order.ts'

/** Leads to learn from, and leads to judge by. */
export interface Fold {
  readonly train: Int32Array
  readonly test: Int32Array
}

/** The share of the earlier leads that is learned from where there is an order in time. */
const EARLY_SHARE = 0.7

/** With an order in time one split, the first 70 % and the rest. */
export function splitInTime(rows: Int32Array, order: Float64Array): Fold {
  const sorted = inOrder(rows, order)
  const cut = Math.floor(sorted.length * EARLY_SHARE)
  return { train: sorted.slice(0, cut), test: sorted.slice(cut) }
}

/** Without one: shuffled folds in which won and lost leads are spread evenly; more of them the fewer leads there are. */
export function shuffledFolds(rows: Int32Array, won: Uint8Array, seed: number, accounts?: Int32Array): Fold[] {
  const { parts, used, repeats } = plan(rows.length)
  const random = createRandom(seed)
  const folds: Fold[] = []
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const part = new Int8Array(rows.length)
    const heads = headsOf(rows, won, accounts)
    for (const side of [1, 0]) {
      const places = shuffle(
        Int32Array.from(rows.keys()).filter(at => heads.places[at] === at && heads.won[at] === side),
        random,
      )
      for (const [turn, place] of places.entries()) part[place] = turn % parts
    }
    for (const [at, head] of heads.places.entries()) part[at] = part[head] ?? 0
    for (let fold = 0; fold < used; fold += 1) {
      folds.push({ train: rows.filter((_, at) => part[at] !== fold), test: rows.filter((_, at) => part[at] === fold) })
    }
  }
  return folds
}

/** The first lead of each account stands for all of them, and as won if any of them was. */
function headsOf(rows: Int32Array, won: Uint8Array, accounts: Int32Array | undefined) {
  const first = new Map<number, number>()
  const [places, wonOf] = [new Int32Array(rows.length), new Uint8Array(rows.length)]
  for (const [at, row] of rows.entries()) {
    const account = accounts?.[row] ?? -1
    const head = account < 0 ? at : (first.get(account) ?? at)
    if (account >= 0) first.set(account, head)
    places[at] = head
    if (won[row] === 1) wonOf[head] = 1
  }
  return { places, won: wonOf }
}

function plan(leads: number): { readonly parts: number; readonly used: number; readonly repeats: number } {
  if (leads < 1_000) return { parts: 5, used: 5, repeats: 3 }
  if (leads < 3_000) return { parts: 5, used: 5, repeats: 1 }
  if (leads < 20_000) return { parts: 3, used: 3, repeats: 1 }
  return { parts: 4, used: 1, repeats: 1 }
}
