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
  /** What a lead was, as cells. */
  cells(lead: number): readonly string[]
}

export interface GrowingMemory extends Memory {
  /** Takes a lead of the run before; false if there is one with such a key already, or it has no key. */
  add(keys: readonly (string | undefined)[], values: readonly (string | number | undefined)[]): boolean
}

const NOTHING = -(2 ** 31)

export function createMemory(name: string, key: readonly string[], fields: readonly string[]): GrowingMemory {
  const tables = key.map(() => createKeyTable())
  /** By lead: which keys it has, a bit each. */
  let known = new Uint8Array(1024)
  const columns = fields.map(() => ({ values: new Int32Array(1024) }))
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

  function find(keys: readonly (string | undefined)[]): number | undefined {
    for (const [rank, table] of tables.entries()) {
      const own = keys[rank]
      const lead = own === undefined ? undefined : table.find(own)
      if (lead !== undefined && !differs(keys, rank, lead)) return lead
    }
    return undefined
  }

  return {
    name,
    key,
    fields,
    leads: () => leads,
    find,
    cells(lead) {
      return fields.map((field, index) => {
        const value = columns[index]?.values[lead] ?? NOTHING
        if (value === NOTHING) return ''
        if (isText[index]) return texts[value] ?? ''
        return field === BEFORE.since ? printDay(value) : String(value)
      })
    },
    add(keys, values) {
      if (keys.every(each => each === undefined) || find(keys) !== undefined) return false
      grow()
      for (const [rank, own] of keys.entries()) {
        if (own === undefined) continue
        known[leads] = (known[leads] ?? 0) | (1 << rank)
        const table = tables[rank]
        // Of leads that share a key the first one is found by it.
        if (table?.find(own) === undefined) table?.add(own, leads)
      }
      for (const [index, value] of values.entries()) {
        const column = columns[index]
        if (column !== undefined) column.values[leads] = typeof value === 'string' ? codeOf(value) : (value ?? NOTHING)
      }
      leads += 1
      return true
    },
  }
}
