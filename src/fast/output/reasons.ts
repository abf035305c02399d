import type { Entry } from '../../engine/judge-score.ts'
import { atLeast, type Fragments } from '../memory.ts'
import type { Adjustment, Cluster, Scores } from '../pieces/scores.ts'

/** The ledger of a record as fragments, largest absolute amount first, of equal ones in rulebook order. */
export interface Reasons {
  /** Before a batch is written. */
  prepare(): void
  /** Collects the entries of a record: how many there are; -1 if one of them has no fragment. */
  collect(record: number): number
  /** The fragment of an entry, its joint included. */
  fragment(entry: number): number
}

/** Numbers of entries are below this. */
const MAX_ENTRIES = 2 ** 20

export function createReasons(
  { clusters, adjustments }: Scores,
  fragments: Fragments,
  print: (text: string, points: number) => string,
): Reasons {
  const packed = clusters.map(packer)
  const cells = new Map<number, number>()
  const most = clusters.reduce((sum, { entries }) => sum + entries.length, adjustments.length)
  const keys = new Float64Array(most + 1)
  const numbers = new Int32Array(most + 1)
  let length = 0
  let isWhole = true

  /** The number of an entry's text. */
  function numberOf({ order, text }: Entry, points: number): number {
    const key = points * MAX_ENTRIES + order
    const known = cells.get(key)
    if (known !== undefined) return known
    if (cells.size >= MAX_REMEMBERED) cells.clear()
    const number = fragments.of(print(text, points))
    cells.set(key, number)
    return number
  }

  interface Packed {
    readonly cluster: Cluster
    /** Of the combinations of the batch. */
    readonly ids: Int32Array
    /** By combination: where its entries begin. */
    starts: Int32Array
    keys: Float64Array
    numbers: Int32Array
    known: number
    filled: number
  }

  function packer(cluster: Cluster): Packed {
    const starts = new Int32Array(64)
    const { ids } = cluster.part.piece
    return { cluster, ids, starts, keys: new Float64Array(256), numbers: new Int32Array(256), known: 1, filled: 0 }
  }

  function pack(each: Packed): void {
    const { cluster } = each
    const { values } = cluster.part.piece
    for (; each.known < values.length; each.known += 1) {
      const points = values[each.known]?.points ?? []
      each.starts = atLeast(each.starts, each.known + 1)
      each.starts[each.known] = each.filled
      for (const [place, entry] of cluster.entries.entries()) {
        const amount = points[place] ?? 0
        if (amount === 0) continue
        each.keys = atLeast(each.keys, each.filled)
        each.numbers = atLeast(each.numbers, each.filled)
        each.keys[each.filled] = keyOf(entry, amount)
        each.numbers[each.filled] = numberOf(entry, amount)
        each.filled += 1
      }
      each.starts[each.known + 1] = each.filled
    }
  }

  function insert(key: number, number: number): void {
    let place = length
    for (; place > 0 && (keys[place - 1] ?? 0) < key; place -= 1) {
      keys[place] = keys[place - 1] ?? 0
      numbers[place] = numbers[place - 1] ?? 0
    }
    keys[place] = key
    numbers[place] = number
    length += 1
    if (number === 0) isWhole = false
  }

  function insertAdjustment({ above, below, amounts }: Adjustment, record: number): void {
    const amount = amounts[record] ?? 0
    if (amount === 0) return
    const entry = amount < 0 ? above : below
    insert(keyOf(entry, amount), numberOf(entry, amount))
  }

  return {
    prepare() {
      for (const each of packed) pack(each)
    },
    collect(record) {
      length = 0
      isWhole = true
      for (let index = 0; index < packed.length; index += 1) {
        const each = packed[index]
        if (each === undefined) break
        const { starts } = each
        const id = each.ids[record] ?? 0
        const end = starts[id + 1] ?? 0
        for (let entry = starts[id] ?? 0; entry < end; entry += 1) {
          insert(each.keys[entry] ?? 0, each.numbers[entry] ?? 0)
        }
      }
      for (const adjustment of adjustments) insertAdjustment(adjustment, record)
      return isWhole ? length : -1
    },
    fragment: entry => numbers[entry] ?? 0,
  }
}

/** Texts of caps and floors that are remembered. */
const MAX_REMEMBERED = 100_000

function keyOf({ order }: Entry, points: number): number {
  return Math.abs(points) * MAX_ENTRIES + (MAX_ENTRIES - 1 - order)
}
