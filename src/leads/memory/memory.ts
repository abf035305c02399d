import { type KeyHashes, textHashes } from '../../engine/key-counter.ts'
import type { Reading } from '../../engine/lead.ts'
import { BEFORE } from '../../ir/plan/before.ts'
import { printDay } from '../../ir/values/calendar.ts'
import { createKeyTable } from '../events/key-table.ts'

/** What the leads of a run before were, found by their keys; a few bytes for each lead, whatever is in its record. */
export interface Memory {
  /** Its name in messages. */
  readonly name: string
  /** The fields of the lead by which it is found, best first. */
  readonly key: readonly string[]
  /** The fields that say what a lead was, in the order of `cells`. */
  readonly fields: readonly string[]
  leads(): number
  /** The number of the lead with these keys: the first key that both sides know decides. */
  find(keys: readonly (string | undefined)[]): number | undefined
  /** The same by the hashes of its keys; -1 if there is none. */
  findHashed(keys: readonly KeyHashes[], record: number): number
  /** What a lead was in one of the fields: equal values have the same number. */
  value(lead: number, field: number): number
  /** The same as a cell. */
  cell(lead: number, field: number): string
  /** What a lead was, as cells. */
  cells(lead: number): readonly string[]
}

export interface GrowingMemory extends Memory {
  /**
   * Takes a lead of the run before, unless it has no key, or there is one with such a key already, or it was a duplicate:
   * that has no stage, which is the first of the fields. Its values are numbers as `value` gives them.
   */
  add(keys: readonly (string | undefined)[], values: Int32Array): void
  /** The same by the hashes of its keys. */
  addHashed(keys: readonly KeyHashes[], record: number, values: Int32Array): void
  /** Takes a lead with one key; its values are numbers as `value` gives them. */
  addByKey(rank: number, key: string, values: Int32Array): void
  /** The number that stands for a text. */
  codeOf(text: string): number
  /** The number that stands for a value. */
  numberOf(reading: Reading | undefined): number
}

/** Stands for no value. */
export const NOTHING = -(2 ** 31)

/** `expected`: leads that there will be at least. */
export function createMemory(
  name: string,
  key: readonly string[],
  fields: readonly string[],
  expected = 0,
): GrowingMemory {
  const tables = key.map((_, rank) => createKeyTable(rank === 0 ? expected : 0))
  /** By lead: which keys it has, a bit each. */
  const size = Math.max(1024, expected)
  let known = new Uint8Array(size)
  const columns = fields.map(() => ({ values: new Int32Array(size) }))
  const isText = fields.map(field => field === BEFORE.stage || field === BEFORE.stageBefore)
  const texts: string[] = []
  const codes = new Map<string, number>()
  let leads = 0

  function codeOf(text: string): number {
    const before = codes.get(text)
    if (before !== undefined) return before
    codes.set(text, texts.length)
    return texts.push(text) - 1
  }

  function grow(): void {
    if (leads < known.length) return
    const more = new Uint8Array(2 * known.length)
    more.set(known)
    known = more
    for (const column of columns) {
      const values = new Int32Array(2 * column.values.length)
      values.set(column.values)
      column.values = values
    }
  }

  /** Whether a better key than that of a rank is known on both sides: then that one would have found it. */
  function differs(keys: readonly (string | undefined)[], rank: number, lead: number): boolean {
    const bits = known[lead] ?? 0
    for (let better = 0; better < rank; better += 1)
      if (keys[better] !== undefined && (bits & (1 << better)) !== 0) return true
    return false
  }

  function hashesDiffer(keys: readonly KeyHashes[], record: number, rank: number, lead: number): boolean {
    const bits = known[lead] ?? 0
    for (let better = 0; better < rank; better += 1)
      if ((keys[better]?.marks[record] ?? 0) !== 0 && (bits & (1 << better)) !== 0) return true
    return false
  }

  function value(lead: number, field: number): number {
    return columns[field]?.values[lead] ?? NOTHING
  }

  function cell(lead: number, field: number): string {
    const own = value(lead, field)
    if (own === NOTHING) return ''
    if (isText[field]) return texts[own] ?? ''
    return fields[field] === BEFORE.since ? printDay(own) : String(own)
  }

  function find(keys: readonly (string | undefined)[]): number | undefined {
    for (const [rank, table] of tables.entries()) {
      const own = keys[rank]
      const lead = own === undefined ? undefined : table.find(own)
      if (lead !== undefined && !differs(keys, rank, lead)) return lead
    }
    return undefined
  }

  function findHashed(keys: readonly KeyHashes[], record: number): number {
    for (let rank = 0; rank < tables.length; rank += 1) {
      const own = keys[rank]
      const mark = own?.marks[record] ?? 0
      const lead = mark === 0 ? undefined : tables[rank]?.findHashed(mark, own?.slots[record] ?? 0)
      if (lead !== undefined && !hashesDiffer(keys, record, rank, lead)) return lead
    }
    return -1
  }

  function addHashed(keys: readonly KeyHashes[], record: number, values: Int32Array): void {
    let bits = 0
    for (let rank = 0; rank < tables.length; rank += 1) if ((keys[rank]?.marks[record] ?? 0) !== 0) bits |= 1 << rank
    if (bits === 0 || values[0] === NOTHING || findHashed(keys, record) >= 0) return
    grow()
    known[leads] = bits
    for (let rank = 0; rank < tables.length; rank += 1) {
      const own = keys[rank]
      const mark = own?.marks[record] ?? 0
      if (own === undefined || mark === 0) continue
      const slot = own.slots[record] ?? 0
      const table = tables[rank]
      // Of leads that share a key the first one is found by it.
      if (table?.findHashed(mark, slot) === undefined) table?.addHashed(mark, slot, leads)
    }
    put(values)
  }

  /** Takes the values of the next lead. */
  function put(values: Int32Array): void {
    for (let index = 0; index < columns.length; index += 1) {
      const column = columns[index]
      if (column !== undefined) column.values[leads] = values[index] ?? NOTHING
    }
    leads += 1
  }

  return {
    name,
    key,
    fields,
    leads: () => leads,
    find,
    findHashed,
    value,
    cell,
    cells: lead => fields.map((_, field) => cell(lead, field)),
    codeOf,
    numberOf(reading) {
      if (reading?.value === undefined) return NOTHING
      return typeof reading.value === 'number' ? Math.round(reading.value) : codeOf(reading.text)
    },
    addByKey(rank, own, values) {
      const table = tables[rank]
      const { mark, slot } = textHashes(own)
      if (table === undefined || table.findHashed(mark, slot) !== undefined) return
      grow()
      known[leads] = 1 << rank
      table.addHashed(mark, slot, leads)
      put(values)
    },
    add(keys, values) {
      addHashed(keys.map(hashesOf), 0, values)
    },
    addHashed,
  }
}

function hashesOf(key: string | undefined): KeyHashes {
  const { mark, slot } = key === undefined ? { mark: 0, slot: 0 } : textHashes(key)
  return { marks: Uint32Array.of(mark), slots: Uint32Array.of(slot) }
}
