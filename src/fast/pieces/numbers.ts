import { atLeast } from '../memory.ts'
import type { Source } from './questions.ts'

/** A number of points for each record of a batch: equal ones have the same id. */
export interface Numbers extends Source {
  set(record: number, value: number | undefined): void
  /** The record is not known. */
  lose(record: number): void
  value(id: number): number | undefined
  /** By id. */
  counts(): Float64Array
  count(records: number): void
  discount(record: number): void
}

/** Numbers between these are looked up in a table. */
const NEAR = 32_768
const MAX_NUMBERS = 65_536
const NONE = 1

export function createNumbers(batch: number): Numbers {
  const ids = new Int32Array(batch)
  const near = new Int32Array(2 * NEAR)
  const far = new Map<number, number>()
  const values: (number | undefined)[] = [undefined, undefined]
  let counts = new Float64Array(64)
  let hasUnknown = false

  function add(value: number): number {
    if (values.length > MAX_NUMBERS) {
      hasUnknown = true
      return 0
    }
    const id = values.push(value) - 1
    if (value >= -NEAR && value < NEAR && Number.isInteger(value)) near[value + NEAR] = id
    else far.set(value, id)
    return id
  }

  return {
    ids,
    size: () => values.length,
    hasUnknown: () => hasUnknown,
    set(record, value) {
      ids[record] = value === undefined ? NONE : near[value + NEAR] || (far.get(value) ?? add(value))
    },
    lose(record) {
      ids[record] = 0
      hasUnknown = true
    },
    value: id => values[id],
    counts: () => counts,
    count(records) {
      counts = atLeast(counts, values.length)
      for (let record = 0; record < records; record += 1) {
        const id = ids[record] ?? 0
        counts[id] = (counts[id] ?? 0) + 1
      }
    },
    discount(record) {
      const id = ids[record] ?? 0
      counts[id] = (counts[id] ?? 0) - 1
    },
  }
}
