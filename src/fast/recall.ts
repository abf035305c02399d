import type { KeyHashes } from '../engine/key-counter.ts'
import type { Cells } from './input/cells.ts'
import { createKeys, type KeySlot, type Keys } from './keys.ts'
import type { Memory } from './memory.ts'

/** What the leads of a run before were: found by the hashes of their keys, and told by numbers. */
export interface Recalled {
  /** The fields of the lead by which it is found, best first. */
  readonly key: readonly string[]
  /** The fields that say what a lead was. */
  readonly fields: readonly string[]
  /** The number of the lead with these keys; -1 if there is none. */
  findHashed(keys: readonly KeyHashes[], record: number): number
  /** What a lead was: equal values have the same number. */
  value(lead: number, field: number): number
  /** The same as a cell. */
  cell(lead: number, field: number): string
}

/** What the records of a batch were in the run before. */
export interface Recall {
  /** Finds the records of a batch, but for those that are not judged. */
  find(records: number, isJudged: (record: number) => boolean): void
  /** The cells of a record in one of the fields; undefined for a field that is no part of the memory. */
  cellsOf(field: string): RecalledCells | undefined
  /** The cells of a record with what it was behind them. */
  complete(cells: readonly string[], record: number): readonly string[]
}

/** The cells of one field: a number for each record, the same for equal cells. */
export interface RecalledCells {
  numberOf(record: number): number
  cellOf(record: number): string
}

/** The number of a record that was not there. */
const NOT_THERE = -(2 ** 31) + 1

/** `width`: the cells of a record and of what is joined to it. */
export function createRecall(
  recalled: Recalled,
  width: number,
  cells: Cells,
  memory: Memory,
  slotOf: (field: string) => KeySlot | undefined,
): Recall {
  const leads = new Int32Array(cells.size)
  // Made with the first batch: the fields of the lead have their slots then.
  let keys: readonly Keys[] | undefined
  let hashes: readonly KeyHashes[] = []
  const cellOf = (record: number, field: number) => {
    const lead = leads[record] ?? -1
    return lead < 0 ? '' : recalled.cell(lead, field)
  }
  return {
    find(records, isJudged) {
      keys ??= recalled.key.map(name => createKeys(slotOf(name), undefined, cells, memory))
      hashes = keys.map(key => key.find(records).own)
      for (let record = 0; record < records; record += 1)
        leads[record] = isJudged(record) ? recalled.findHashed(hashes, record) : -1
    },
    cellsOf(name) {
      const field = recalled.fields.indexOf(name)
      if (field < 0) return undefined
      return {
        numberOf(record) {
          const lead = leads[record] ?? -1
          return lead < 0 ? NOT_THERE : recalled.value(lead, field)
        },
        cellOf: record => cellOf(record, field),
      }
    },
    complete(own, record) {
      const padded = own.length >= width ? own.slice(0, width) : [...own, ...Array<string>(width - own.length).fill('')]
      return [...padded, ...recalled.fields.map((_, field) => cellOf(record, field))]
    },
  }
}
